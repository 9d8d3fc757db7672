/** @file The declarations that the editor gives to TypeScript, derived from the registry: completion, hover and signature help are these. */

import { initOps } from "../nn/init/initialisers.ts";
import type { Op, Param, ParamKind } from "../ops/op.ts";
import { shortName } from "../ops/place.ts";
import { allDTypes } from "../tensor/dtype.ts";
import { allOps } from "../torch.ts";
import { distributionTypings } from "./distribution-typings.ts";
import { nnTypings } from "./nn-typings.ts";

const types: Record<ParamKind, string> = {
  tensor: "Tensor",
  operand: "Tensor | number",
  tensors: "readonly Tensor[]",
  number: "number",
  scalar: "number",
  dim: "number",
  dims: "number | readonly number[]",
  dimOrTensor: "number | Tensor",
  shape: "readonly number[]",
  sizes: "readonly number[]",
  bool: "boolean",
  dtype: "DType",
  device: '"cpu"',
  generator: "torch.Generator",
  target: 'DType | "cpu" | Tensor',
  text: "string",
  index: "readonly Index[]",
  reduction: '"mean" | "sum" | "none"',
  data: "NestedNumbers | Tensor",
};

function isOptional(param: Param): boolean {
  return "default" in param;
}

function typeOf({ kind, default: otherwise, choices }: Param): string {
  const type = choices === undefined ? types[kind] : choices.map((choice) => JSON.stringify(choice)).join(" | ");
  return otherwise === null ? `${type} | null` : type;
}

/** PyTorch calls a parameter `var`, which TypeScript does not allow by position. */
function parameterName({ name }: Param): string {
  return name === "var" ? "variance" : name;
}

function positional(params: readonly Param[]): string {
  return params.map((param) => `${parameterName(param)}${isOptional(param) ? "?" : ""}: ${typeOf(param)}`).join(", ");
}

function keywords(params: readonly Param[]): string {
  return `options: { ${params.map((param) => `${param.name}${isOptional(param) ? "?" : ""}: ${typeOf(param)}`).join("; ")} }`;
}

/** The ways to call an op: by position, by keyword, and the first by position with the rest by keyword. */
function parameterLists(
  op: Op,
  params: readonly Param[],
): readonly { readonly list: string; readonly returns: string }[] {
  const other = params.find((param) => param.kind === "dimOrTensor");
  if (other !== undefined) {
    const before = params.slice(0, params.indexOf(other));
    const lead = before.map((param) => `${param.name}: ${typeOf(param)}, `).join("");
    const found = "{ readonly values: Tensor; readonly indices: Tensor }";
    return [
      { list: lead.slice(0, -2), returns: "Tensor" },
      { list: `${lead}other: Tensor`, returns: "Tensor" },
      { list: `${lead}dim: number, keepdim?: boolean`, returns: found },
      { list: `${lead}dim: number, options: { keepdim?: boolean }`, returns: found },
      { list: `${lead}options: { dim: number; keepdim?: boolean }`, returns: found },
    ];
  }
  const lists = [positional(params)];
  const sizes = params.findIndex((param) => param.kind === "sizes");
  if (sizes >= 0)
    lists.push(
      [positional(params.slice(0, sizes)), `...${params[sizes].name}: number[]`]
        .filter((part) => part !== "")
        .join(", "),
    );
  // Tensors are given by position; everything after them may be named.
  const named = params.findIndex(
    (param) => !["tensor", "operand", "tensors", "data", "sizes"].includes(param.kind) || isOptional(param),
  );
  for (let cut = named; cut >= 0 && cut < params.length; cut++) {
    const lead = positional(params.slice(0, cut).map(({ name, kind }) => ({ name, kind })));
    lists.push([lead, keywords(params.slice(cut))].filter((part) => part !== "").join(", "));
  }
  return [...new Set(lists)].map((list) => ({ list, returns: op.returns }));
}

function jsDoc({ doc, name, places }: Op): string {
  const [home] = places;
  const pytorch =
    places.includes("F") && !places.includes("torch")
      ? `F.${name}`
      : places.includes("torch")
        ? `torch.${name}`
        : home === "linalg" || home === "fft" || home === "special"
          ? `torch.${home}.${name}`
          : `x.${name}`;
  const lines = [
    doc.summary,
    "",
    `\`${doc.formula}\``,
    "",
    `- Shapes: ${doc.shape}.`,
    ...(doc.domain === undefined ? [] : [`- Domain: ${doc.domain}.`]),
    ...(doc.kink === undefined ? [] : [`- Gradient at kinks: ${doc.kink}.`]),
    `- PyTorch: \`${pytorch}\`${doc.jax === null ? "" : `; JAX: \`${doc.jax}\``}${doc.numpy === null ? "" : `; NumPy: \`${doc.numpy}\``}`,
    "",
    "@example",
    doc.example,
  ];
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */`;
}

function declarations(ops: readonly Op[], prefix: string, skip: number): string {
  return ops
    .map((op) =>
      parameterLists(op, op.params.slice(skip))
        .map(({ list, returns }, i) => `${i === 0 ? `${jsDoc(op)}\n` : ""}${prefix}${op.name}(${list}): ${returns};`)
        .join("\n"),
    )
    .join("\n");
}

/** x.add_(y) overwrites x, and gives it. */
function inPlace(ops: readonly Op[]): string {
  return ops
    .filter((op) => op.inPlace)
    .map((op) => {
      const [{ list }] = parameterLists(op, op.params.slice(1));
      return `/** ${op.name}, into the tensor itself. */\n${op.name}_(${list}): Tensor;`;
    })
    .join("\n");
}

/** Transforms of what is complex already. */
const complexFft = `
${["fft", "ifft"].map((name) => `export function ${name}(input: ComplexTensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): ComplexTensor;`).join("\n")}
${["irfft", "hfft"].map((name) => `export function ${name}(input: ComplexTensor, n?: number | null, dim?: number, norm?: "forward" | "backward" | "ortho" | null): Tensor;`).join("\n")}
${["fft2", "ifft2", "fftn", "ifftn", "fftshift", "ifftshift"].map((name) => `export function ${name}(input: ComplexTensor): ComplexTensor;`).join("\n")}
${["irfft2", "irfftn"].map((name) => `export function ${name}(input: ComplexTensor, s?: readonly number[] | null): Tensor;`).join("\n")}`;

/** The whole file. No DOM: what is not here and not in ECMAScript does not exist for a loss. */
export function typings(): string {
  const ops = allOps.map(({ op }) => op);
  const at = (place: Op["places"][number]) => ops.filter((op) => op.places.includes(place));
  const inner = (place: "linalg" | "fft" | "special") =>
    `export namespace ${place} {\n${declarations(
      at(place).map((op) => ({ ...op, name: shortName(op.name, place) })),
      "export function ",
      0,
    )}${place === "fft" ? complexFft : ""}\n}`;
  return `// Generated from the op registry: npm run generate.
type DType = ${allDTypes.map((each) => `"${each}"`).join(" | ")};
/** start:stop:step of Python: what is not written is left out, so that {} is all of a dim. */
type Slice = { start?: number | null; stop?: number | null; step?: number | null };
type Index = number | boolean | Slice | null | "..." | Tensor | readonly number[];
type NestedNumbers = number | boolean | readonly NestedNumbers[];

/** Numbers in a shape, with the operations that led to them. */
declare class Tensor {
  private constructor();
  /** Sizes, the last dim last. A scalar has none. */
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly device: "cpu";
  /** Number of dims. */
  readonly ndim: number;
  /** Whether gradients are wanted here. */
  requires_grad: boolean;
  /** Made by hand, not computed. */
  readonly is_leaf: boolean;
  /** The gradient that backward left here. */
  grad: Tensor | null;
  /** The dims in reverse order. */
  readonly T: Tensor;
  /** How many elements. */
  numel(): number;
  /** x[index] = value: overwrites elements. */
  setitem(index: readonly Index[], value: Tensor | number): void;
  /** The last two dims exchanged. */
  readonly mT: Tensor;
  /** Number of dims. */
  dim(): number;
  /** The shape, or the size of one dim. */
  size(): number[];
  size(dim: number): number;
  /** Adds the gradient of this scalar to \`grad\` of every leaf that requires one. */
  backward(gradient?: Tensor | null, options?: { retain_graph?: boolean; create_graph?: boolean }): void;
  /** Lets backward leave the gradient of a computed tensor in its \`grad\`. */
  retain_grad(): void;
  requires_grad_(on?: boolean): Tensor;
  /** Overwrites every element. */
  fill_(value: Tensor | number): Tensor;
  zero_(): Tensor;
  copy_(source: Tensor): Tensor;
  /** The parts along the first dim, one by one. */
  [Symbol.iterator](): Iterator<Tensor>;
${declarations(at("method"), "", 1)}
${inPlace(at("method"))}
}

/** A complex tensor: its two parts, each a tensor. What moves elements, adds, multiplies or measures them takes it as well. */
declare class ComplexTensor {
  private constructor();
  readonly real: Tensor;
  readonly imag: Tensor;
  readonly shape: readonly number[];
  readonly dtype: "complex64" | "complex128";
  readonly ndim: number;
  readonly grad: ComplexTensor | null;
  requires_grad: boolean;
  abs(): Tensor;
  angle(): Tensor;
  conj(): ComplexTensor;
${["add", "sub", "mul", "div", "matmul"].map((name) => `  ${name}(other: ComplexTensor | Tensor | number): ComplexTensor;`).join("\n")}
${["neg", "exp", "log", "sqrt", "square", "reciprocal", "flatten", "detach", "clone"].map((name) => `  ${name}(): ComplexTensor;`).join("\n")}
  pow(exponent: number): ComplexTensor;
  sum(dim?: number | readonly number[], keepdim?: boolean): ComplexTensor;
  mean(dim?: number | readonly number[], keepdim?: boolean): ComplexTensor;
  reshape(...shape: number[]): ComplexTensor;
  transpose(dim0: number, dim1: number): ComplexTensor;
  squeeze(dim?: number): ComplexTensor;
  unsqueeze(dim: number): ComplexTensor;
  narrow(dim: number, start: number, length: number): ComplexTensor;
  getitem(index: readonly Index[]): ComplexTensor;
  size(): number[];
  size(dim: number): number;
  numel(): number;
  dim(): number;
}

declare namespace F {
${declarations(at("F"), "function ", 0)}
}

declare namespace torch {
${declarations(at("torch"), "export function ", 0).replaceAll("export function var(", "function variance(")}
  export { variance as var };
${allDTypes.map((each) => `  export const ${each}: "${each}";`).join("\n")}
  export const pi: number;
  export const inf: number;
  export const nan: number;
  export function is_tensor(value: unknown): value is Tensor;
  export function is_complex(value: unknown): value is ComplexTensor;
  /** The parts of a complex tensor. */
  export function real(input: ComplexTensor): Tensor;
  export function imag(input: ComplexTensor): Tensor;
  export function angle(input: ComplexTensor): Tensor;
  export function abs(input: ComplexTensor): Tensor;
  export function conj(input: ComplexTensor): ComplexTensor;
  export function view_as_real(input: ComplexTensor): Tensor;
  export function istft(input: ComplexTensor, n_fft: number, options?: { hop_length?: number; win_length?: number; window?: Tensor; center?: boolean; length?: number }): Tensor;
  /** Computes without leaving a graph: no gradient flows through what is made here. */
  export function no_grad<T>(work: () => T): T;
  export function enable_grad<T>(work: () => T): T;
  /** Seeds the generator; the numbers after it are PyTorch's. */
  export function manual_seed(seed: number): Generator;
  /** What the generator was seeded with. */
  export function initial_seed(): number;
  /** Begins a sequence that nobody can foresee, and says which. */
  export function seed(): number;
  /** Where the generator stands, for set_rng_state to go back there. */
  export function get_rng_state(): Tensor;
  export function set_rng_state(state: Tensor): void;
  export namespace random {
    /** Runs work and puts the generator back to where it stood: what work drew never happened. */
    function fork_rng<T>(work: () => T): T;
  }
  /** A source of random numbers of one's own: pass it as \`generator\`. */
  export class Generator {
    readonly device: "cpu";
    constructor(device?: "cpu");
    manual_seed(seed: number): this;
    initial_seed(): number;
    seed(): number;
    get_state(): Tensor;
    set_state(state: Tensor): this;
    clone_state(): Generator;
  }
  export const default_generator: Generator;
  export namespace autograd {
    /** The gradients of inputs, without touching any \`grad\`. */
    function gradcheck(f: (x: Tensor) => Tensor, x: Tensor, options?: { eps?: number; atol?: number; rtol?: number }): { ok: boolean };
    namespace functional {
      /** The rows of dy/dx, in the shape of y then of x. */
      function jacobian(f: (x: Tensor) => Tensor, x: Tensor): Tensor;
      function hessian(f: (x: Tensor) => Tensor, x: Tensor): Tensor;
    }
    function grad(outputs: Tensor | readonly Tensor[], inputs: Tensor | readonly Tensor[], options?: { grad_outputs?: Tensor; retain_graph?: boolean; create_graph?: boolean; allow_unused?: boolean }): Tensor[];
  }
}

declare namespace torch {
${(["linalg", "fft", "special"] as const).map(inner).join("\n")}
}

${distributionTypings()}

${nnTypings(typeOf)}

declare namespace nn.init {
${declarations(
  initOps.map(({ op }) => op),
  "function ",
  0,
)}
  /** By how much a layer has to widen its initial values so that what follows it keeps its variance. */
  function calculate_gain(nonlinearity: string, param?: number | null): number;
}

/** Shown in the page, bounded. */
declare const console: {
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};
`;
}
