/** @file Tensors as PyTorch prints them: torch/_tensor_str.py, default options. */
import { isParameter } from "../../../nn/module.ts";
import { nodeName } from "../../../ops/node-name.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { numelOf } from "../../../tensor/shape.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import type { Tensor } from "../../../tensor/tensor.ts";

const PRECISION = 4;
const THRESHOLD = 1000;
const EDGE = 3;
const LINE = 80;

type Formatter = (value: number) => string;

export function tensorText(x: Tensor): string {
  return isParameter(x) ? `Parameter containing:\n${plainText(x)}` : plainText(x);
}

function plainText(x: Tensor): string {
  const data = toContiguousData(x);
  const parts: string[] = [];
  const isSummarised = numelOf(x.shape) > THRESHOLD;
  const shown = isSummarised ? edges(x, data) : Array.from(data);
  const format = formatter(x, shown);
  const prefix = x.isNumber ? "" : "tensor(";
  const body = numelOf(x.shape) === 0 ? "[]" : nested(x, data, format, prefix.length, isSummarised);
  if (numelOf(x.shape) === 0 && x.shape.length !== 1)
    parts.push(`size=(${x.shape.join(", ")}${x.shape.length === 1 ? "," : ""})`);
  const isDefault = x.dtype === "float32" || x.dtype === "int64" || x.dtype === "bool";
  if (!isDefault || (numelOf(x.shape) === 0 && x.dtype !== "float32")) parts.push(`dtype=torch.${x.dtype}`);
  if (x.node !== null) parts.push(`grad_fn=<${nodeName(x.node)}>`);
  else if (x.requires_grad) parts.push("requires_grad=True");
  // Suffixes go on the line if there is room.
  let text = prefix + body;
  let lineLength = text.length - (text.lastIndexOf("\n") + 1);
  for (const part of parts) {
    if (lineLength + part.length + 2 > LINE) {
      text += `,\n${" ".repeat(prefix.length)}${part}`;
      lineLength = prefix.length + part.length;
    } else {
      text += `, ${part}`;
      lineLength += part.length + 2;
    }
  }
  return `${text})`;
}

/** The elements that a summary shows. */
function edges(x: Tensor, data: ArrayLike<number>): number[] {
  const found: number[] = [];
  const visit = (dim: number, at: number): void => {
    if (dim === x.shape.length) {
      found.push(data[at]);
      return;
    }
    const step = numelOf(x.shape.slice(dim + 1));
    const n = x.shape[dim];
    for (let i = 0; i < n; i++) if (n <= 2 * EDGE || i < EDGE || i >= n - EDGE) visit(dim + 1, at + i * step);
  };
  visit(0, 0);
  return found;
}

const exponent = (text: string) => text.replace(/e([-+])(\d)$/, "e$10$2");

function formatter(x: Tensor, values: readonly number[]): Formatter {
  if (!isFloating(x.dtype)) {
    const plain: Formatter = x.dtype === "bool" ? (value) => (value === 0 ? "False" : "True") : String;
    const width = Math.max(1, ...values.map((value) => plain(value).length));
    return (value) => plain(value).padStart(width);
  }
  const finite = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  const special: Formatter = (value) => (Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
  if (finite.length === 0) {
    const allWhole = values.every((v) => !Number.isFinite(v) || Number.isInteger(v));
    const plain: Formatter = (value) =>
      Number.isFinite(value) ? (allWhole ? `${value.toFixed(0)}.` : value.toFixed(PRECISION)) : special(value);
    const width = Math.max(1, ...values.map((value) => plain(value).length));
    return (value) => plain(value).padStart(width);
  }
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const isWhole = finite.every(Number.isInteger);
  let plain: Formatter;
  if (isWhole) {
    const isScientific = most / least > 1000 || most > 1e8;
    plain = isScientific
      ? (value) => exponent(value.toExponential(PRECISION))
      : (value) => `${Object.is(value, -0) ? "-0" : value.toFixed(0)}.`;
  } else {
    const isScientific = most / least > 1000 || most > 1e8 || least < 1e-4;
    plain = isScientific
      ? (value) => exponent(value.toExponential(PRECISION))
      : (value) => (Object.is(value, -0) ? `-${(0).toFixed(PRECISION)}` : value.toFixed(PRECISION));
  }
  const whole: Formatter = (value) => (Number.isFinite(value) ? plain(value) : special(value));
  const width = Math.max(1, ...values.map((value) => whole(value).length));
  return (value) => whole(value).padStart(width);
}

function nested(x: Tensor, data: ArrayLike<number>, format: Formatter, indent: number, isSummarised: boolean): string {
  const rank = x.shape.length;
  const level = (dim: number, at: number, depth: number): string => {
    if (dim === rank) return format(data[at]);
    const n = x.shape[dim];
    const step = numelOf(x.shape.slice(dim + 1));
    const isCut = isSummarised && n > 2 * EDGE;
    const indices = isCut
      ? [...Array.from({ length: EDGE }, (_, i) => i), -1, ...Array.from({ length: EDGE }, (_, i) => n - EDGE + i)]
      : Array.from({ length: n }, (_, i) => i);
    const items = indices.map((i) => (i < 0 ? " ..." : level(dim + 1, at + i * step, depth + 1)));
    if (dim < rank - 1) return `[${items.join(`,${"\n".repeat(rank - 1 - dim)}${" ".repeat(depth + 1)}`)}]`;
    const width = Math.max(...items.map((item) => item.length)) + 2;
    const perLine = Math.max(1, Math.floor((LINE - depth) / width));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(", "));
    return `[${lines.join(`,\n${" ".repeat(depth + 1)}`)}]`;
  };
  return rank === 0 ? format(data[0]).trim() : level(0, 0, indent);
}
