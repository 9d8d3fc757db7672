/** @file What losses use of SciPy: distances to edges, assignments, special functions. Arrays in, arrays out. */
import { cast } from "../../../../ops/convert.ts";
import { toContiguousData } from "../../../../tensor/storage.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { torch } from "../../../../torch.ts";
import { adapted, outward } from "../arrays/adapted.ts";
import { NdArray } from "../arrays/nd-array.ts";
import { arrayOf } from "../arrays/numpy-creation.ts";
import { call, none } from "../call.ts";
import type { Namespace } from "../constants.ts";
import { exception, valueError } from "../exceptions.ts";
import type { Keywords } from "../functions.ts";
import { namespace, native } from "../native.ts";
import { toInt } from "../numbers.ts";
import { Tuple } from "../sequences.ts";
import { assignment } from "./assignment.ts";
import { distanceTransform } from "./distance-transform.ts";
import { alongDim, correlated, type Grid, gaussianWeights, labelled, overNeighbours, turned } from "./filters.ts";

/** Arguments by position or by name. */
const given = (names: string, args: readonly unknown[], keywords: Keywords): unknown[] =>
  names.split(" ").map((name, i) => args[i] ?? keywords?.[name] ?? null);

const gridOf = (value: unknown): Grid => {
  const x = cast(arrayOf(value), "float64");
  return { data: toContiguousData(x), shape: x.shape };
};

const floats = (data: Float64Array, shape: readonly number[]): NdArray =>
  new NdArray(Tensor.of(data, [...shape], "float64"));

/** One number for every dim, or one for each. */
const perDim = (value: unknown, dims: number, otherwise: number): number[] =>
  Array.isArray(value) || value instanceof NdArray
    ? Array.from(toContiguousData(cast(arrayOf(value), "float64")))
    : Array.from({ length: dims }, () => (value === null ? otherwise : Number(value)));

function edt(args: readonly unknown[], keywords: Keywords): unknown {
  const [input, sampling, distancesToo, indicesToo] = given(
    "input sampling return_distances return_indices",
    args,
    keywords,
  );
  const { data, shape } = gridOf(input);
  const { distances, nearest } = distanceTransform(data, shape, perDim(sampling, shape.length, 1));
  const parts: unknown[] = distancesToo === false ? [] : [floats(distances, shape)];
  if (indicesToo === true) {
    const steps = shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * b, 1));
    const places = shape.flatMap((size, d) => Array.from(nearest, (at) => Math.floor(at / steps[d]) % size));
    parts.push(new NdArray(Tensor.of(Float64Array.from(places), [shape.length, ...shape], "int32")));
  }
  return parts.length === 1 ? parts[0] : Tuple.make(parts);
}

/** Neighbours in as many dims that differ in at most `connectivity` of them. */
function structureOf(dims: number, connectivity: number): Grid {
  const shape = Array.from({ length: dims }, () => 3);
  const data = Array.from({ length: 3 ** dims }, (_, i) => {
    let [rest, apart] = [i, 0];
    for (let d = 0; d < dims; d++) {
      apart += Math.abs((rest % 3) - 1);
      rest = Math.floor(rest / 3);
    }
    return apart <= connectivity ? 1 : 0;
  });
  return { data, shape };
}

const morphology = (isErosion: boolean) => (args: readonly unknown[], keywords: Keywords) => {
  const [input, structure, iterations, , , border] = given(
    "input structure iterations mask output border_value",
    args,
    keywords,
  );
  const x = gridOf(input);
  const kernel = structure === null ? structureOf(x.shape.length, 1) : gridOf(structure);
  const outside = Number(border ?? 0) === 0 ? 0 : 1;
  let current: Grid = { data: Array.from(x.data, (each) => (each === 0 ? 0 : 1)), shape: x.shape };
  const rounds = toInt(iterations ?? 1);
  for (let round = 0; round < Math.max(1, rounds); round++)
    current = {
      shape: x.shape,
      data: overNeighbours(
        current,
        isErosion ? kernel : turned(kernel),
        "constant",
        outside,
        () => isErosion,
        (state, value, weight) => (weight === 0 ? state : isErosion ? state && value !== 0 : state || value !== 0),
        Number,
      ),
    };
  return new NdArray(cast(Tensor.of(Float64Array.from(current.data), [...x.shape], "float64"), "bool"));
};

const filtered = (isTurned: boolean) => (args: readonly unknown[], keywords: Keywords) => {
  const [input, weights, , mode, outside] = given("input weights output mode cval", args, keywords);
  const [x, kernel] = [gridOf(input), gridOf(weights)];
  const seen = isTurned ? turned(kernel) : kernel;
  return floats(correlated(x, seen, String(mode ?? "reflect"), Number(outside ?? 0)), x.shape);
};

function gaussian(args: readonly unknown[], keywords: Keywords): unknown {
  const [input, sigma, , , mode, outside, truncate] = given(
    "input sigma order output mode cval truncate",
    args,
    keywords,
  );
  const x = gridOf(input);
  const widths = perDim(sigma, x.shape.length, 1);
  return floats(
    widths.reduce<Float64Array>(
      (data, width, d) =>
        width === 0
          ? data
          : correlated(
              { data, shape: x.shape },
              alongDim(gaussianWeights(width, Number(truncate ?? 4)), d, x.shape.length),
              String(mode ?? "reflect"),
              Number(outside ?? 0),
            ),
      Float64Array.from(x.data),
    ),
    x.shape,
  );
}

function label(args: readonly unknown[], keywords: Keywords): unknown {
  const [input, structure] = given("input structure", args, keywords);
  const x = gridOf(input);
  const { labels, count } = labelled(x, structure === null ? structureOf(x.shape.length, 1) : gridOf(structure));
  return Tuple.make([new NdArray(Tensor.of(labels, [...x.shape], "int32")), count]);
}

const natives = (table: Readonly<Record<string, (args: readonly unknown[], keywords: Keywords) => unknown>>) =>
  Object.fromEntries(Object.entries(table).map(([name, run]) => [name, native(name, run)]));

const ndimage = natives({
  distance_transform_edt: edt,
  binary_erosion: morphology(true),
  binary_dilation: morphology(false),
  convolve: filtered(true),
  correlate: filtered(false),
  gaussian_filter: gaussian,
  label,
  generate_binary_structure: ([dims, connectivity]) => {
    const { data, shape } = structureOf(toInt(dims), toInt(connectivity));
    return new NdArray(cast(Tensor.of(Float64Array.from(data), [...shape], "float64"), "bool"));
  },
});

function assigned(args: readonly unknown[], keywords: Keywords): unknown {
  const [matrix, isMost] = given("cost_matrix maximize", args, keywords);
  const { data, shape } = gridOf(matrix);
  if (shape.length !== 2) throw valueError(`expected a matrix (2-D array), got a ${shape.length} array`);
  const cost = Float64Array.from(data, (each) => (isMost === true ? -each : each));
  if (cost.some((each) => Number.isNaN(each) || each === Number.NEGATIVE_INFINITY))
    throw valueError("matrix contains invalid numeric entries");
  const pairs = assignment(cost, shape[0], shape[1]);
  if (pairs === null) throw valueError("cost matrix is infeasible");
  const part = (side: 0 | 1) =>
    new NdArray(
      Tensor.of(
        Float64Array.from(pairs, (pair) => pair[side]),
        [pairs.length],
        "int64",
      ),
    );
  return Tuple.make([part(0), part(1)]);
}

/** A function of torch's, of arrays. */
const special = (name: string, torchName = name) =>
  adapted(
    native(name, (args) =>
      call(
        Reflect.get(torch, torchName),
        args.map((arg) => cast(arrayOf(outward(arg)), "float64")),
        none,
      ),
    ),
  );

const along = (name: string) =>
  native(name, ([x, axis], keywords) => {
    const array = cast(arrayOf(x), "float64");
    const wanted = axis ?? keywords?.axis ?? null;
    const dims = wanted === null ? array.shape.map((_, d) => d) : wanted;
    if (name === "logsumexp")
      return outward(call(Reflect.get(torch, name), [array, dims], { keepdim: keywords?.keepdims === true }));
    if (wanted !== null || array.shape.length === 1)
      return outward(call(Reflect.get(torch, name), [array, wanted ?? 0], none));
    const flat = call(Reflect.get(torch, "reshape"), [array, [-1]], none);
    const done = call(Reflect.get(torch, name), [flat, 0], none);
    return outward(call(Reflect.get(torch, "reshape"), [done, array.shape], none));
  });

const specialMembers = {
  expit: special("expit", "sigmoid"),
  logit: special("logit"),
  erf: special("erf"),
  erfc: special("erfc"),
  erfinv: special("erfinv"),
  gammaln: special("gammaln", "lgamma"),
  digamma: special("digamma"),
  xlogy: special("xlogy"),
  softmax: along("softmax"),
  log_softmax: along("log_softmax"),
  logsumexp: along("logsumexp"),
};

const cdist = native("cdist", (args, keywords) => {
  const [a, b, metric] = given("XA XB metric", args, keywords);
  const how = String(metric ?? "euclidean");
  const p = { euclidean: 2, sqeuclidean: 2, cityblock: 1, chebyshev: Number.POSITIVE_INFINITY }[how];
  if (p === undefined)
    throw exception(
      "NotImplementedError",
      `scipy.spatial.distance.cdist: ${how} is not available here: compute it with torch`,
    );
  const [left, right] = [a, b].map((each) => cast(arrayOf(each), "float64"));
  const distances = call(Reflect.get(torch, "cdist"), [left, right, p], none);
  return outward(how === "sqeuclidean" ? call(Reflect.get(torch, "square"), [distances], none) : distances);
});

const modulesOf = (): readonly (readonly [string, Namespace])[] => {
  const images = namespace("scipy.ndimage", ndimage);
  const optimize = namespace("scipy.optimize", { linear_sum_assignment: native("linear_sum_assignment", assigned) });
  const functions = namespace("scipy.special", specialMembers);
  const distance = namespace("scipy.spatial.distance", { cdist });
  const spatial = namespace("scipy.spatial", { distance });
  const whole = namespace("scipy", { ndimage: images, optimize, special: functions, spatial });
  return [
    ["scipy", whole],
    ["scipy.ndimage", images],
    ["scipy.ndimage.morphology", images],
    ["scipy.ndimage.filters", images],
    ["scipy.optimize", optimize],
    ["scipy.special", functions],
    ["scipy.spatial", spatial],
    ["scipy.spatial.distance", distance],
  ];
};

export const scipyModules = modulesOf();
