/** @file Exported losses have PyTorch's values and gradients at kinks, ties and zeros: the frameworks themselves were asked, of the very texts that are exported. */
import { describe, expect, test } from "vitest";
import { kinks } from "./kinks.ts";
import { apart, measuredKinks, textsOf } from "./measured-kinks.ts";

/** What stays otherwise in one of them at least, and why. */
const differences: Readonly<Record<string, string>> = {
  "p.abs().sqrt().sum() * 0 + p.abs().sum()": "TensorFlow gives 0 for NaN where 0 meets an infinite slope",
  "p ** 0": "TensorFlow's slope of x ** 0 at 0 is NaN",
  "torch.xlogy(p.abs(), p.abs())": "PyTorch's gradient of 0 log 0 in what the logarithm is of is NaN, and Keras's 0",
  "torch.xlogy(t, p)": "PyTorch's gradient of 0 log 0 in what the logarithm is of is NaN, and Keras's 0",
  "p.kthvalue(2, dim=1).values": "which of a tie PyTorch takes is its own secret",
  "t ** p": "the slope of 0 ** 0 in its base",
  "F.binary_cross_entropy(p, t, reduction='none')": "PyTorch's gradient in the target is infinite at 0 and 1",
  "F.binary_cross_entropy(p, t)": "PyTorch's gradient in the target is infinite at 0 and 1",
  "F.soft_margin_loss(p, t.sign(), reduction='none')": "PyTorch refuses a target that asks for a gradient",
  "F.glu(p[:8], 0)": "Keras on TensorFlow wants to know the size",
};

const measured = measuredKinks();

test("every expression was measured, in the text that is exported now", () => {
  expect(measured.map(({ expression, texts }) => [expression, texts])).toEqual(
    kinks.map((kink) => [kink.expression, textsOf(kink)]),
  );
});

describe("at its kinks", () => {
  test.each(measured)("$expression is PyTorch's in JAX and Keras, or refused", ({ expression, torch, ...others }) => {
    const apartIn = [others.jax, others.tensorflow, others.kerasOnJax].flatMap((outcome) =>
      outcome === null ? [] : (apart(torch, outcome) ?? []),
    );
    if (expression in differences) expect(apartIn).not.toEqual([]);
    else expect(apartIn).toEqual([]);
  });
});
