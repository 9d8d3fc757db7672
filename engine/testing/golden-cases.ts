/** @file Runs PyTorch's reference cases (engine/testdata/pytorch) through the engine, in float32 and in float64. */
import { gradientsOf } from "../autograd/backward.ts";
import { allocate, type DType } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { evaluatePython, Unsupported } from "./python-expression.ts";

export interface StoredTensor {
  readonly name?: string;
  readonly shape: readonly number[] | null;
  readonly dtype: string;
  readonly data: readonly (number | string | boolean)[];
  readonly requires_grad?: boolean;
}

interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export interface Case {
  readonly id: string;
  readonly expr?: string;
  readonly program?: string;
  readonly inputs: readonly StoredTensor[];
  readonly output?: StoredTensor;
  readonly outputs?: readonly StoredTensor[];
  readonly upstream?: StoredTensor | null;
  readonly upstreams?: readonly (StoredTensor | null)[];
  readonly grads: Readonly<Record<string, { readonly data: StoredTensor["data"] } | null>>;
  readonly ref64:
    | "same"
    | {
        readonly output?: { readonly data: StoredTensor["data"] };
        readonly outputs?: readonly { readonly data: StoredTensor["data"] }[];
        readonly grads?: Readonly<Record<string, { readonly data: StoredTensor["data"] }>>;
      };
  readonly tol: Tolerance;
  readonly f32_special?: boolean;
  readonly tags?: readonly string[];
}

export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "unsupported"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

const tolerance64: Tolerance = { rtol: 1e-10, atol: 1e-12 };

export function runCase(given: Case): Verdict {
  const verdicts = [runIn(given, "float32"), runIn(given, "float64")];
  return (
    verdicts.find(({ kind }) => kind === "failed") ??
    verdicts.find(({ kind }) => kind === "unsupported") ?? { kind: "passed" }
  );
}

function runIn(given: Case, precision: "float32" | "float64"): Verdict {
  try {
    const scope = Object.fromEntries(given.inputs.map((input) => [input.name ?? "", tensorOf(input, precision)]));
    const result = evaluatePython(expressionOf(given), scope);
    const outputs = given.outputs ?? (given.output === undefined ? [] : [given.output]);
    const results = given.outputs === undefined ? [result] : several(result);
    const problem =
      valueProblem(given, outputs, results, precision) ?? gradientProblem(given, scope, results, precision);
    return problem === null ? { kind: "passed" } : { kind: "failed", why: `${precision}: ${problem}` };
  } catch (error) {
    if (error instanceof Unsupported || (error instanceof EngineError && error.code === "argument"))
      return { kind: "unsupported", why: error.message };
    return { kind: "failed", why: `${precision}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** `def forward(…): return <expression>` for losses, the expression itself for ops. */
function expressionOf(given: Case): string {
  if (given.expr !== undefined) return single(given.expr);
  const match = /^def forward\([^)]*\):\n\s+return ([^\n]+)\n?$/.exec(given.program ?? "");
  if (match === null) throw new Unsupported("more than one line");
  return match[1];
}

function single(text: string): string {
  if (text.includes("\n")) throw new Unsupported("more than one line");
  return text;
}

function several(result: unknown): unknown[] {
  if (Array.isArray(result)) return result;
  if (typeof result === "object" && result !== null && "values" in result && "indices" in result)
    return [result.values, result.indices];
  throw new Unsupported("several outputs");
}

const storedTypes: Record<string, DType> = { float32: "float32", float64: "float64", int64: "int64", bool: "bool" };

function tensorOf(stored: StoredTensor, precision: "float32" | "float64"): Tensor {
  const known = storedTypes[stored.dtype];
  if (known === undefined || stored.shape === null) throw new Unsupported(stored.dtype);
  const dtype = known === "float32" ? precision : known;
  const data = allocate(dtype, stored.data.length);
  data.set(stored.data.map(Number));
  const tensor = Tensor.of(data, stored.shape, dtype);
  if (stored.requires_grad) tensor.requires_grad = true;
  return tensor;
}

function valueProblem(
  given: Case,
  outputs: readonly StoredTensor[],
  results: readonly unknown[],
  precision: "float32" | "float64",
): string | null {
  const is64 = precision === "float64";
  if (is64 && given.f32_special && given.ref64 === "same") return null;
  for (const [i, output] of outputs.entries()) {
    // What is float32 in both runs (`.float()`, `torch.float32`) is compared as float32.
    const isSingle =
      is64 && Tensor.isTensor(results[i]) && results[i].dtype === "float32" && output.dtype === "float32";
    const reference =
      is64 && given.ref64 !== "same"
        ? (given.ref64.outputs?.[i]?.data ?? given.ref64.output?.data ?? output.data)
        : output.data;
    const result = results[i];
    const actual = Tensor.isTensor(result) ? toContiguousData(result) : plainNumbers(result);
    const plain: unknown = output.data;
    if (output.shape === null) {
      const problem = difference(
        actual,
        (Array.isArray(plain) ? plain.flat(Number.POSITIVE_INFINITY) : [plain]).map(Number),
        given.tol,
      );
      if (problem !== null) return `value ${problem}`;
      continue;
    }
    if (Tensor.isTensor(result) && output.shape !== null && result.shape.join() !== output.shape.join())
      return `shape ${result.shape.join()} for ${output.shape.join()}`;
    if (
      Tensor.isTensor(result) &&
      output.shape !== null &&
      !isSingle &&
      !sameType(result.dtype, output.dtype, precision)
    )
      return `dtype ${result.dtype} for ${output.dtype}`;
    const problem = difference(actual, reference, is64 && !isSingle ? tolerance64 : given.tol);
    if (problem !== null) return `output ${problem}`;
  }
  return null;
}

function sameType(actual: DType, stored: string, precision: "float32" | "float64"): boolean {
  return actual === (stored === "float32" ? precision : stored);
}

function plainNumbers(value: unknown): number[] {
  if (Array.isArray(value)) return value.flat(Number.POSITIVE_INFINITY).map(Number);
  if (typeof value === "number" || typeof value === "boolean") return [Number(value)];
  throw new Unsupported(`result ${typeof value}`);
}

function gradientProblem(
  given: Case,
  scope: Readonly<Record<string, Tensor>>,
  results: readonly unknown[],
  precision: "float32" | "float64",
): string | null {
  const names = Object.keys(given.grads);
  if (names.length === 0) return null;
  const upstreams = given.upstreams ?? [given.upstream ?? null];
  const roots = results.flatMap((result, i) =>
    Tensor.isTensor(result) && result.requires_grad ? [{ result, upstream: upstreams[i] ?? null }] : [],
  );
  const starts = roots.map(({ upstream }) => (upstream === null ? null : tensorOf(upstream, precision)));
  const inputs = names.map((name) => scope[name]);
  const found = gradientsOf(
    roots.map(({ result }) => result),
    inputs,
    starts,
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
    const problem = difference(
      toContiguousData(gradient),
      expected.data,
      precision === "float64" ? tolerance64 : given.tol,
    );
    if (problem !== null) return `gradient of ${name} ${problem}`;
  }
  return null;
}

function difference(actual: ArrayLike<number>, stored: StoredTensor["data"], { rtol, atol }: Tolerance): string | null {
  if (actual.length !== stored.length) return `has ${actual.length} elements for ${stored.length}`;
  for (let i = 0; i < stored.length; i++) {
    const [a, b] = [actual[i], Number(stored[i])];
    const isClose = a === b || (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= atol + rtol * Math.abs(b);
    if (!isClose) return `at ${i}: ${a} for ${b}`;
  }
  return null;
}
