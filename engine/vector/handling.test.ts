import { describe, expect, test } from "vitest";
import { Generator } from "../random/generator.ts";
import { EngineError } from "../tensor/errors.ts";
import { combine, gramianOf } from "./gramian.ts";
import {
  aggregatorFor,
  chosenAggregators,
  defaultHandling,
  directionOf,
  handlingLimits,
  needsOf,
  seedOf,
  type VectorHandling,
} from "./handling.ts";
import type { ResultFacts } from "./lens.ts";
import { AggregatorMemory } from "./memory.ts";

const jacobian = Float64Array.of(-4, 1, 1, 6, 1, 1);
const gramian = gramianOf(jacobian, 2, 3);

const facts = (shape: readonly number[]): ResultFacts => ({
  kind: "tensor",
  type: "Tensor",
  shapes: [shape],
  dtype: "float32",
  requiresGrad: true,
});
const options = () => ({
  random: new Generator(0),
  columns: 3,
  values: [1, 2],
  epoch: 0,
  memory: new AggregatorMemory(),
});
const chosen = (name: (typeof chosenAggregators)[number], parameters = {}): VectorHandling => ({
  kind: "aggregator",
  name,
  parameters,
});

function errorOf(action: () => unknown): EngineError {
  try {
    action();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("a lane starts as PyTorch does: it refuses", () => {
  const error = errorOf(() => seedOf(defaultHandling, facts([64, 1]), null, options()));
  expect(error.code).toBe("not-scalar");
  expect(error.pytorch).toBe("grad can be implicitly created only for scalar outputs");
  expect(error.message).toBe("backward: the loss must be a scalar, got shape [64, 1]");
});

test.each<[VectorHandling, number[]]>([
  [{ kind: "sum" }, [1, 1]],
  [{ kind: "mean" }, [0.5, 0.5]],
  [{ kind: "weights", weights: [3, -1] }, [3, -1]],
])("%j starts the backward with these numbers, without any gradient", (handling, expected) => {
  expect(needsOf(handling)).toBe("nothing");
  expect([...seedOf(handling, facts([2]), null, options())]).toEqual(expected);
});

test("an aggregator's seed makes its step: UPGrad of the documented matrix", () => {
  const seed = seedOf(chosen("UPGrad"), facts([2]), gramian, options());
  const expected = [0.2929, 1.9004, 1.9004].map((value) => expect.closeTo(value, 4));
  expect([...combine(jacobian, 2, 3, seed)]).toEqual(expected);
  expect([...directionOf(chosen("UPGrad"), facts([2]), jacobian, gramian, options())]).toEqual(expected);
});

test("a parameter that is absent has its default", () => {
  const seed = (parameters = {}) => [...seedOf(chosen("CAGrad", parameters), facts([2]), gramian, options())];
  expect(seed()).toEqual(seed({ c: 0.5 }));
  expect(seed({ c: 1 })).not.toEqual(seed());
});

test("numbers of a link are held to their ranges, and whole where they have to be", () => {
  const seed = (parameters: Readonly<Record<string, number>>) => [
    ...seedOf(chosen("SDMGrad", parameters), facts([2]), gramian, options()),
  ];
  expect(seed({ n_iter: 1e6, momentum: 7 })).toEqual(seed({ n_iter: 200, momentum: 0.999 }));
  expect(seed({ n_iter: 2.2 })).toEqual(seed({ n_iter: 2 }));
});

test("a scalarizer's seed is made of the components, without any gradient", () => {
  expect(needsOf(chosen("STCH"))).toBe("values");
  const values = [0.2, 0.6];
  const [first, second] = seedOf(chosen("STCH", { mu: 0.1 }), facts([2]), null, { ...options(), values });
  expect([first, second]).toEqual([
    expect.closeTo(0.5 / (1 + Math.E ** 2), 9),
    expect.closeTo(0.5 / (1 + Math.E ** -2), 9),
  ]);
});

test("GradDrop has a direction and no seed", () => {
  expect(needsOf(chosen("GradDrop"))).toBe("jacobian");
  expect([...directionOf(chosen("GradDrop"), facts([2]), jacobian, null, options())]).toEqual([6, 2, 2]);
});

test("the choices of a lane are every aggregator but those that are kinds of their own", () => {
  expect(chosenAggregators).toEqual([
    "UPGrad",
    "MGDA",
    "DualProj",
    "PCGrad",
    "CAGrad",
    "IMTLG",
    "AlignedMTL",
    "ConFIG",
    "GradDrop",
    "FairGrad",
    "NashMTL",
    "GradVac",
    "ExcessMTL",
    "CRMOGM",
    "MoDo",
    "SDMGrad",
    "Krum",
    "TrimmedMean",
    "GeometricMean",
    "STCH",
    "COSMOS",
    "PBI",
    "DWA",
    "Random",
  ]);
  expect(aggregatorFor({ kind: "weights", weights: [] })?.title).toBe("Weights");
  expect(aggregatorFor(defaultHandling)).toBeNull();
});

describe("a loss of one element is a scalar", () => {
  test.each<VectorHandling>([
    { kind: "refuse" },
    { kind: "sum" },
    { kind: "mean" },
    ...chosenAggregators.map((name) => chosen(name)),
  ])("and starts with 1 under %j, drawing nothing", (handling) => {
    const random = new Generator(1);
    const step = directionOf(handling, facts([1, 1]), Float64Array.of(2, 3, 4), Float64Array.of(29), {
      ...options(),
      random,
    });
    expect([...step]).toEqual([2, 3, 4]);
    expect([...random.permutation(20)]).toEqual([...new Generator(1).permutation(20)]);
  });

  test("but a weight of one's own counts", () => {
    expect([...seedOf({ kind: "weights", weights: [3] }, facts([]), null, options())]).toEqual([3]);
  });
});

describe("what is refused", () => {
  test("weights that are not as many as components, in PyTorch's words too", () => {
    const error = errorOf(() => seedOf({ kind: "weights", weights: [1, 2] }, facts([3]), null, options()));
    expect(error.message).toBe("backward: 3 components take 3 weights, got 2");
    expect(error.pytorch).toBe(
      "Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]).",
    );
  });

  test("a tuple where the lane refuses, even of one scalar", () => {
    const error = errorOf(() =>
      seedOf(defaultHandling, { ...facts([]), kind: "tuple", type: "tuple" }, null, options()),
    );
    expect([error.code, error.pytorch]).toEqual(["not-a-tensor", "'tuple' object has no attribute 'backward'"]);
  });

  test("more components than can be aggregated; a sum takes them", () => {
    const many = facts([handlingLimits.components.max + 1]);
    expect(errorOf(() => seedOf(chosen("UPGrad"), many, gramian, options())).code).toBe("too-many-components");
    expect(seedOf({ kind: "sum" }, many, null, options()).length).toBe(handlingLimits.components.max + 1);
  });

  test("an empty loss", () => {
    expect(errorOf(() => seedOf({ kind: "mean" }, facts([0]), null, options())).code).toBe("not-scalar");
  });
});
