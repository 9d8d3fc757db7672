/** @file x[key] of NumPy's arrays: as tensors', but backwards too, with scalars for single elements and NumPy's words. */
import { cast, detach, item } from "../../../../ops/convert.ts";
import { tensor } from "../../../../ops/creation/creation.ts";
import { setitem } from "../../../../ops/in-place.ts";
import { getitem, type Index } from "../../../../ops/indexing/indexing.ts";
import { expand, reshape, squeeze, view } from "../../../../ops/indexing/movement.ts";
import { flip } from "../../../../ops/indexing/reordering.ts";
import { EngineError } from "../../../../tensor/errors.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { exception, typeError, valueError } from "../exceptions.ts";
import { Tuple } from "../sequences.ts";
import { indexOf } from "../tensors.ts";
import { listed } from "./array-arithmetic.ts";
import { NdArray, scalarOfArray } from "./nd-array.ts";

/** Arrays inside a key are tensors to the engine. */
function plainKey(key: unknown): unknown {
  if (key instanceof NdArray) return key.tensor;
  if (key instanceof Tuple) return Tuple.make([...key].map(plainKey));
  if (Array.isArray(key)) return key.length === 0 ? Tensor.zeros([0], "int64") : listed(key);
  return key;
}

const dimsOf = (index: Index): number =>
  index === null || index === "..." || typeof index === "boolean"
    ? 0
    : Tensor.isTensor(index) && index.dtype === "bool"
      ? index.shape.length
      : 1;

const isBackward = (index: Index): index is { start: number | null; stop: number | null; step: number } =>
  typeof index === "object" && index !== null && "step" in index && typeof index.step === "number" && index.step < 0;

/** Slices with a negative step: the same elements of the flipped array, forwards. */
function forwards(x: Tensor, indices: readonly Index[]): readonly [Tensor, readonly Index[]] {
  if (!indices.some(isBackward)) return [x, indices];
  const used = indices.reduce<number>((sum, index) => sum + dimsOf(index), 0);
  let dim = 0;
  let turned = x;
  const all = indices.map((index): Index => {
    const at = dim;
    dim += index === "..." ? x.shape.length - used : dimsOf(index);
    if (!isBackward(index)) return index;
    const n = x.shape[at];
    const place = (value: number) =>
      Math.min(Math.max(Number(value) < 0 ? Number(value) + n : Number(value), -1), n - 1);
    const from = index.start === null ? n - 1 : place(index.start);
    const to = index.stop === null ? -1 : place(index.stop);
    turned = flip(turned, [at]);
    return { start: n - 1 - from, stop: Math.max(n - 1 - to, n - 1 - from), step: -index.step };
  });
  return [turned, all];
}

/** NumPy's own words for indices that do not fit. */
function inWords<T>(x: Tensor, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof EngineError) || error.pytorch === undefined) throw error;
    const outside = /index (-?\d+) is out of bounds for dimension (\d+) with size (\d+)/.exec(error.pytorch ?? "");
    if (outside !== null)
      throw exception(
        "IndexError",
        `index ${outside[1]} is out of bounds for axis ${outside[2]} with size ${outside[3]}`,
      );
    if (/too many indices|invalid index of a 0-dim/.test(error.pytorch ?? ""))
      throw exception(
        "IndexError",
        `too many indices for array: array is ${x.shape.length}-dimensional, but ${x.shape.length + 1} were indexed`,
      );
    throw error;
  }
}

function checked(key: unknown): void {
  const isFloatKey = (each: unknown): boolean =>
    typeof each === "string" ||
    (each instanceof NdArray && /float/.test(each.tensor.dtype)) ||
    (typeof each === "number" && !Number.isInteger(each));
  if ((key instanceof Tuple ? [...key] : [key]).some(isFloatKey))
    throw exception(
      "IndexError",
      "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices",
    );
}

/** Every dim named by a number: an element. */
const isElement = (x: Tensor, indices: readonly Index[]): boolean =>
  indices.length === x.shape.length && indices.every((index) => typeof index === "number");

export function arrayItem({ tensor: x }: NdArray, key: unknown): unknown {
  checked(key);
  return inWords(x, () => {
    const indices = indexOf(plainKey(key));
    const chosen = getitem(...spread(forwards(x, indices)));
    return isElement(x, indices) ? scalarOfArray(chosen) : new NdArray(chosen);
  });
}

const spread = ([x, indices]: readonly [Tensor, readonly Index[]]): [Tensor, Index[]] => [x, [...indices]];

export function setArrayItem({ tensor: x }: NdArray, key: unknown, value: unknown): void {
  checked(key);
  const given =
    value instanceof NdArray
      ? value.tensor
      : Tensor.isTensor(value)
        ? detach(value)
        : Array.isArray(value)
          ? listed(value)
          : tensor(Number(value), x.dtype);
  inWords(x, () => {
    const indices = indexOf(plainKey(key));
    if (indices.some(isBackward)) {
      const places = getitem(...spread(forwards(numbered(x), indices)));
      setitem(view(x, [-1]), [reshape(places, [-1])], reshape(expand(cast(given, x.dtype), places.shape), [-1]));
      return;
    }
    const target = getitem(x, indices);
    const room = target.shape;
    // Leading dims of size one fall away.
    let fitting = cast(given, x.dtype);
    while (fitting.shape.length > room.length && fitting.shape[0] === 1) fitting = squeeze(fitting, 0);
    const isFit = fitting.shape.every((size, d) => {
      const there = room[room.length - fitting.shape.length + d];
      return size === 1 || size === there;
    });
    const words = (shape: readonly number[]) => `(${shape.join(",")}${shape.length === 1 ? "," : ""})`;
    if (!isFit || fitting.shape.length > room.length)
      throw valueError(`could not broadcast input array from shape ${words(given.shape)} into shape ${words(room)}`);
    setitem(x, indices, fitting);
  });
}

/** Where each element stands. */
function numbered(x: Tensor): Tensor {
  const count = x.shape.reduce((a, b) => a * b, 1);
  return Tensor.of(
    Float64Array.from({ length: count }, (_, i) => i),
    [...x.shape],
    "int64",
  );
}

export function* arrayRows(array: NdArray): Iterable<unknown> {
  const { shape } = array.tensor;
  if (shape.length === 0) throw typeError("iteration over a 0-d array");
  for (let i = 0; i < shape[0]; i++)
    yield shape.length === 1 ? arrayItem(array, i) : new NdArray(getitem(array.tensor, [i]));
}

export function arrayTruth({ tensor: x }: NdArray): boolean {
  const count = x.shape.reduce((a, b) => a * b, 1);
  if (count > 1)
    throw valueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
  if (count === 0)
    throw valueError(
      "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.",
    );
  return item(x) !== 0;
}

export function arrayNumber({ tensor: x }: NdArray): unknown {
  if (x.shape.reduce((a, b) => a * b, 1) !== 1)
    throw typeError("only 0-dimensional arrays can be converted to Python scalars");
  return scalarOfArray(reshape(x, []));
}
