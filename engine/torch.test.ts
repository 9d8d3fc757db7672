import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backward, gradientsOf } from "./autograd/backward.ts";
import { gradcheck, hessian, jacobian } from "./autograd/jacobian.ts";
import { clone, detach } from "./ops/convert.ts";
import { relu } from "./ops/functional/activations.ts";
import { overwrite, setitem } from "./ops/in-place.ts";
import { getitem } from "./ops/indexing/indexing.ts";
import { view } from "./ops/indexing/movement.ts";
import { add, mul, sub } from "./ops/pointwise/arithmetic.ts";
import { abs, exp, square } from "./ops/pointwise/unary.ts";
import { sum } from "./ops/reduction/reduction.ts";
import { registry } from "./ops/registry.ts";
import { EngineError } from "./tensor/errors.ts";
import { toContiguousData } from "./tensor/storage.ts";
import { Tensor } from "./tensor/tensor.ts";
import { nn, torch } from "./torch.ts";

const vector = (...values: number[]) => Tensor.of(Float64Array.from(values), [values.length], "float64");
const leaf = (...values: number[]) => {
  const x = vector(...values);
  x.requires_grad = true;
  return x;
};
const list = (x: Tensor | null | undefined) => (x === null || x === undefined ? null : Array.from(toContiguousData(x)));
const increase = (x: Tensor, by: Tensor | number) => overwrite("add_", x, (before) => add(before, by));
const scale = (x: Tensor, by: Tensor | number) => overwrite("mul_", x, (before) => mul(before, by));

function refusal(work: () => unknown): EngineError {
  try {
    work();
  } catch (error) {
    if (error instanceof EngineError) return error;
  }
  throw new Error("nothing was refused");
}

describe("an op in place", () => {
  test("gives the gradient of the ops that it stands for", () => {
    const x = leaf(1, 2, 3);
    const y = clone(x);
    scale(y, 2);
    increase(y, x);
    scale(y, clone(y));
    backward(sum(y));
    // y = (3x)²
    expect(list(x.grad)).toEqual([18, 36, 54]);
  });

  test("leaves what was computed before it as it was on the tape", () => {
    const x = leaf(1, 2);
    const y = mul(x, 2);
    const z = mul(y, 3);
    scale(y, 5);
    expect(list(gradientsOf([sum(z)], [x], [null])[0])).toEqual([6, 6]);
  });

  test("on a view changes the base, its history, and the other views of it", () => {
    const x = leaf(1, 2, 3, 4);
    const y = clone(x);
    const [head, all] = [getitem(y, [{ start: 0, stop: 2, step: null }]), view(y, [2, 2])];
    scale(head, 10);
    expect(list(y)).toEqual([10, 20, 3, 4]);
    expect(list(all)).toEqual([10, 20, 3, 4]);
    expect(list(gradientsOf([sum(y)], [x], [null], { retainGraph: true })[0])).toEqual([10, 10, 1, 1]);
    expect(list(gradientsOf([sum(all)], [x], [null])[0])).toEqual([10, 10, 1, 1]);
  });

  test("refuses a leaf, and a view of one, in PyTorch's words", () => {
    const x = leaf(1, 2);
    expect(refusal(() => increase(x, 1)).pytorch).toBe(
      "a leaf Variable that requires grad is being used in an in-place operation.",
    );
    expect(refusal(() => setitem(x, [0], 1)).pytorch).toBe(
      "a view of a leaf Variable that requires grad is being used in an in-place operation.",
    );
  });

  test("makes backward refuse where it overwrote what backward needs", () => {
    const x = leaf(1, 2);
    const y = exp(x);
    const loss = sum(square(y));
    increase(y, 1);
    expect(refusal(() => backward(loss)).code).toBe("modified");
  });

  test("refuses a result of another shape or kind", () => {
    expect(refusal(() => increase(vector(1), vector(1, 2))).pytorch).toBe(
      "output with shape [1] doesn't match the broadcast shape [2]",
    );
    const whole = Tensor.of(Float64Array.of(1, 2), [2], "int64");
    expect(refusal(() => increase(whole, 0.5)).pytorch).toBe(
      "result type Float can't be cast to the desired output type Long",
    );
  });
});

describe("gradcheck", () => {
  test("agrees with right gradients, whatever the point", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 4 }), (values) => {
        expect(gradcheck((x) => exp(x), vector(...values)).ok).toBe(true);
      }),
    );
  });

  test("finds the kinks by differences from each side, and takes any subgradient there", () => {
    const { ok, kinks } = gradcheck((x) => abs(x), vector(-1, 0, 2));
    expect(ok).toBe(true);
    expect(kinks.map(({ index, left, right }) => [index, Math.round(left), Math.round(right)])).toEqual([[1, -1, 1]]);
    expect(gradcheck(relu, vector(0)).kinks).toHaveLength(1);
  });

  test("finds a gradient that is wrong", () => {
    const cheat = (x: Tensor) => sub(mul(x, 2), detach(x));
    expect(gradcheck(cheat, vector(1)).ok).toBe(false);
  });
});

test("jacobian and hessian are the matrices of derivatives", () => {
  expect(list(jacobian((x) => square(x), vector(1, 2)))).toEqual([2, 0, 0, 4]);
  expect(jacobian((x) => sum(x), vector(1, 2)).shape).toEqual([2]);
  expect(list(hessian((x) => sum(mul(x, square(x))), vector(1, 2)))).toEqual([6, 0, 0, 12]);
  expect(refusal(() => hessian((x) => x, vector(1, 2))).code).toBe("not-scalar");
});

describe("extreme elements", () => {
  const extremes = [
    0,
    -0,
    1e-30,
    -1e-30,
    1e30,
    -1e30,
    300,
    -300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const elementwise = [...registry.values()].filter(
    ({ op }) =>
      op.params[0]?.kind === "tensor" &&
      op.params.slice(1).every((param) => "default" in param) &&
      op.doc.shape === "same as input" &&
      ![
        "cumsum",
        "softmax",
        "log_softmax",
        "to",
        "sort",
        "argsort",
        "msort",
        "bitwise_not",
        "tril",
        "triu",
        "fliplr",
        // Of complex tensors alone.
        "imag",
        "normalize",
      ].includes(op.name),
  );

  test.each(elementwise.map(({ op, call }) => [op.name, call] as const))(
    "%s gives the same in float32 as in float64, rounded",
    (name, call) => {
      if (["clamp", "clip", "nan_to_num"].includes(name)) return;
      const apply = (x: Tensor) => Reflect.apply(call, undefined, [x]) as Tensor;
      const single = apply(Tensor.of(Float32Array.from(extremes), [extremes.length], "float32"));
      const double = apply(Tensor.of(Float64Array.from(Float32Array.from(extremes)), [extremes.length], "float64"));
      if (single.dtype !== "float32") return;
      // Composed ops round between their parts, and may overflow there.
      const composed = !["gelu", "softsign", "rsqrt"].includes(name);
      if (composed) expect(list(single)).toEqual(Array.from(Float32Array.from(list(double) ?? [])));
    },
  );

  test.each(elementwise.map(({ op, call }) => [op.name, call] as const))(
    "%s takes scalars, sizes of 1 and empty dims",
    (name, call) => {
      if (["clamp", "clip"].includes(name)) return;
      for (const shape of [[], [1], [0], [2, 0], [1, 1]]) {
        const x = Tensor.zeros(shape, "float32");
        if (name === "glu" || name.startsWith("tri") || name.startsWith("diag")) continue;
        const result: unknown = Reflect.apply(call, undefined, [x]);
        if (Tensor.isTensor(result)) expect(result.shape).toEqual(shape);
      }
    },
  );
});

describe("torch.optim", () => {
  const optim = Reflect.get(torch, "optim") as Readonly<
    Record<string, new (parameters: Tensor[], options?: object) => { step(): void; zero_grad(): void }>
  >;

  test.each(["SGD", "Adam", "AdamW", "RMSprop", "Adagrad"])("%s walks down a bowl", (name) => {
    const x = leaf(3, -2);
    const optimizer = new optim[name]([x], { lr: 0.1 });
    for (let i = 0; i < 300; i++) {
      optimizer.zero_grad();
      backward(sum(square(x)));
      optimizer.step();
    }
    expect(Math.max(...(list(x) ?? []).map(Math.abs))).toBeLessThan(name === "Adagrad" ? 0.6 : 0.1);
  });

  test("says what is wrong with its arguments", () => {
    expect(refusal(() => new optim.Adam([])).pytorch).toBe("optimizer got an empty parameter list");
    expect(refusal(() => new optim.Adam([leaf(1)], { momentum: 1 })).hint).toContain("betas");
  });
});

describe("nn modules", () => {
  const modules = nn as Readonly<
    Record<
      string,
      new (
        ...args: unknown[]
      ) => { forward(...inputs: Tensor[]): Tensor } & Readonly<Record<string, unknown>>
    >
  >;

  test("take options by name, and numbers by position, as PyTorch's do", () => {
    expect(new modules.HuberLoss({ delta: 0.5, reduction: "sum" }).delta).toBe(0.5);
    expect(new modules.LeakyReLU(0.2).negative_slope).toBe(0.2);
    expect(list(new modules.LeakyReLU(0.2).forward(vector(-1, 1)))).toEqual([-0.2, 1]);
    expect(list(new modules.MSELoss({ reduction: "none" }).forward(vector(1, 2), vector(0, 0)))).toEqual([1, 4]);
  });

  test("refuse tensors where they are constructed, and say what is meant", () => {
    expect(refusal(() => new modules.MSELoss(vector(1), vector(2))).hint).toBe(
      "Construct it first: nn.MSELoss()(predictions, targets).",
    );
    expect(refusal(() => new modules.MSELoss().forward(vector(1))).pytorch).toBe(
      "MSELoss.forward() missing 1 required positional argument: 'target'",
    );
  });
});
