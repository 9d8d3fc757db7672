/** @file NumPy's functions of sets, places and orders, and what its elementwise functions do besides: outer, reduce, accumulate, at. */
import { cast } from "../../../ops/convert.ts";
import { permute, reshape } from "../../../ops/indexing/movement.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { torch } from "../../../torch.ts";
import { adapted } from "./arrays/adapted.ts";
import { arrayItem, setArrayItem } from "./arrays/array-items.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { arrayOf } from "./arrays/numpy-creation.ts";
import { call, none } from "./call.ts";
import { exception, valueError } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { native } from "./native.ts";
import { toInt } from "./numbers.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";

const of = (name: string, ...args: readonly unknown[]): Tensor => {
  const result = call(Reflect.get(torch, name), args, none);
  if (Tensor.isTensor(result)) return result;
  throw new Error(`internal: ${name} gave no tensor`);
};

const numbersOf = (x: unknown): number[] => Array.from(toContiguousData(cast(arrayOf(x), "float64")));

const whole = (numbers: readonly number[], shape: readonly number[] = [numbers.length]): NdArray =>
  new NdArray(Tensor.of(Float64Array.from(numbers), [...shape], "int64"));

/** Sorted, each once, in the dtype of the first. */
const sorted = (numbers: Iterable<number>, like: unknown): NdArray => {
  const values = [...new Set(numbers)].sort((a, b) => a - b);
  return new NdArray(cast(Tensor.of(Float64Array.from(values), [values.length], "float64"), arrayOf(like).dtype));
};

/** One axis to another place. */
function moved(x: unknown, from: unknown, to: unknown): NdArray {
  const array = arrayOf(x);
  const rank = array.shape.length;
  const placesOf = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).map((each) => (toInt(each) + rank) % rank);
  const [sources, targets] = [placesOf(from), placesOf(to)];
  const order = array.shape.map((_, d) => d).filter((d) => !sources.includes(d));
  [...targets.keys()]
    .sort((a, b) => targets[a] - targets[b])
    .forEach((i) => {
      order.splice(targets[i], 0, sources[i]);
    });
  return new NdArray(permute(array, order));
}

/** Pieces along an axis, at places or so many. */
function pieces(x: unknown, given: unknown, axis: unknown, even: boolean): unknown[] {
  const array = arrayOf(x);
  const d = toInt(axis ?? 0);
  const n = array.shape[d];
  const list = given instanceof NdArray || Array.isArray(given) ? numbersOf(given) : null;
  const count = list === null ? toInt(given) : list.length + 1;
  if (list === null && even && n % count !== 0) throw valueError("array split does not result in an equal division");
  const bounds =
    list === null
      ? Array.from({ length: count + 1 }, (_, i) => i * Math.floor(n / count) + Math.min(i, n % count))
      : [0, ...list, n];
  return bounds.slice(1).map((end, i) => new NdArray(of("narrow", array, d, bounds[i], Math.max(0, end - bounds[i]))));
}

const placed = (at: number, shape: readonly number[]): number[] => {
  const found = new Array<number>(shape.length);
  let rest = at;
  for (let d = shape.length - 1; d >= 0; d--) {
    found[d] = rest % shape[d];
    rest = Math.floor(rest / shape[d]);
  }
  return found;
};

export const numpyFurther: Readonly<Record<string, unknown>> = {
  rollaxis: native("rollaxis", ([x, axis, start]) => {
    const [from, to] = [toInt(axis), toInt(start ?? 0)];
    return moved(x, from, from < to ? to - 1 : to);
  }),
  moveaxis: native("moveaxis", ([x, from, to], keywords) =>
    moved(x, from ?? keywords?.source, to ?? keywords?.destination),
  ),
  split: native("split", ([x, parts, axis], keywords) => pieces(x, parts, axis ?? keywords?.axis, true)),
  array_split: native("array_split", ([x, parts, axis], keywords) => pieces(x, parts, axis ?? keywords?.axis, false)),
  // The order on either side of the k-th is NumPy's to choose: sorted fits.
  partition: native("partition", ([x, , axis], keywords) => {
    const result = call(Reflect.get(torch, "sort"), [arrayOf(x), toInt(axis ?? keywords?.axis ?? -1)], none);
    return new NdArray(Array.isArray(result) && Tensor.isTensor(result[0]) ? result[0] : arrayOf(x));
  }),
  argpartition: native(
    "argpartition",
    ([x, , axis], keywords) => new NdArray(of("argsort", arrayOf(x), toInt(axis ?? keywords?.axis ?? -1))),
  ),
  take_along_axis: native(
    "take_along_axis",
    ([x, index, axis], keywords) =>
      new NdArray(of("take_along_dim", arrayOf(x), arrayOf(index), toInt(axis ?? keywords?.axis))),
  ),
  isin: native("isin", ([x, test]) => {
    const known = new Set(numbersOf(test));
    const array = arrayOf(x);
    const found = Float64Array.from(numbersOf(array), (each) => (known.has(each) ? 1 : 0));
    return new NdArray(cast(Tensor.of(found, [...array.shape], "float64"), "bool"));
  }),
  setdiff1d: native("setdiff1d", ([a, b]) => {
    const known = new Set(numbersOf(b));
    return sorted(
      numbersOf(a).filter((each) => !known.has(each)),
      a,
    );
  }),
  intersect1d: native("intersect1d", ([a, b]) => {
    const known = new Set(numbersOf(b));
    return sorted(
      numbersOf(a).filter((each) => known.has(each)),
      a,
    );
  }),
  union1d: native("union1d", ([a, b]) => sorted([...numbersOf(a), ...numbersOf(b)], a)),
  digitize: native("digitize", ([x, bins, right], keywords) => {
    const edges = numbersOf(bins);
    const array = arrayOf(x);
    const isRight = (right ?? keywords?.right) === true;
    const places = numbersOf(array).map(
      (value) => edges.filter((edge) => (isRight ? edge < value : edge <= value)).length,
    );
    return array.shape.length === 0 ? places[0] : whole(places, array.shape);
  }),
  unravel_index: native("unravel_index", ([at, shape]) => {
    const sizes = [...iterate(shape)].map(toInt);
    if (typeof at === "number") return Tuple.make(placed(at, sizes));
    const index = arrayOf(at);
    const all = numbersOf(index).map((each) => placed(each, sizes));
    return Tuple.make(
      sizes.map((_, d) =>
        whole(
          all.map((each) => each[d]),
          index.shape,
        ),
      ),
    );
  }),
  indices: native("indices", ([shape]) => {
    const sizes = [...iterate(shape)].map(toInt);
    const count = sizes.reduce((a, b) => a * b, 1);
    const all = sizes.flatMap((_, d) => Array.from({ length: count }, (_unused, i) => placed(i, sizes)[d]));
    return whole(all, [sizes.length, ...sizes]);
  }),
  tri: native("tri", ([rows, columns, k]) => {
    const [n, m, by] = [toInt(rows), toInt(columns ?? rows), toInt(k ?? 0)];
    const data = Float64Array.from({ length: n * m }, (_, i) => ((i % m) - Math.floor(i / m) <= by ? 1 : 0));
    return new NdArray(Tensor.of(data, [n, m], "float64"));
  }),
  convolve: native("convolve", ([a, v, mode], keywords) => {
    const [x, y] = [numbersOf(a), numbersOf(v)];
    const full = new Float64Array(x.length + y.length - 1);
    x.forEach((p, i) => {
      y.forEach((q, j) => {
        full[i + j] += p * q;
      });
    });
    const how = String(mode ?? keywords?.mode ?? "full");
    const size = how === "same" ? Math.max(x.length, y.length) : Math.abs(x.length - y.length) + 1;
    const cut =
      how === "full"
        ? full
        : full.slice(Math.floor((full.length - size) / 2), Math.floor((full.length - size) / 2) + size);
    return new NdArray(Tensor.of(cut, [cut.length], "float64"));
  }),
  nanmax: native("nanmax", ([x]) => Math.max(...numbersOf(x).filter((each) => !Number.isNaN(each)))),
  nanmin: native("nanmin", ([x]) => Math.min(...numbersOf(x).filter((each) => !Number.isNaN(each)))),
  vectorize: native("vectorize", ([f]) =>
    native("vectorized", ([x]) => {
      const array = arrayOf(x);
      const results = [...iterate(new NdArray(reshape(array, [-1])))].map((each) => call(f, [each], none));
      return new NdArray(reshape(arrayOf(results), array.shape));
    }),
  ),
  apply_along_axis: native("apply_along_axis", ([f, axis, x]) => {
    const array = arrayOf(x);
    const d = (toInt(axis) + array.shape.length) % array.shape.length;
    const last = moved(array, d, -1).tensor;
    const rows = reshape(last, [-1, array.shape[d]]);
    const results = Array.from({ length: rows.shape[0] }, (_, i) => call(f, [arrayItem(new NdArray(rows), i)], none));
    return new NdArray(reshape(arrayOf(results), last.shape.slice(0, -1)));
  }),
};

/** np.add.reduce and its kin, by the function's own name. */
const folds: Readonly<Record<string, string>> = {
  add: "sum",
  multiply: "prod",
  maximum: "max",
  minimum: "min",
  logical_or: "any",
  logical_and: "all",
};
const sums: Readonly<Record<string, string>> = {
  add: "cumsum",
  multiply: "cumprod",
  maximum: "cummax",
  minimum: "cummin",
};

/** Gives the elementwise functions of two arrays their methods. */
export function withMethods(members: Readonly<Record<string, unknown>>): void {
  const functionOf = (name: string): Native | null => {
    const found = members[name];
    return found instanceof Native ? found : null;
  };
  for (const name of [
    "add",
    "subtract",
    "multiply",
    "divide",
    "maximum",
    "minimum",
    "power",
    "equal",
    "logical_or",
    "logical_and",
    "greater",
    "less",
    "hypot",
    "arctan2",
  ]) {
    const f = functionOf(name);
    if (f === null) continue;
    f.attributes.set(
      "outer",
      native("outer", ([a, b]) => {
        const [left, right] = [arrayOf(a), arrayOf(b)];
        const column = reshape(left, [...left.shape, ...right.shape.map(() => 1)]);
        return f.run([new NdArray(column), new NdArray(right)], null);
      }),
    );
    const folded = Object.hasOwn(folds, name) ? functionOf(folds[name]) : null;
    if (folded !== null)
      f.attributes.set(
        "reduce",
        native("reduce", ([x, axis], keywords) =>
          folded.run([x, axis === undefined ? (keywords?.axis ?? 0) : axis], null),
        ),
      );
    if (Object.hasOwn(sums, name))
      f.attributes.set(
        "accumulate",
        adapted(
          native("accumulate", ([x, axis]) => {
            const result = call(Reflect.get(torch, sums[name]), [x, toInt(axis ?? 0)], none);
            return Array.isArray(result) ? result[0] : result;
          }),
        ),
      );
    f.attributes.set(
      "at",
      native("at", ([x, index, value]) => {
        if (!(x instanceof NdArray)) throw exception("TypeError", "ufunc.at takes an array");
        // One after the other: an element may be named several times.
        const places = index instanceof NdArray || Array.isArray(index) ? [...iterate(index)] : [index];
        const values = value instanceof NdArray || Array.isArray(value) ? [...iterate(value)] : places.map(() => value);
        places.forEach((place, i) => {
          setArrayItem(x, place, f.run([arrayItem(x, place), values[i]], null));
        });
        return null;
      }),
    );
  }
}
