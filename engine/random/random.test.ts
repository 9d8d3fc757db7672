import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogueModules } from "../nn/catalogue.ts";
import { Linear, Sequential } from "../nn/layers.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { defaultGenerator, Generator } from "./generator.ts";
import { bernoulli, normal, rand, randint, randn, randperm } from "./ops.ts";

const tanh = () => new catalogueModules.Tanh();

interface Stored {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly data: readonly number[];
}

interface RandomCase {
  readonly id: string;
  readonly seed: number;
  readonly code: string;
  readonly outputs: readonly Stored[];
}

const { cases } = JSON.parse(readFileSync("engine/testdata/pytorch/random.json", "utf8")) as {
  readonly cases: readonly RandomCase[];
};

function filled(length: number, fill: (out: Float32Array) => void): Tensor {
  const data = new Float32Array(length);
  fill(data);
  return Tensor.of(data, [length], "float32");
}

/** What each line of PyTorch is here. */
const programs: Record<string, () => readonly Tensor[]> = {
  "torch.rand(5)": () => [rand([5])],
  "torch.rand(3, 4)": () => [rand([3, 4])],
  "torch.randn(10)": () => [randn([10])],
  "torch.randn(15)": () => [randn([15])],
  "torch.randn(16)": () => [randn([16])],
  "torch.randn(17)": () => [randn([17])],
  "torch.randn(20)": () => [randn([20])],
  "torch.randn(64, 1)": () => [randn([64, 1])],
  "torch.randn(100)": () => [randn([100])],
  "torch.randn(8, dtype=torch.float64)": () => [randn([8], "float64")],
  "torch.rand(8, dtype=torch.float64)": () => [rand([8], "float64")],
  "torch.randint(0, 10, (12,))": () => [randint(0, 10, [12])],
  "torch.randperm(10)": () => [randperm(10)],
  "torch.randperm(64)": () => [randperm(64)],
  "torch.randn(())": () => [randn([])],
  "[torch.randn(3), torch.rand(3), torch.randn(20), torch.randperm(5)]": () => [
    randn([3]),
    rand([3]),
    randn([20]),
    randperm(5),
  ],
  "torch.normal(2.0, 0.5, size=(6,))": () => [normal(2, 0.5, [6])],
  "torch.empty(6).uniform_(-2, 3)": () => [filled(6, (out) => defaultGenerator.uniform(out, -2, 3))],
  "torch.empty(20).normal_(1, 2)": () => [filled(20, (out) => defaultGenerator.normal(out, 1, 2))],
  "torch.bernoulli(torch.full((12,), 0.3))": () => [
    bernoulli(Tensor.of(new Float32Array(12).fill(0.3), [12], "float32")),
  ],
  "[p.detach() for p in nn.Linear(3, 2).parameters()]": () => new Linear(3, 2).parameters(),
  "[p.detach() for p in nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 1)).parameters()]":
    () => new Sequential(new Linear(1, 16), tanh(), new Linear(16, 16), tanh(), new Linear(16, 1)).parameters(),
};

test.each(cases.map((given) => [`${given.code} after seed ${given.seed}`, given] as const))(
  "%s gives PyTorch's numbers",
  (_title, given) => {
    defaultGenerator.seed(given.seed);
    const results = programs[given.code]();
    given.outputs.forEach((expected, i) => {
      expect(results[i].shape).toEqual(expected.shape);
      const actual = toContiguousData(results[i]);
      expected.data.forEach((value, j) => {
        // Uniform bits are equal; normal numbers differ by the last bits of cos and log in PyTorch's vector code.
        expect(Math.abs(actual[j] - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
      });
    });
  },
);

test("what is drawn aside leaves the sequence as it was", () => {
  const [one, other] = [new Generator(7), new Generator(7)];
  one.aside(() => one.normal(new Float32Array(5)));
  const [a, b] = [new Float32Array(3), new Float32Array(3)];
  one.normal(a);
  other.normal(b);
  expect(a).toEqual(b);
});
