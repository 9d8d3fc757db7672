import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Generator } from "../random/generator.ts";
import { EngineError } from "../tensor/errors.ts";
import {
  type AggregatorName,
  aggregatorNames,
  aggregatorOf,
  aggregators,
  defaultParameters,
  isAggregatorName,
  isConflictFree,
} from "./aggregators.ts";
import type { AggregationContext } from "./context.ts";
import { combine, gramianOf, product, traceOf } from "./gramian.ts";
import { AggregatorMemory } from "./memory.ts";
import type { Aggregator } from "./records/aggregator.ts";

type Rows = readonly (readonly number[])[];

interface Recorded {
  readonly jacobians: readonly Rows[];
  readonly remembering: readonly {
    readonly name: string;
    readonly parameters: Readonly<Record<string, number>>;
    readonly steps: Rows;
  }[];
  readonly scalarizers: readonly {
    readonly name: string;
    readonly parameters: Readonly<Record<string, number>>;
    readonly values: readonly number[];
    readonly weights: readonly number[];
  }[];
  readonly fair: readonly { readonly jacobian: Rows; readonly alpha: number; readonly weights: readonly number[] }[];
  readonly aligned: readonly {
    readonly jacobian: Rows;
    readonly scale_mode: number;
    readonly weights: readonly number[];
  }[];
}

/** What record.py beside it made of the papers' definitions. */
const recorded: Recorded = JSON.parse(readFileSync("engine/testdata/vector/recorded.json", "utf8"));

/** The matrix of TorchJD's documentation. */
const documented: Rows = [
  [-4, 1, 1],
  [6, 1, 1],
];

function contextFor(aggregator: Aggregator, rows: Rows, changes: Partial<AggregationContext> = {}): AggregationContext {
  return {
    random: new Generator(0),
    columns: rows[0].length,
    parameters: defaultParameters(aggregator),
    constants: rows.map((_, i) => i + 1),
    values: rows.map((_, i) => i + 1),
    epoch: 0,
    memory: new AggregatorMemory(),
    ...changes,
  };
}

const flat = (rows: Rows) => Float64Array.from(rows.flat());
const gramian = (rows: Rows) => gramianOf(flat(rows), rows.length, rows[0].length);

function weightsOf(name: AggregatorName, rows: Rows, changes: Partial<AggregationContext> = {}): number[] {
  const aggregator = aggregatorOf(name);
  const context = contextFor(aggregator, rows, changes);
  if (aggregator.needs === "jacobian") throw new Error(`${name} has no weights`);
  if (aggregator.needs === "values") return [...aggregator.weights(rows.length, context)];
  return [...aggregator.weights(gramian(rows), rows.length, context)];
}

function stepOf(name: AggregatorName, rows: Rows, changes: Partial<AggregationContext> = {}): number[] {
  const aggregator = aggregatorOf(name);
  const [m, n] = [rows.length, rows[0].length];
  if (aggregator.needs === "jacobian")
    return [...aggregator.direction(flat(rows), m, n, contextFor(aggregator, rows, changes))];
  return [...combine(flat(rows), m, n, weightsOf(name, rows, changes))];
}

const closeTo = (expected: readonly number[], tolerance: number) =>
  expected.map((value) => expect.toSatisfy((actual: number) => Math.abs(actual - value) <= tolerance, `≈ ${value}`));

const norm = (values: readonly number[]) => Math.hypot(...values);
const scaleOf = (rows: Rows) => Math.max(...rows.map(norm));

/** Weights come from inner products alone, so that one backward makes the step. */
const weighted = aggregatorNames.filter((name) => aggregatorOf(name).needs !== "jacobian");
const fromGramian = aggregatorNames.filter((name) => aggregatorOf(name).needs === "gramian");
/** Scalarizers look at the components, and no gradient of theirs changes anything. */
const deterministic = weighted.filter((name) => {
  const { isRandom, needs } = aggregatorOf(name);
  return !isRandom && needs !== "values" && name !== "Constant" && name !== "Krum";
});
/** A bargain is about gains as they are, and MoDo moves its weights by them: twice the gradients are other weights. */
// SDMGrad adds 1e-8 to the square it divides by, which its twenty steps, of lr 10, may enlarge 10⁸ times.
const scaleFree = deterministic.filter((name) => !["FairGrad", "NashMTL", "MoDo", "SDMGrad"].includes(name));

const number = fc.double({ min: -10, max: 10, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4);
const matrix = (m: number, n: number) =>
  fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });
const size = fc.integer({ min: 1, max: 7 });
/** Of any rank: the product of two matrices has that of the narrower at most. */
const anyRows: fc.Arbitrary<Rows> = fc
  .tuple(size, size, size)
  .chain(([m, rank, n]) => fc.tuple(matrix(m, rank), matrix(rank, n)))
  .map(([left, right]) =>
    left.map((row) => right[0].map((_, k) => row.reduce((sum, value, r) => sum + value * right[r][k], 0))),
  );
/** With something to gain, so that TorchJD's threshold for gradients that count as zero is far. */
const rowsThatCount = anyRows.filter((rows) => scaleOf(rows) > 0.1);
/** Seven columns for at most four rows, so that they are independent, next to certainly. */
const independentRows = fc
  .integer({ min: 2, max: 4 })
  .chain((m) => matrix(m, 7))
  .filter((rows) => isWellConditioned(rows));

function isWellConditioned(rows: Rows): boolean {
  // Gram-Schmidt: every row keeps a good part of itself when those before it are taken away.
  const basis: number[][] = [];
  return rows.every((row) => {
    const left = [...row];
    for (const unit of basis) {
      const inner = left.reduce((sum, value, k) => sum + value * unit[k], 0);
      for (let k = 0; k < left.length; k++) left[k] -= inner * unit[k];
    }
    const length = norm(left);
    basis.push(left.map((value) => value / length));
    return length > 0.2 * norm(row) && norm(row) > 0.5;
  });
}

describe("TorchJD's own values", () => {
  const pinned: [AggregatorName, number[]][] = [
    ["Sum", [2, 2, 2]],
    ["Mean", [1, 1, 1]],
    ["Constant", [8, 3, 3]],
    ["UPGrad", [0.2929, 1.9004, 1.9004]],
    ["DualProj", [0.5563, 1.1109, 1.1109]],
    ["MGDA", [0, 1, 1]],
    ["PCGrad", [0.5848, 3.8012, 3.8012]],
    ["CAGrad", [0.1835, 1.2041, 1.2041]],
    ["IMTLG", [0.0767, 1, 1]],
    ["AlignedMTL", [0.2133, 0.9673, 0.9673]],
    ["ConFIG", [0.1588, 2.0706, 2.0706]],
    ["FairGrad", [0.0766, 0.9985, 0.9985]],
    ["NashMTL", [0.0542, 0.7061, 0.7061]],
    ["GradVac", [0.5848, 3.8012, 3.8012]],
    ["GradDrop", [6, 2, 2]],
    ["Random", [-2.6229, 1, 1]],
  ];
  test.each(pinned)("%s, with the seed 0 where it draws", (name, expected) => {
    expect(stepOf(name, documented)).toEqual(closeTo(expected, 1e-4));
  });

  test("Krum and the trimmed mean, of the matrices that TorchJD has for them", () => {
    const attacked = [
      [1, 1, 1],
      [1, 0, 1],
      [75, -666, 23],
      [1, 2, 3],
      [2, 0, 1],
    ];
    const parameters = { n_byzantine: 1, n_selected: 4 };
    expect(weightsOf("Krum", attacked, { parameters })).toEqual([0.25, 0.25, 0, 0.25, 0.25]);
    expect(stepOf("Krum", attacked, { parameters })).toEqual([1.25, 0.75, 1.5]);
    const wild = [
      [1e11, 3],
      [1, -1e11],
      [-1e10, 1e10],
      [2, 2],
    ];
    expect(stepOf("TrimmedMean", wild)).toEqual([1.5, 2.5]);
  });

  test("there is one for every aggregator, here or recorded", () => {
    const named = [...pinned.map(([name]) => name), "Krum", "TrimmedMean", "DWA"];
    const known = [...recorded.remembering, ...recorded.scalarizers].map(({ name }) => name);
    expect([...new Set([...named, ...known])].sort()).toEqual([...aggregatorNames].sort());
  });

  test.each(recorded.remembering)("$name with $parameters, step after step", ({ name, parameters, steps }) => {
    if (!isAggregatorName(name)) throw new Error(`there is no ${name}`);
    const memory = new AggregatorMemory();
    const given = { ...defaultParameters(aggregatorOf(name)), ...parameters };
    const ours = recorded.jacobians.map((rows) => stepOf(name, rows, { memory, parameters: given }));
    ours.forEach((step, i) => {
      expect(step).toEqual(closeTo(steps[i], 1e-9));
    });
    // Another run remembers nothing of this one.
    expect(stepOf(name, documented, { parameters: given })).toEqual(ours[0]);
  });

  test.each(recorded.scalarizers)("$name at $values is its gradient", ({ name, parameters, values, weights }) => {
    if (!isAggregatorName(name)) throw new Error(`there is no ${name}`);
    const rows = values.map(() => [1]);
    expect(weightsOf(name, rows, { values, parameters })).toEqual(closeTo(weights, 1e-9));
  });

  test.each(recorded.fair)("FairGrad with α = $alpha of $jacobian", ({ jacobian, alpha, weights }) => {
    expect(weightsOf("FairGrad", jacobian, { parameters: { alpha } })).toEqual(closeTo(weights, 1e-6));
  });

  test.each(recorded.aligned)("Aligned-MTL, scale mode $scale_mode of $jacobian", (row) => {
    const parameters = { scale_mode: row.scale_mode };
    expect(weightsOf("AlignedMTL", row.jacobian, { parameters })).toEqual(closeTo(row.weights, 1e-6));
  });

  test("DWA weighs by the last two passes: 1 in the first two, then by what fell less", () => {
    const memory = new AggregatorMemory();
    const at = (epoch: number, values: readonly number[]) =>
      weightsOf("DWA", documented, { memory, epoch, values, parameters: { temperature: 2 } });
    expect(at(0, [4, 4])).toEqual([1, 1]);
    expect(at(0, [2, 4])).toEqual([1, 1]);
    expect(at(1, [1.5, 4])).toEqual([1, 1]);
    // 2 softmax([1.5 / 3, 4 / 4] / 2)
    expect(at(2, [1, 1])).toEqual(closeTo([0.875647, 1.124353], 1e-6));
    expect(at(2, [9, 9])).toEqual(closeTo([0.875647, 1.124353], 1e-6));
  });

  test("GradDrop lets a share of everything through where it leaks", () => {
    const parameters = { leak: 0.25 };
    const [drops, sums] = [stepOf("GradDrop", documented), stepOf("Sum", documented)];
    expect(stepOf("GradDrop", documented, { parameters })).toEqual(
      closeTo(
        drops.map((value, k) => 0.25 * sums[k] + 0.75 * value),
        1e-12,
      ),
    );
  });

  test("Krum, the trimmed mean and the geometric mean say what they cannot take", () => {
    expect(() => weightsOf("Krum", documented)).toThrow("Krum: takes at least 4 components (n_byzantine + 3), got 2");
    expect(() => stepOf("TrimmedMean", documented)).toThrow(
      "TrimmedMean: takes at least 3 components (2 trim_number + 1), got 2",
    );
    expect(() => weightsOf("GeometricMean", documented, { values: [1, -0.5] })).toThrow(
      "GeometricMean: the components must not be negative, got -0.5 in component 1",
    );
  });

  test("Random's weights are the softmax of torch.randn", () => {
    expect(weightsOf("Random", documented)).toEqual(closeTo([0.8623, 0.1377], 1e-4));
  });

  test("gradients whose squares add up to less than 1e-4 count as zero: UPGrad and DualProj average, CAGrad stops", () => {
    const tiny = documented.map((row) => row.map((value) => value * 1e-4));
    expect(weightsOf("UPGrad", tiny)).toEqual([0.5, 0.5]);
    expect(weightsOf("DualProj", tiny)).toEqual([0.5, 0.5]);
    expect(weightsOf("CAGrad", tiny)).toEqual([0, 0]);
  });

  test("CAGrad without a way to go stops where a component has no gradient, as TorchJD does", () => {
    const rows = [
      [0, 0, 0],
      [1, 2, 0],
    ];
    expect(weightsOf("CAGrad", rows, { parameters: { c: 0 } })).toEqual([0, 0]);
    expect(weightsOf("CAGrad", documented, { parameters: { c: 0 } })).toEqual([0.5, 0.5]);
  });
});

describe("aggregators that are conflict-free", () => {
  /** How far below zero J d may be: what TorchJD's own regularisation, or its early end of Frank-Wolfe, leaves. */
  const slack: Readonly<Record<string, (rows: Rows, weights: readonly number[]) => number[]>> = {
    UPGrad: ridgeSlack,
    DualProj: ridgeSlack,
    MGDA: (rows) => rows.map(() => 0.05 * scaleOf(rows) ** 2),
    CAGrad: (rows) => rows.map(() => 1e-4 * scaleOf(rows) ** 2),
    FairGrad: bargainSlack,
    NashMTL: bargainSlack,
  };

  /** The multiplier of row i is (G + 1e-4 trace I) w >= 0, so G w is at least -1e-4 trace w. */
  function ridgeSlack(rows: Rows, weights: readonly number[]): number[] {
    const trace = traceOf(gramian(rows), rows.length);
    return weights.map((weight) => 1e-4 * trace * weight + 1e-9 * trace);
  }

  /** The ridge beside G, without which opposite gradients would have weights without end. */
  function bargainSlack(rows: Rows, weights: readonly number[]): number[] {
    return rows.map(() => 1e-9 * traceOf(gramian(rows), rows.length) * Math.max(1, norm(weights)));
  }

  const free = aggregatorNames.filter((name) => isConflictFree(aggregatorOf(name), { c: 1, alpha: 1 }));

  test("are these", () => {
    expect(free).toEqual(["UPGrad", "MGDA", "DualProj", "CAGrad", "FairGrad", "NashMTL"]);
    expect(isConflictFree(aggregators.CAGrad, { c: 0.5 })).toBe(false);
  });

  test.each(free)("%s makes no component worse, whatever the rank", (name) => {
    const c = fc.double({ min: 1, max: 4, noNaN: true });
    fc.assert(
      fc.property(rowsThatCount, c, (rows, chosen) => {
        const weights = weightsOf(name, rows, { parameters: { c: chosen, alpha: 1, max_norm: 1 } });
        const gains = product(gramian(rows), rows.length, weights);
        const allowed = slack[name](rows, weights);
        gains.forEach((gain, i) => {
          expect(gain).toBeGreaterThanOrEqual(-allowed[i]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("Sum and Mean do make one worse, for instance that of the documentation", () => {
    expect(product(gramian(documented), 2, weightsOf("Sum", documented))[0]).toBe(-4);
    expect(product(gramian(documented), 2, weightsOf("Mean", documented))[0]).toBe(-2);
  });
});

describe("UPGrad and DualProj are the least vᵀHv, found by trying every set of rows that hold back", () => {
  /** argmin vᵀHv with v >= u: for each set of rows with v > u, the solution where their part of Hv is 0; then the best that is allowed. */
  function bruteForce(h: Float64Array, m: number, u: readonly number[]): number[] {
    let [best, least]: [number[], number] = [[], Number.POSITIVE_INFINITY];
    for (let set = 0; set < 2 ** m; set++) {
      const inSet = [...u.keys()].filter((i) => (set >> i) & 1);
      const v = solved(h, m, u, inSet);
      if (v.some((value, i) => value < u[i] - 1e-9)) continue;
      const value = v.reduce((sum, vi, i) => sum + vi * v.reduce((s, vj, j) => s + h[i * m + j] * vj, 0), 0);
      if (value < least) [best, least] = [v, value];
    }
    return best;
  }

  function solved(h: Float64Array, m: number, u: readonly number[], free: readonly number[]): number[] {
    const table = free.map((i) => {
      const fixed = u.reduce((sum, value, j) => (free.includes(j) ? sum : sum + h[i * m + j] * value), 0);
      return [...free.map((j) => h[i * m + j]), -fixed];
    });
    for (let p = 0; p < free.length; p++) {
      for (let i = 0; i < free.length; i++) {
        if (i === p) continue;
        const factor = table[i][p] / table[p][p];
        for (let k = p; k <= free.length; k++) table[i][k] -= factor * table[p][k];
      }
    }
    const v = [...u];
    free.forEach((i, p) => {
      v[i] = table[p][free.length] / table[p][p];
    });
    return v;
  }

  function regularised(rows: Rows): Float64Array {
    const m = rows.length;
    const g = gramian(rows);
    const trace = traceOf(g, m);
    return g.map((value, at) => value / trace + (at % (m + 1) === 0 ? 1e-4 : 0));
  }

  test("UPGrad", () => {
    fc.assert(
      fc.property(rowsThatCount, (rows) => {
        const m = rows.length;
        const expected = new Array<number>(m).fill(0);
        for (let i = 0; i < m; i++) {
          const unit = rows.map((_, j) => (j === i ? 1 / m : 0));
          bruteForce(regularised(rows), m, unit).forEach((value, j) => {
            expected[j] += value;
          });
        }
        const largest = Math.max(...expected);
        expect(weightsOf("UPGrad", rows)).toEqual(closeTo(expected, 1e-6 * largest));
      }),
    );
  });

  test("DualProj", () => {
    fc.assert(
      fc.property(rowsThatCount, (rows) => {
        const expected = bruteForce(
          regularised(rows),
          rows.length,
          rows.map(() => 1 / rows.length),
        );
        expect(weightsOf("DualProj", rows)).toEqual(closeTo(expected, 1e-6 * Math.max(...expected)));
      }),
    );
  });
});

describe("what every aggregator's weights do when the gradients change in a known way", () => {
  test.each(deterministic)("%s: rows in another order have their weights in that order", (name) => {
    // Frank-Wolfe stops before its end, and which of several equal rows it takes first is left open.
    const tolerance = name === "MGDA" || name === "CRMOGM" ? 0.05 : 1e-5;
    fc.assert(
      fc.property(independentRows, fc.integer(), (rows, seed) => {
        const order = [...new Generator(seed >>> 0).permutation(rows.length)];
        const expected = order.map((i) => weightsOf(name, rows)[i]);
        const shuffled = order.map((i) => rows[i]);
        expect(weightsOf(name, shuffled)).toEqual(closeTo(expected, tolerance * Math.max(1, norm(expected))));
      }),
    );
  });

  test.each(scaleFree)("%s: gradients of any length, weights the same", (name) => {
    fc.assert(
      fc.property(independentRows, fc.integer({ min: -4, max: 20 }), (rows, power) => {
        const expected = weightsOf(name, rows);
        // By powers of two, which round nothing: what is a tie stays one.
        const scaled = rows.map((row) => row.map((value) => value * 2 ** power));
        expect(weightsOf(name, scaled)).toEqual(closeTo(expected, 1e-5 * Math.max(1, norm(expected))));
      }),
    );
  });

  test.each(["UPGrad", "DualProj"] as const)("%s: rows that are the same weigh the same", (name) => {
    fc.assert(
      fc.property(rowsThatCount, (rows) => {
        const weights = weightsOf(name, [...rows, ...rows]);
        const half = weights.slice(0, rows.length);
        expect(weights.slice(rows.length)).toEqual(closeTo(half, 1e-7 * Math.max(1, norm(half))));
      }),
    );
  });

  test.each(["UPGrad", "DualProj", "Mean"] as const)(
    "%s: a component without gradient leaves the others' alone",
    (name) => {
      fc.assert(
        fc.property(rowsThatCount, (rows) => {
          const more = [...rows, rows[0].map(() => 0)];
          const step = stepOf(name, rows);
          // One more component to average over.
          const expected = step.map((value) => (value * rows.length) / more.length);
          expect(weightsOf(name, more).at(-1)).toBeCloseTo(1 / more.length, 12);
          expect(stepOf(name, more)).toEqual(closeTo(expected, 1e-7 * Math.max(1, scaleOf(rows))));
        }),
      );
    },
  );
});

describe("awkward gradients", () => {
  // A bargain with oneself is as long as the gradient is short; scalarizers never see one component (handling.ts).
  const otherwise = ["CAGrad", "FairGrad", "NashMTL", "Krum"];
  const alone = weighted.filter((name) => !otherwise.includes(name) && aggregatorOf(name).needs !== "values");
  test.each(alone)("%s: a single component has weight 1", (name) => {
    expect(weightsOf(name, [[3, -4, 12]])).toEqual(closeTo([1], 1e-12));
  });

  test("CAGrad goes c further with a single component, as TorchJD does", () => {
    expect(weightsOf("CAGrad", [[3, -4, 12]], { parameters: { c: 0.5 } })).toEqual(closeTo([1.5], 1e-6));
  });

  test.each(aggregatorNames)("%s: no gradient at all, no step", (name) => {
    const zero = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(stepOf(name, zero).map(Math.abs)).toEqual([0, 0, 0]);
  });

  const same = [
    [1, -2],
    [1, -2],
    [1, -2],
  ];
  test.each(deterministic)("%s: gradients that are all the same give a step along them", (name) => {
    const [x, y] = stepOf(name, same);
    expect(x).toBeGreaterThan(0);
    expect(y / x).toBeCloseTo(-2, 9);
  });

  test.each(["UPGrad", "DualProj", "MGDA", "PCGrad", "Mean", "Sum", "CAGrad", "ConFIG"] as const)(
    "%s: opposite gradients cancel",
    (name) => {
      const opposite = [
        [3, -1],
        [-3, 1],
      ];
      expect(stepOf(name, opposite, { parameters: { c: 1 } })).toEqual(closeTo([0, 0], 1e-6));
    },
  );

  test.each(fromGramian)("%s: NaN or infinity is refused, and the component named", (name) => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e200]) {
      const rows = [...documented, [0, bad, 1], [1, 1, 1]];
      expect(() => weightsOf(name, rows)).toThrow(EngineError);
      expect(() => weightsOf(name, rows)).toThrow(
        /: the gradients of the components must be finite, got .* in component 2/,
      );
    }
  });

  test.each(["Sum", "Mean", "Constant", "Random", "GradDrop"] as const)(
    "%s: NaN comes through, as in PyTorch",
    (name) => {
      const step = stepOf(name, [...documented, [0, Number.NaN, 1]]);
      expect(step.map(Number.isNaN)).toEqual([false, true, false]);
    },
  );

  test("GradDrop keeps one sign of each parameter, and draws once for each", () => {
    const rows = [
      [1, -1, 2, 0],
      [1, -3, -2, 0],
    ];
    const seen = new Set<number>();
    const random = new Generator(7);
    for (let i = 0; i < 50; i++) {
      const [both, negative, torn, none] = stepOf("GradDrop", rows, { random });
      expect([both, negative, none]).toEqual([2, -4, 0]);
      seen.add(torn);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, 2]);
  });

  test("PCGrad meets the other gradients in the order that the generator gives", () => {
    const rows = [
      [1, 0, 0],
      [-1, 1, 0],
      [0, -1, 2],
    ];
    const inOrder = { ...new Generator(0), permutation: (n: number) => Array.from({ length: n }, (_, i) => i) };
    const random = { normal: () => {}, uniform: () => {} };
    expect(stepOf("PCGrad", rows, { random: { ...inOrder, ...random } })).toEqual(closeTo([0, 0.7, 2.6], 1e-9));
    const backwards = { ...random, permutation: (n: number) => Array.from({ length: n }, (_, i) => n - 1 - i) };
    expect(stepOf("PCGrad", rows, { random: backwards })).not.toEqual(closeTo([0, 0.7, 2.6], 1e-3));
  });
});

describe("thousands of components", () => {
  const m = 4096;
  const n = 8;
  const jacobian = new Float64Array(m * n);
  new Generator(3).normal(jacobian);
  const large = gramianOf(jacobian, m, n);

  test.each(aggregatorNames)("%s comes to an end, with finite numbers", (name) => {
    const aggregator = aggregatorOf(name);
    const context: AggregationContext = {
      random: new Generator(0),
      columns: n,
      parameters: defaultParameters(aggregator),
      constants: new Array<number>(m).fill(1),
      values: new Array<number>(m).fill(1),
      epoch: 0,
      memory: new AggregatorMemory(),
    };
    const result =
      aggregator.needs === "jacobian"
        ? aggregator.direction(jacobian, m, n, context)
        : aggregator.needs === "values"
          ? aggregator.weights(m, context)
          : aggregator.weights(large, m, context);
    expect(result.length).toBe(aggregator.needs === "jacobian" ? n : m);
    expect(result.every(Number.isFinite)).toBe(true);
  });
});

test("every aggregator says what it is", () => {
  for (const name of aggregatorNames) {
    const { title, about, formula, source, parameters } = aggregatorOf(name);
    expect(about).toMatch(/^[A-Z].*\.$/);
    for (const text of [title, formula, source.authors, source.title]) expect(text).not.toBe("");
    expect(source.url).toMatch(/^https:/);
    for (const { min, max, default: value } of parameters) expect(value >= min && value <= max).toBe(true);
  }
});
