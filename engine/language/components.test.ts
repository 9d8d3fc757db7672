import { describe, expect, test } from "vitest";
import { backward } from "../autograd/backward.ts";
import { EngineError } from "../tensor/errors.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { invoke, load } from "../testing/python.ts";
import { componentsOf } from "./components.ts";

function leaf(...values: number[]): Tensor {
  const tensor = Tensor.of(Float32Array.from(values), [values.length], "float32");
  tensor.requires_grad = true;
  return tensor;
}

/** What a Python forward returns for predictions 1, 2, 3. */
function python(body: string, predictions = leaf(1, 2, 3)): unknown {
  const { entry } = load(`import torch\ndef forward(p):\n    ${body}\n`, { entry: "forward" });
  return invoke(entry, [predictions]);
}

const valuesOf = (tensor: Tensor | null) => (tensor === null ? null : [...toContiguousData(tensor)]);

describe("Python's results", () => {
  test("a tensor is itself, without names", () => {
    const { facts, tensor, names } = componentsOf(python("return p * 2"));
    expect(facts).toEqual({ kind: "tensor", type: "Tensor", shapes: [[3]], dtype: "float32", requiresGrad: true });
    expect(valuesOf(tensor)).toEqual([2, 4, 6]);
    expect(names).toBeNull();
  });

  test("a tuple of scalars is a vector, on the tape", () => {
    const predictions = leaf(1, 2, 3);
    const { facts, tensor, names } = componentsOf(python("return p.sum(), (p * p).sum()", predictions));
    expect(facts).toMatchObject({ kind: "tuple", type: "tuple", shapes: [[], []] });
    expect(valuesOf(tensor)).toEqual([6, 14]);
    expect(names).toBeNull();
    if (tensor !== null) backward(tensor, Tensor.of(Float32Array.of(10, 1), [2], "float32"));
    expect(valuesOf(predictions.grad)).toEqual([12, 14, 16]);
  });

  test("a list may hold tensors of several elements", () => {
    const { facts, tensor } = componentsOf(python("return [p, p.mean()]"));
    expect(facts).toMatchObject({ kind: "list", type: "list", shapes: [[3], []] });
    expect(valuesOf(tensor)).toEqual([1, 2, 3, 2]);
  });

  test("a dict names its scalars", () => {
    const { facts, tensor, names } = componentsOf(python("return {'fit': p.sum(), 'size': (p * p).sum()}"));
    expect(facts).toMatchObject({ kind: "dict", type: "dict" });
    expect(valuesOf(tensor)).toEqual([6, 14]);
    expect(names).toEqual(["fit", "size"]);
  });

  test("several elements under one name are counted", () => {
    expect(componentsOf(python("return {'each': p, 'all': p.sum()}")).names).toEqual([
      "each[0]",
      "each[1]",
      "each[2]",
      "all",
    ]);
  });

  test.each([
    ["return 0.5", "number", "float", "float32"],
    ["return 2.0", "number", "float", "float32"],
    ["return 2", "number", "int", "int64"],
    ["return True", "number", "bool", "bool"],
    ["return None", "none", "NoneType", ""],
    ["return 'loss'", "other", "str", ""],
  ])("%s holds no tensor", (body, kind, type, dtype) => {
    const { facts, tensor } = componentsOf(python(body));
    expect(facts).toMatchObject({ kind, type, dtype, requiresGrad: false });
    expect(tensor).toBeNull();
  });

  test("a part that is no tensor is named in the refusal", () => {
    expect(() => componentsOf(python("return {'fit': p.sum(), 'count': 3}"))).toThrow(
      "forward: every component of the loss must be a tensor, got int for count",
    );
    expect(() => componentsOf(python("return p.sum(), 0.5"))).toThrow(EngineError);
    expect(() => componentsOf(python("return p.sum(), 0.5"))).toThrow("got float for number 1");
  });

  test("an empty tuple has nothing to start from", () => {
    expect(componentsOf(python("return ()"))).toMatchObject({ facts: { kind: "tuple", shapes: [] }, tensor: null });
  });
});

describe("TypeScript's results", () => {
  test("an array is a list, an object a dict with names", () => {
    const [a, b] = [leaf(1), leaf(2)];
    expect(componentsOf([a, b]).facts).toMatchObject({ kind: "list", type: "list" });
    const { facts, names, tensor } = componentsOf({ fit: Tensor.scalar(1, "float32"), size: a });
    expect(facts).toMatchObject({ kind: "dict", type: "dict", requiresGrad: true });
    expect(names).toEqual(["fit", "size[0]"]);
    expect(valuesOf(tensor)).toEqual([1, 1]);
  });

  test("an instance of a class is neither", () => {
    class Loss {
      readonly value = leaf(1);
    }
    expect(componentsOf(new Loss()).facts).toMatchObject({ kind: "other", type: "Loss" });
    expect(componentsOf(undefined).facts.kind).toBe("none");
  });
});
