import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { backward } from "../autograd/backward.ts";
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import { type Framework, type FrameworkVerdict, lens, type ResultFacts } from "./lens.ts";

const tensor = (shape: readonly number[], changes: Partial<ResultFacts> = {}): ResultFacts => ({
  kind: "tensor",
  type: "Tensor",
  shapes: [shape],
  dtype: "float32",
  requiresGrad: true,
  ...changes,
});

const tuple = (...shapes: readonly number[][]): ResultFacts => tensor([], { kind: "tuple", type: "tuple", shapes });

function verdict(framework: Framework, facts: ResultFacts): FrameworkVerdict {
  const found = lens(facts).find((candidate) => candidate.framework === framework);
  if (found === undefined) throw new Error(`no verdict of ${framework}`);
  return found;
}

const messageOf = (framework: Framework, facts: ResultFacts) => {
  const { error } = verdict(framework, facts);
  return error === null ? null : `${error.type}: ${error.message}`;
};

/** Reduction and factor, or null where it is refused. */
const stepOf = (framework: Framework, facts: ResultFacts) => {
  const { error, reduction, factor } = verdict(framework, facts);
  return error === null ? [reduction, factor] : null;
};

/** What a framework did: its error, or what gradient came out and how long it was against the mean's. */
interface Outcome {
  readonly error?: { readonly type: string; readonly message: string };
  readonly gradient?: string;
  readonly factor?: number | null;
}

interface Recorded {
  readonly versions: Readonly<Record<"jax" | "keras" | "tensorflow", string>>;
  readonly cases: readonly ({ readonly id: string; readonly facts: ResultFacts } & Readonly<
    Record<"JAX" | "TensorFlow" | "Keras", Outcome>
  >)[];
}

const recorded: Recorded = JSON.parse(readFileSync("engine/testdata/vector/lens.json", "utf8"));

describe("what the frameworks did, recorded by record_lens.py", () => {
  const claims = recorded.cases.flatMap((row) =>
    (["JAX", "TensorFlow", "Keras"] as const).map((framework) => ({ id: row.id, framework, row })),
  );

  test.each(claims)("$framework with $id", ({ framework, row }) => {
    const { error, gradient, factor } = verdict(framework, row.facts);
    const theirs = row[framework];
    if (theirs.error === undefined || error === null) {
      expect(error).toBe(theirs.error ?? null);
      expect(gradient).toBe(theirs.gradient);
      expect(factor).toBe(theirs.factor ?? null);
      return;
    }
    expect(error.type).toBe(theirs.error.type);
    // … stands for what was returned; a message of several lines is cut in the middle of that.
    const [head = "", tail = ""] = error.message.split("…");
    expect(theirs.error.message.slice(0, head.length)).toBe(head);
    const isCut = head.startsWith("Gradient only defined") && error.message.includes("…");
    if (isCut) return;
    expect(theirs.error.message.endsWith(tail)).toBe(true);
    if (!error.message.includes("…")) expect(theirs.error.message).toBe(error.message);
  });

  test("are those of the versions that the page names", () => {
    const { jax, keras, tensorflow } = recorded.versions;
    const named = lens(tensor([])).map(({ version }) => version.split(" ")[0]);
    expect([jax, tensorflow, keras].map((version) => version.split(".").slice(0, 2).join("."))).toEqual(named.slice(1));
  });
});

describe("the same vector of 64 losses", () => {
  const facts = tensor([64]);

  test("is refused by PyTorch and JAX, each in its words", () => {
    expect(messageOf("PyTorch", facts)).toBe("RuntimeError: grad can be implicitly created only for scalar outputs");
    expect(messageOf("JAX", facts)).toBe(
      "TypeError: Gradient only defined for scalar-output functions. Output had shape: (64,).",
    );
  });

  test("is summed by TensorFlow: a step 64 times as long as Keras', which averages", () => {
    expect(stepOf("TensorFlow", facts)).toEqual(["sum", 64]);
    expect(stepOf("Keras", facts)).toEqual(["mean", 1]);
  });
});

test("a scalar is taken by all four, unreduced", () => {
  expect(
    lens(tensor([])).map(({ error, reduction, factor, gradient }) => [error, reduction, factor, gradient]),
  ).toEqual(Array.from({ length: 4 }, () => [null, "none", 1, "flows"]));
});

test.each([
  [[1], "(1,)"],
  [[1, 1], "(1, 1)"],
] as const)("one element in shape %s is a scalar to all but JAX", (shape, shown) => {
  expect(messageOf("JAX", tensor(shape))).toBe(
    `TypeError: Gradient only defined for scalar-output functions. Output had shape: ${shown}.`,
  );
  for (const framework of ["PyTorch", "TensorFlow", "Keras"] as const)
    expect(stepOf(framework, tensor(shape))).toEqual(["none", 1]);
});

describe("a tuple of two losses", () => {
  test("has no backward, is no scalar, is summed, is stacked and averaged", () => {
    const facts = tuple([], []);
    expect(messageOf("PyTorch", facts)).toBe("AttributeError: 'tuple' object has no attribute 'backward'");
    expect(messageOf("JAX", facts)).toBe(
      "TypeError: Gradient only defined for scalar-output functions. Output was (…).",
    );
    expect(stepOf("TensorFlow", facts)).toEqual(["sum", 2]);
    expect(stepOf("Keras", facts)).toEqual(["mean", 1]);
  });

  test("of unlike shapes cannot be stacked", () => {
    expect(messageOf("Keras", tuple([], [4, 1]))).toBe("ValueError: Shapes must be equal rank, but are 0 and 2");
    expect(stepOf("TensorFlow", tuple([], [4, 1]))).toEqual(["sum", 5]);
  });
});

test("a dict of losses: only TensorFlow takes it", () => {
  const facts = tensor([], { kind: "dict", type: "dict", shapes: [[], []] });
  expect(messageOf("PyTorch", facts)).toBe("AttributeError: 'dict' object has no attribute 'backward'");
  expect(messageOf("JAX", facts)).toMatch(/Output was \{…\}\.$/);
  expect(stepOf("TensorFlow", facts)).toEqual(["sum", 2]);
  expect(messageOf("Keras", facts)).toBe("TypeError: Expected float32, but got … of type 'SymbolicTensor'.");
});

test("a float, as item() gives: JAX's gradient is silently zero, the others refuse", () => {
  const facts: ResultFacts = { kind: "number", type: "float", shapes: [[]], dtype: "float32", requiresGrad: false };
  expect(messageOf("PyTorch", facts)).toBe("AttributeError: 'float' object has no attribute 'backward'");
  expect(verdict("JAX", facts)).toMatchObject({ error: null, gradient: "zero", factor: null });
  expect(messageOf("TensorFlow", facts)).toBe(
    "TypeError: Cannot convert the argument `type_value`: … to a TensorFlow DType.",
  );
  expect(messageOf("Keras", facts)).toBe("ValueError: No gradients provided for any variable.");
});

test("a tensor that nothing connects to the predictions", () => {
  const facts = tensor([], { requiresGrad: false });
  expect(messageOf("PyTorch", facts)).toBe(
    "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn",
  );
  expect(verdict("JAX", facts).gradient).toBe("zero");
  expect(verdict("TensorFlow", facts)).toMatchObject({ error: null, gradient: "none", reduction: null });
  expect(messageOf("Keras", facts)).toBe("ValueError: No gradients provided for any variable.");
});

test("a count: JAX asks for a floating dtype", () => {
  expect(messageOf("JAX", tensor([], { dtype: "int64", requiresGrad: false }))).toBe(
    "TypeError: grad requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got int32. For differentiation of functions with integer outputs, use jax.vjp directly.",
  );
});

test("nothing returned", () => {
  const facts: ResultFacts = { kind: "none", type: "NoneType", shapes: [], dtype: "", requiresGrad: false };
  expect(messageOf("PyTorch", facts)).toBe("AttributeError: 'NoneType' object has no attribute 'backward'");
  expect(messageOf("JAX", facts)).toMatch(/Output was None\.$/);
  expect(messageOf("TensorFlow", facts)).toBe(
    "TypeError: Argument `target` should be a list or nested structure of Tensors, Variables or CompositeTensors to be differentiated, but received None.",
  );
  expect(messageOf("Keras", facts)).toBe("ValueError: None values not supported.");
});

test("an empty vector has no factor: its mean is NaN", () => {
  expect(stepOf("TensorFlow", tensor([0]))).toEqual(["sum", null]);
});

test.each([[[]], [[1]], [[1, 1]], [[3]], [[0]]] as const)(
  "what the lens says of PyTorch is what the engine's own backward does, for shape %s",
  (shape) => {
    for (const requiresGrad of [true, false]) {
      const loss = Tensor.zeros(shape, "float32");
      loss.requires_grad = requiresGrad;
      const { error } = verdict("PyTorch", tensor(shape, { requiresGrad }));
      let raised: string | null = null;
      try {
        backward(loss);
      } catch (caught) {
        raised = caught instanceof EngineError ? caught.pytorch : String(caught);
      }
      expect(raised).toBe(error?.message ?? null);
    }
  },
);
