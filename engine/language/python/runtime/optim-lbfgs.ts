/** @file torch.optim.LBFGS, of the Python dialect alone: it calls its closure several times in a step, which no training run here does. */
import { toContiguousData } from "../../../tensor/storage.ts";
import { dataOf, Tensor, wrote } from "../../../tensor/tensor.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception, object, typeError, valueError } from "./exceptions.ts";
import { float } from "./floats.ts";
import type { Keywords } from "./functions.ts";
import { native } from "./native.ts";
import { iterate } from "./protocols.ts";
import { typeName } from "./type-name.ts";

type Vector = Float64Array;

const dot = (a: Vector, b: Vector): number => a.reduce((sum, each, i) => sum + each * b[i], 0);
const most = (a: Vector): number => a.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
const sumOfSizes = (a: Vector): number => a.reduce((sum, each) => sum + Math.abs(each), 0);
const scaled = (a: Vector, by: number): Vector => a.map((each) => each * by);

/** Vectors are held as the parameters are: each op rounds to float32. */
const rounded = (a: Vector, isSingle: boolean): Vector => (isSingle ? a.map(Math.fround) : a);

interface Options {
  readonly lr: number;
  readonly maxIter: number;
  readonly maxEval: number;
  readonly toleranceGrad: number;
  readonly toleranceChange: number;
  readonly historySize: number;
  readonly wolfe: boolean;
}

interface Point {
  readonly loss: number;
  readonly gradient: Vector;
}

type At = (t: number) => Point;

/** Where the cubic through two values and slopes is least. */
function cubicMinimum(
  x1: number,
  f1: number,
  g1: number,
  x2: number,
  f2: number,
  g2: number,
  bounds?: readonly [number, number],
): number {
  const [low, high] = bounds ?? (x1 <= x2 ? [x1, x2] : [x2, x1]);
  const d1 = g1 + g2 - (3 * (f1 - f2)) / (x1 - x2);
  const square = d1 * d1 - g1 * g2;
  if (square < 0) return (low + high) / 2;
  const d2 = Math.sqrt(square);
  const least =
    x1 <= x2
      ? x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
      : x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2));
  return Math.min(Math.max(least, low), high);
}

interface Searched extends Point {
  readonly t: number;
  readonly evaluations: number;
}

/** A step that meets the strong Wolfe conditions, or the best that was found. */
function strongWolfe(
  at: At,
  start: number,
  direction: Vector,
  loss: number,
  gradient: Vector,
  slope: number,
  tolerance: number,
): Searched {
  const [c1, c2, limit] = [1e-4, 0.9, 25];
  const norm = most(direction);
  let t = start;
  let now = at(t);
  let evaluations = 1;
  let slopeNow = dot(now.gradient, direction);
  let [tBefore, before, slopeBefore]: [number, Point, number] = [0, { loss, gradient }, slope];
  let isDone = false;
  let iteration = 0;
  let bracket: { t: number; point: Point; slope: number }[] = [];
  while (iteration < limit) {
    const current = { t, point: now, slope: slopeNow };
    const previous = { t: tBefore, point: before, slope: slopeBefore };
    if (now.loss > loss + c1 * t * slope || (iteration > 1 && now.loss >= before.loss)) {
      bracket = [previous, current];
      break;
    }
    if (Math.abs(slopeNow) <= -c2 * slope) {
      bracket = [current];
      isDone = true;
      break;
    }
    if (slopeNow >= 0) {
      bracket = [previous, current];
      break;
    }
    const next = cubicMinimum(tBefore, before.loss, slopeBefore, t, now.loss, slopeNow, [
      t + 0.01 * (t - tBefore),
      t * 10,
    ]);
    [tBefore, before, slopeBefore] = [t, now, slopeNow];
    t = next;
    now = at(t);
    evaluations++;
    slopeNow = dot(now.gradient, direction);
    iteration++;
  }
  if (iteration === limit)
    bracket = [
      { t: 0, point: { loss, gradient }, slope },
      { t, point: now, slope: slopeNow },
    ];
  let isStuck = false;
  let [low, high] =
    bracket.length === 1 || bracket[0].point.loss <= bracket[bracket.length - 1].point.loss ? [0, 1] : [1, 0];
  while (!isDone && iteration < limit) {
    const [a, b] = bracket;
    if (Math.abs(b.t - a.t) * norm < tolerance) break;
    t = cubicMinimum(a.t, a.point.loss, a.slope, b.t, b.point.loss, b.slope);
    const [least, largest] = [Math.min(a.t, b.t), Math.max(a.t, b.t)];
    const margin = 0.1 * (largest - least);
    if (Math.min(largest - t, t - least) < margin) {
      if (isStuck || t >= largest || t <= least) {
        t = Math.abs(t - largest) < Math.abs(t - least) ? largest - margin : least + margin;
        isStuck = false;
      } else isStuck = true;
    } else isStuck = false;
    now = at(t);
    evaluations++;
    slopeNow = dot(now.gradient, direction);
    iteration++;
    const fresh = { t, point: now, slope: slopeNow };
    if (now.loss > loss + c1 * t * slope || now.loss >= bracket[low].point.loss) {
      bracket[high] = fresh;
      [low, high] = bracket[0].point.loss <= bracket[1].point.loss ? [0, 1] : [1, 0];
    } else {
      if (Math.abs(slopeNow) <= -c2 * slope) isDone = true;
      else if (slopeNow * (bracket[high].t - bracket[low].t) >= 0) bracket[high] = bracket[low];
      bracket[low] = fresh;
    }
  }
  const best = bracket[low];
  return { ...best.point, t: best.t, evaluations };
}

class Solver {
  #direction: Vector | null = null;
  #t = 0;
  #before: Vector | null = null;
  #oldSteps: Vector[] = [];
  #oldChanges: Vector[] = [];
  #weights: number[] = [];
  #diagonal = 1;

  #iterations = 0;

  constructor(
    readonly parameters: readonly Tensor[],
    readonly options: () => Options,
  ) {}

  get #isSingle(): boolean {
    return this.parameters.every(({ dtype }) => dtype === "float32");
  }

  #gradient(): Vector {
    const parts = this.parameters.flatMap((each) =>
      each.grad === null
        ? Array.from({ length: dataOf(each).length }, () => 0)
        : Array.from(toContiguousData(each.grad)),
    );
    return Float64Array.from(parts);
  }

  #move(from: readonly Vector[], t: number, direction: Vector): void {
    let at = 0;
    this.parameters.forEach((each, i) => {
      const data = dataOf(each);
      for (let k = 0; k < data.length; k++) data[k] = from[i][k] + t * direction[at++];
      wrote(each);
    });
  }

  step(closure: () => Tensor): Tensor {
    const { lr, maxIter, maxEval, toleranceGrad, toleranceChange, historySize, wolfe } = this.options();
    const isSingle = this.#isSingle;
    const first = closure();
    let loss = Number(toContiguousData(first)[0]);
    let evaluations = 1;
    let gradient = this.#gradient();
    if (most(gradient) <= toleranceGrad) return first;
    for (let i = 0; i < maxIter; ) {
      i++;
      this.#iterations++;
      let direction: Vector;
      if (this.#iterations === 1 || this.#direction === null || this.#before === null) {
        direction = scaled(gradient, -1);
        this.#diagonal = 1;
      } else {
        const before = this.#before;
        const change = rounded(
          gradient.map((each, k) => each - before[k]),
          isSingle,
        );
        const step = rounded(scaled(this.#direction, this.#t), isSingle);
        const curvature = dot(change, step);
        if (curvature > 1e-10) {
          if (this.#oldSteps.length === historySize) {
            this.#oldChanges.shift();
            this.#oldSteps.shift();
            this.#weights.shift();
          }
          this.#oldChanges.push(change);
          this.#oldSteps.push(step);
          this.#weights.push(1 / curvature);
          this.#diagonal = curvature / dot(change, change);
        }
        const shares: number[] = [];
        let q = scaled(gradient, -1);
        for (let k = this.#oldSteps.length - 1; k >= 0; k--) {
          shares[k] = dot(this.#oldSteps[k], q) * this.#weights[k];
          q = rounded(
            q.map((each, j) => each - shares[k] * this.#oldChanges[k][j]),
            isSingle,
          );
        }
        let r = rounded(scaled(q, this.#diagonal), isSingle);
        for (let k = 0; k < this.#oldSteps.length; k++) {
          const share = shares[k] - dot(this.#oldChanges[k], r) * this.#weights[k];
          r = rounded(
            r.map((each, j) => each + share * this.#oldSteps[k][j]),
            isSingle,
          );
        }
        direction = r;
      }
      this.#before = gradient.slice();
      const lossHere = loss;

      let t = this.#iterations === 1 ? Math.min(1, 1 / sumOfSizes(gradient)) * lr : lr;
      const slope = dot(gradient, direction);
      if (slope > -toleranceChange) break;
      let calls = 0;
      const from = this.parameters.map((each) => Float64Array.from(dataOf(each)));
      if (wolfe) {
        const at: At = (step) => {
          this.#move(from, step, direction);
          const value = Number(toContiguousData(closure())[0]);
          return { loss: value, gradient: this.#gradient() };
        };
        const found = strongWolfe(at, t, direction, loss, gradient, slope, 1e-9);
        ({ loss, gradient, t } = found);
        calls = found.evaluations;
        this.#move(from, t, direction);
      } else {
        this.#move(from, t, direction);
        if (i !== maxIter) {
          loss = Number(toContiguousData(closure())[0]);
          gradient = this.#gradient();
          calls = 1;
        }
      }
      this.#direction = direction;
      this.#t = t;
      evaluations += calls;
      if (i === maxIter || evaluations >= maxEval || most(gradient) <= toleranceGrad) break;
      if (most(scaled(direction, t)) <= toleranceChange || Math.abs(loss - lossHere) < toleranceChange) break;
    }
    return first;
  }
}

const given = (names: string, args: readonly unknown[], keywords: Keywords): unknown[] =>
  names.split(" ").map((name, i) => args[i] ?? keywords?.[name] ?? null);

export const lbfgsClass = new PyClass("LBFGS", [object], "torch.optim");

lbfgsClass.construct = (args, keywords) => {
  const [params, lr, maxIter, maxEval, grad, change, history, search] = given(
    "params lr max_iter max_eval tolerance_grad tolerance_change history_size line_search_fn",
    args,
    keywords,
  );
  const parameters = (Tensor.isTensor(params) ? [params] : [...iterate(params)]).map((each) => {
    if (Tensor.isTensor(each)) return each;
    throw typeError(`optimizer can only optimize Tensors, but one of the params is ${typeName(each)}`);
  });
  if (parameters.length === 0) throw valueError("optimizer got an empty parameter list");
  if (search !== null && search !== "strong_wolfe") throw exception("RuntimeError", "only 'strong_wolfe' is supported");
  const iterations = Number(maxIter ?? 20);
  const group = new Dict([
    ["params", parameters],
    ["lr", lr ?? float(1)],
    ["max_iter", iterations],
    ["max_eval", maxEval ?? Math.floor((iterations * 5) / 4)],
    ["tolerance_grad", grad ?? 1e-7],
    ["tolerance_change", change ?? 1e-9],
    ["history_size", history ?? 100],
    ["line_search_fn", search],
  ]);
  const number = (key: string) => Number(group.get(key));
  const solver = new Solver(parameters, () => ({
    lr: number("lr"),
    maxIter: number("max_iter"),
    maxEval: number("max_eval"),
    toleranceGrad: number("tolerance_grad"),
    toleranceChange: number("tolerance_change"),
    historySize: number("history_size"),
    wolfe: group.get("line_search_fn") === "strong_wolfe",
  }));
  const made = new PyObject(lbfgsClass);
  const members = {
    param_groups: [group],
    step: native("step", ([closure]) => {
      if (closure === undefined || closure === null)
        throw typeError("LBFGS.step() missing 1 required positional argument: 'closure'");
      return solver.step(() => {
        const loss = call(closure, [], none);
        if (Tensor.isTensor(loss)) return loss;
        throw typeError("float() argument must be a string or a real number, not 'NoneType'");
      });
    }),
    zero_grad: native("zero_grad", () => {
      for (const each of parameters) each.grad = null;
      return null;
    }),
  };
  for (const [key, value] of Object.entries(members)) made.attributes.set(key, value);
  return made;
};
