/** @file Cases of ops and losses: a Python text with inputs, the values it gives and the gradients of them. */
import { gradientsOf } from "../autograd/backward.ts";
import { call } from "../language/python/runtime/call.ts";
import { Dict } from "../language/python/runtime/dicts.ts";
import { isFloat } from "../language/python/runtime/floats.ts";
import { Tuple } from "../language/python/runtime/sequences.ts";
import { str } from "../language/python/runtime/text.ts";
import { typeName } from "../language/python/runtime/type-name.ts";
import { Module } from "../nn/module.ts";
import { setDefaultDType } from "../tensor/dtype.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { invoke, load } from "./python.ts";
import {
  difference,
  isStoredType,
  type Numbers,
  numbersOf,
  type Precision,
  type StoredTensor,
  type Tolerance,
  tensorOf,
  tolerance64,
} from "./stored.ts";

export interface Argument {
  readonly input?: string;
  readonly value?: unknown;
  readonly list?: readonly Described[];
  readonly dict?: Readonly<Record<string, Described>>;
}

/** An input's name, a literal, a list, a tuple (an array). */
export type Described = string | Argument | readonly Described[];

export interface EntryCase {
  readonly kind: "function" | "class";
  readonly name: string;
  readonly init?: { readonly args: readonly Described[]; readonly kwargs: Readonly<Record<string, Described>> };
}

export interface CallCase {
  readonly args: readonly Described[];
  readonly kwargs: Readonly<Record<string, Described>>;
}

export interface ValueCase {
  readonly id: string;
  readonly expr?: string;
  readonly program?: string;
  readonly entry?: EntryCase;
  readonly call?: CallCase;
  readonly inputs: readonly StoredTensor[];
  readonly params?: readonly StoredTensor[] | Readonly<Record<string, StoredTensor>>;
  readonly stdout?: string;
  readonly output?: StoredTensor;
  readonly outputs?: readonly StoredTensor[];
  readonly upstream?: StoredTensor | null;
  readonly upstreams?: readonly (StoredTensor | null)[];
  readonly grads: Readonly<Record<string, { readonly data: Numbers } | null>>;
  readonly ref64:
    | "same"
    | {
        readonly output?: { readonly data: Numbers };
        readonly outputs?: readonly ({ readonly data: Numbers } | null)[];
        readonly grads?: Readonly<Record<string, { readonly data: Numbers } | null>>;
      };
  readonly tol: Tolerance;
  readonly f32_special?: boolean;
  readonly tags?: readonly string[];
}

/** What a text makes of its inputs. */
export interface Outcome {
  readonly result: unknown;
  /** Inputs by name, and a module's parameters as `param:NAME`. */
  readonly leaves: Readonly<Record<string, Tensor>>;
  readonly printed: readonly string[];
}

/** The reference for float64 read `.float()` and torch.float32 as double. */
const inDouble = (text: string) =>
  text.replaceAll(".float()", ".double()").replaceAll("torch.float32", "torch.float64");

/** Runs `work` with what floats are by default. */
export function withDefault<T>(precision: Precision, work: () => T): T {
  setDefaultDType(precision);
  try {
    return work();
  } finally {
    setDefaultDType("float32");
  }
}

/** Python's value for an argument of a case. */
export function argumentOf(given: Described, inputs: Readonly<Record<string, Tensor>>): unknown {
  if (typeof given === "string") return inputs[given];
  if (Array.isArray(given)) return Tuple.make(given.map((item: Described) => argumentOf(item, inputs)));
  const argument = given as Argument;
  if (argument.input !== undefined) return inputs[argument.input];
  if (argument.list !== undefined) return argument.list.map((item) => argumentOf(item, inputs));
  if (argument.dict !== undefined)
    return new Dict(Object.entries(argument.dict).map(([key, item]) => [key, argumentOf(item, inputs)] as const));
  return argument.value;
}

export function keywordsOf(
  given: Readonly<Record<string, Described>>,
  inputs: Readonly<Record<string, Tensor>>,
): Record<string, unknown> | null {
  const entries = Object.entries(given);
  return entries.length === 0
    ? null
    : Object.fromEntries(entries.map(([name, item]) => [name, argumentOf(item, inputs)]));
}

/** `expr` as the body of a function of its inputs: the last line is the value. */
export function functionText(expr: string, names: readonly string[]): string {
  const lines = expr.split("\n");
  const body = [...lines.slice(0, -1), `return ${lines.at(-1)}`];
  return `def case(${names.join(", ")}):\n${body.map((line) => `    ${line}`).join("\n")}\n`;
}

export function runText(given: ValueCase, precision: Precision): Outcome {
  const inputs = Object.fromEntries(given.inputs.map((input) => [input.name ?? "", tensorOf(input, precision)]));
  const adapt = precision === "float64" ? inDouble : (text: string) => text;
  const printed: string[] = [];
  if (given.expr !== undefined) {
    const { entry } = load(adapt(functionText(given.expr, Object.keys(inputs))), { entry: "case" }, printed);
    return { result: invoke(entry, Object.values(inputs)), leaves: inputs, printed };
  }
  const { program = "", entry = { kind: "function", name: "forward" }, call: how = { args: [], kwargs: {} } } = given;
  const { entry: made } = load(
    `${adapt(program)}\n__entry__ = ${entry.name}\ndef __case__():\n    return __entry__\n`,
    { entry: "__case__" },
    printed,
  );
  const value = invoke(made, []);
  const loss =
    entry.kind === "class"
      ? call(
          value,
          (entry.init?.args ?? []).map((arg) => argumentOf(arg, inputs)),
          keywordsOf(entry.init?.kwargs ?? {}, inputs),
        )
      : value;
  const result = call(
    loss,
    how.args.map((arg) => argumentOf(arg, inputs)),
    keywordsOf(how.kwargs, inputs),
  );
  const parameters =
    loss instanceof Module ? loss.named_parameters().map(([name, tensor]) => [`param:${name}`, tensor] as const) : [];
  return { result, leaves: { ...inputs, ...Object.fromEntries(parameters) }, printed };
}

export function valueProblem(given: ValueCase, precision: Precision, run = runText): string | null {
  return withDefault(precision, () => {
    const outcome = run(given, precision);
    const outputs = given.outputs ?? (given.output === undefined ? [] : [given.output]);
    const results = given.outputs === undefined ? [outcome.result] : several(outcome.result);
    if (
      given.stdout !== undefined &&
      precision === "float32" &&
      outcome.printed.join("\n").trimEnd() !== given.stdout.trimEnd()
    )
      return `printed ${JSON.stringify(outcome.printed.join("\n"))} for ${JSON.stringify(given.stdout)}`;
    return (
      outputProblem(given, outputs, results, precision) ?? gradientProblem(given, outcome.leaves, results, precision)
    );
  });
}

function several(result: unknown): unknown[] {
  return Array.isArray(result) ? [...result] : [result];
}

function outputProblem(
  given: ValueCase,
  outputs: readonly StoredTensor[],
  results: readonly unknown[],
  precision: Precision,
): string | null {
  if (results.length !== outputs.length) return `${results.length} results for ${outputs.length}`;
  for (const [i, output] of outputs.entries()) {
    const result = results[i];
    const problem =
      output.shape === null
        ? plainProblem(result, output, given.tol, precision)
        : tensorProblem(given, result, output, i, precision);
    if (problem !== null) return `output ${problem}`;
  }
  return null;
}

/** A plain Python value: its type, and what it is. */
function plainProblem(result: unknown, output: StoredTensor, tol: Tolerance, precision: Precision): string | null {
  const wanted = output.dtype.replace("py:", "");
  // The cases name types without their module.
  const actual = typeName(result).split(".").at(-1);
  if (actual !== wanted && !(wanted === "str" && actual === "dtype")) return `is a ${actual} for a ${wanted}`;
  const stored: unknown = output.data;
  const flat = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(flat) : [value]);
  const numbers = flat(result).map((value) =>
    typeof value === "boolean" || typeof value === "number" || isFloat(value) ? Number(value) : Number.NaN,
  );
  const expected = flat(stored);
  // The float64 run has another default.
  if (wanted === "dtype" && precision === "float64") return null;
  if (wanted === "dtype" || wanted === "str")
    return str(result) === String(expected[0]) ? null : `is ${str(result)} for ${String(expected[0])}`;
  return difference(numbers, expected.map(Number), tol);
}

function tensorProblem(
  given: ValueCase,
  result: unknown,
  output: StoredTensor,
  i: number,
  precision: Precision,
): string | null {
  if (!Tensor.isTensor(result)) return `is a ${typeName(result)} for a tensor`;
  if (result.shape.join() !== output.shape?.join())
    return `has shape [${result.shape.join()}] for [${output.shape?.join()}]`;
  if (!isStoredType(result.dtype, output.dtype, precision)) return `has dtype ${result.dtype} for ${output.dtype}`;
  if (precision === "float32") return difference(numbersOf(result), output.data, given.tol);
  if (given.ref64 === "same")
    return given.f32_special === true ? null : difference(numbersOf(result), output.data, tolerance64);
  return difference(
    numbersOf(result),
    given.ref64.outputs?.[i]?.data ?? given.ref64.output?.data ?? output.data,
    tolerance64,
  );
}

function gradientProblem(
  given: ValueCase,
  leaves: Readonly<Record<string, Tensor>>,
  results: readonly unknown[],
  precision: Precision,
): string | null {
  const names = Object.keys(given.grads);
  if (names.length === 0) return null;
  const upstreams = given.upstreams ?? [given.upstream ?? null];
  const roots = results.flatMap((result, i) =>
    Tensor.isTensor(result) && result.requires_grad ? [{ result, upstream: upstreams[i] ?? null }] : [],
  );
  const found = gradientsOf(
    roots.map(({ result }) => result),
    names.map((name) => leaves[name]),
    roots.map(({ upstream }) => (upstream === null ? null : tensorOf(upstream, precision))),
  );
  for (const [i, name] of names.entries()) {
    const expected =
      precision === "float64" && given.ref64 !== "same"
        ? (given.ref64.grads?.[name] ?? given.grads[name])
        : given.grads[name];
    const gradient = found[i];
    if (expected === null || expected === undefined) {
      if (gradient !== null) return `${name} has a gradient, PyTorch gives none`;
      continue;
    }
    if (gradient === null) return `${name} has no gradient`;
    const problem = difference(numbersOf(gradient), expected.data, precision === "float64" ? tolerance64 : given.tol);
    if (problem !== null) return `gradient of ${name} ${problem}`;
  }
  return null;
}

export interface DoubleCase {
  readonly id: string;
  readonly expr: string;
  readonly inputs: readonly StoredTensor[];
  readonly v: readonly StoredTensor[] | Readonly<Record<string, StoredTensor>>;
  readonly grads: Readonly<Record<string, { readonly data: Numbers } | null>>;
  readonly grad_of_grad: Readonly<Record<string, { readonly data: Numbers } | null>>;
  readonly hessian?: { readonly data: Numbers };
  readonly ref64:
    | "same"
    | {
        readonly grads?: DoubleCase["grads"];
        readonly grad_of_grad?: DoubleCase["grads"];
        readonly hessian?: { readonly data: Numbers };
      };
  readonly tol: Tolerance;
}

/** f's gradient, the gradient of its product with v, and f's second derivatives by the first input. */
export function doubleProblem(given: DoubleCase, precision: Precision): string | null {
  return withDefault(precision, () => {
    const names = given.inputs.map(({ name }) => name ?? "");
    const inputs = given.inputs.map((input) => tensorOf(input, precision));
    const { entry } = load(functionText(precision === "float64" ? inDouble(given.expr) : given.expr, names), {
      entry: "case",
    });
    const value = invoke(entry, inputs);
    if (!Tensor.isTensor(value)) return "is no tensor";
    const reference = precision === "float64" && given.ref64 !== "same" ? { ...given, ...given.ref64 } : given;
    const tol = precision === "float64" ? tolerance64 : given.tol;
    const wanted = inputs.filter((input) => input.requires_grad);
    const wantedNames = names.filter((_, i) => inputs[i].requires_grad);
    const first = gradientsOf([value], wanted, [null], { createGraph: true });
    const compare = (what: string, found: readonly (Tensor | null)[], stored: DoubleCase["grads"]): string | null => {
      for (const [i, name] of wantedNames.entries()) {
        const expected = stored[name];
        const actual = found[i];
        if (expected === undefined) continue;
        if (expected === null || actual === null) {
          // No dependence is a gradient of zero.
          const zero = expected === null ? actual : null;
          if (zero !== null && Array.from(numbersOf(zero)).some((v) => v !== 0))
            return `${what} of ${name} is not null`;
          if (expected?.data.some((v) => Number(v) !== 0)) return `${what} of ${name} is missing`;
          continue;
        }
        const problem = difference(numbersOf(actual), expected.data, tol);
        if (problem !== null) return `${what} of ${name} ${problem}`;
      }
      return null;
    };
    const vs = Array.isArray(given.v)
      ? given.v
      : Object.entries(given.v).map(([name, stored]) => ({ ...stored, name }));
    const directions = wantedNames.map((name, i) => vs.find((v) => v.name === name) ?? vs[i]);
    const problem = compare("gradient", first, reference.grads);
    if (problem !== null) return problem;
    const roots = first.flatMap((gradient, i) =>
      gradient?.requires_grad === true ? [{ gradient, v: tensorOf(directions[i], precision) }] : [],
    );
    const second = gradientsOf(
      roots.map(({ gradient }) => gradient),
      wanted,
      roots.map(({ v }) => v),
      { retainGraph: true },
    );
    const doubled = compare("gradient of gradient", second, reference.grad_of_grad);
    if (doubled !== null || reference.hessian === undefined) return doubled;
    const [gradient] = first;
    const n = gradient === null || gradient === undefined ? 0 : numbersOf(gradient).length;
    const rows: number[] = [];
    for (let i = 0; i < n; i++) {
      const unit = Tensor.zeros(wanted[0].shape, precision);
      dataOf(unit)[i] = 1;
      const [row] =
        gradient?.requires_grad === true ? gradientsOf([gradient], [wanted[0]], [unit], { retainGraph: true }) : [null];
      rows.push(...Array.from(row === null || row === undefined ? new Float64Array(n) : numbersOf(row)));
    }
    const mismatch = difference(rows, reference.hessian.data.flat(Number.POSITIVE_INFINITY) as Numbers, tol);
    return mismatch === null ? null : `hessian ${mismatch}`;
  });
}
