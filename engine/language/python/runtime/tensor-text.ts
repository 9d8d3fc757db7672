/** @file Tensors as PyTorch prints them: torch/_tensor_str.py, default options. */
import { isParameter } from "../../../nn/module.ts";
import { complexName, type ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { nodeName } from "../../../ops/node-name.ts";
import { defaultDType, isFloating } from "../../../tensor/dtype.ts";
import { numelOf } from "../../../tensor/shape.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { nodeOf, type Tensor } from "../../../tensor/tensor.ts";
import { correctlyRounded, exponentialText } from "./numbers.ts";

export interface PrintOptions {
  precision: number;
  threshold: number;
  edgeitems: number;
  linewidth: number;
  sci_mode: boolean | null;
}

const profiles: Readonly<Record<string, Omit<PrintOptions, "sci_mode">>> = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Number.POSITIVE_INFINITY, edgeitems: 3, linewidth: 80 },
};

const options: PrintOptions = { ...profiles.default, sci_mode: null };

/** torch.set_printoptions: a profile first, then what is named; `sci_mode` is always set anew. */
export function setPrintOptions(profile: string | null, changes: Partial<PrintOptions>): void {
  if (profile !== null) Object.assign(options, profiles[profile]);
  const { sci_mode = null, ...others } = changes;
  Object.assign(options, others, { sci_mode });
}

/** Every loss begins with the usual ones. */
export const resetPrintOptions = (): void => setPrintOptions("default", {});

type Formatter = (value: number) => string;

/** How elements are written, and how wide: by this, not by what is written, lines are broken. */
interface Layout {
  readonly format: Formatter;
  readonly width: number;
}

export function tensorText(x: Tensor): string {
  return isParameter(x) ? `Parameter containing:\n${plainText(x)}` : plainText(x);
}

function plainText(x: Tensor): string {
  const data = toContiguousData(x);
  const parts: string[] = [];
  const isSummarised = numelOf(x.shape) > options.threshold;
  const shown = isSummarised ? edges(x, data) : Array.from(data);
  const layout = layoutOf(x, shown);
  const prefix = x.isNumber ? "" : "tensor(";
  const body = numelOf(x.shape) === 0 ? "[]" : nested(x, data, layout, prefix.length, isSummarised);
  if (numelOf(x.shape) === 0 && x.shape.length !== 1)
    parts.push(`size=(${x.shape.join(", ")}${x.shape.length === 1 ? "," : ""})`);
  const isDefault = x.dtype === defaultDType() || x.dtype === "int64" || x.dtype === "bool";
  if (!isDefault || (numelOf(x.shape) === 0 && x.dtype !== defaultDType())) parts.push(`dtype=torch.${x.dtype}`);
  const node = nodeOf(x);
  if (node !== null) parts.push(`grad_fn=<${nodeName(node)}>`);
  else if (x.requires_grad) parts.push("requires_grad=True");
  return withSuffixes(prefix, body, parts);
}

/** Suffixes go on the line if there is room; PyTorch counts two characters more than stand there. */
function withSuffixes(prefix: string, body: string, parts: readonly string[]): string {
  let text = prefix + body;
  let lineLength = text.length - text.lastIndexOf("\n") + 1;
  for (const part of parts) {
    if (lineLength + part.length + 2 > options.linewidth) {
      text += `,\n${" ".repeat(prefix.length)}${part}`;
      lineLength = prefix.length + part.length;
    } else {
      text += `, ${part}`;
      lineLength += part.length + 2;
    }
  }
  return `${text})`;
}

/** Both parts of each element, each part formatted as one tensor's elements are. */
export function complexText(z: ComplexTensor): string {
  const { real, imag } = z;
  const isSummarised = numelOf(real.shape) > options.threshold;
  const [re, im] = [toContiguousData(real), toContiguousData(imag)];
  const formats = [
    layoutOf(real, isSummarised ? edges(real, re) : Array.from(re)),
    layoutOf(imag, isSummarised ? edges(imag, im) : Array.from(im)),
  ];
  const both: Formatter = (at) => {
    const turned = `${formats[1].format(im[at])}j`.trimStart();
    return `${formats[0].format(re[at])}${/^[-+]/.test(turned) ? "" : "+"}${turned}`;
  };
  const layout = { format: both, width: formats[0].width + formats[1].width + 1 };
  const places = Array.from({ length: re.length }, (_, i) => i);
  const body = re.length === 0 ? "[]" : nested(real, places, layout, 7, isSummarised);
  const parts = z.dtype === "complex128" ? ["dtype=torch.complex128"] : [];
  const name = complexName(z);
  if (name !== null) parts.push(`grad_fn=<${name}>`);
  else if (z.requires_grad) parts.push("requires_grad=True");
  return withSuffixes("tensor(", body, parts);
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
    for (let i = 0; i < n; i++)
      if (n <= 2 * options.edgeitems || i < options.edgeitems || i >= n - options.edgeitems)
        visit(dim + 1, at + i * step);
  };
  visit(0, 0);
  return found;
}

function layoutOf(x: Tensor, values: readonly number[]): Layout {
  if (!isFloating(x.dtype)) {
    const plain: Formatter = x.dtype === "bool" ? (value) => (value === 0 ? "False" : "True") : String;
    const width = Math.max(1, ...values.map((value) => plain(value).length));
    return { format: (value) => plain(value).padStart(width), width };
  }
  const [format, width] = floatFormat(values);
  const whole: Formatter = (value) => (Number.isFinite(value) ? format(value) : special(value));
  return { format: (value) => whole(value).padStart(width), width };
}

const special: Formatter = (value) => (Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");

/** How all floats are written, and how wide: by those that are neither zero nor infinite. */
function floatFormat(values: readonly number[]): readonly [Formatter, width: number] {
  const { precision, sci_mode } = options;
  const fixed: Formatter = (value) => correctlyRounded(value, precision);
  const whole: Formatter = (value) => `${Object.is(value, -0) ? "-0" : value.toFixed(0)}.`;
  const scientific: Formatter = (value) => exponentialText(value, precision);
  const counted = values.filter((value) => Number.isFinite(value) && value !== 0);
  const sizes = counted.map(Math.abs);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const isWhole = sizes.every((size) => Number.isInteger(size));
  const plain = isWhole ? whole : fixed;
  const isWide = sizes.length > 0 && (most / least > 1000 || most > 1e8 || (!isWhole && least < 1e-4));
  const chosen = (sci_mode ?? isWide) ? scientific : plain;
  return [chosen, Math.max(1, ...counted.map((value) => chosen(value).length))];
}

function nested(
  x: Tensor,
  data: ArrayLike<number>,
  { format, width }: Layout,
  indent: number,
  isSummarised: boolean,
): string {
  const rank = x.shape.length;
  const level = (dim: number, at: number, depth: number): string => {
    if (dim === rank) return format(data[at]);
    const n = x.shape[dim];
    const step = numelOf(x.shape.slice(dim + 1));
    const isCut = isSummarised && n > 2 * options.edgeitems;
    const indices = isCut
      ? [
          ...Array.from({ length: options.edgeitems }, (_, i) => i),
          -1,
          ...Array.from({ length: options.edgeitems }, (_, i) => n - options.edgeitems + i),
        ]
      : Array.from({ length: n }, (_, i) => i);
    const items = indices.map((i) =>
      i < 0 ? (dim === rank - 1 ? " ..." : "...") : level(dim + 1, at + i * step, depth + 1),
    );
    if (dim < rank - 1) return `[${items.join(`,${"\n".repeat(rank - 1 - dim)}${" ".repeat(depth + 1)}`)}]`;
    const perLine = Math.max(1, Math.floor((options.linewidth - depth) / (width + 2)));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(", "));
    return `[${lines.join(`,\n${" ".repeat(depth + 1)}`)}]`;
  };
  return rank === 0 ? format(data[0]).trim() : level(0, 0, indent);
}
