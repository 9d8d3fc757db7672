/** @file Soft choices of a class that a gradient goes through. */

import { detach } from "../ops/convert.ts";
import { softmax } from "../ops/functional/softmax.ts";
import { scatter } from "../ops/indexing/scattering.ts";
import { defineOp } from "../ops/op.ts";
import { add, div, sub } from "../ops/pointwise/arithmetic.ts";
import { log, neg } from "../ops/pointwise/unary.ts";
import { argmax } from "../ops/reduction/reduction.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { defaultGenerator } from "./generator.ts";
import { doc } from "./op-parts.ts";

export const gumbel_softmax = defineOp(
  {
    name: "gumbel_softmax",
    places: ["F"],
    samples: [],
    doc: doc(
      "Samples of a class each, softened by a temperature; hard ones are one-hot and pass the soft ones' gradient.",
      "softmax((logits + g)/tau), g = -ln E, E ~ Exp(1)",
      "F.gumbel_softmax(torch.randn([4, 3]), 0.5)",
      "same as logits",
    ),
    params: [
      { name: "logits", kind: "tensor" },
      { name: "tau", kind: "number", default: 1 },
      { name: "hard", kind: "bool", default: false },
      { name: "eps", kind: "number", default: 1e-10 },
      { name: "dim", kind: "dim", default: -1 },
    ],
  },
  () =>
    (logits: Tensor, tau = 1, isHard = false, _eps = 1e-10, dim = -1): Tensor => {
      const noise = Tensor.zeros(logits.shape, logits.dtype);
      const data = dataOf(noise);
      if (!(data instanceof Uint8Array)) defaultGenerator.exponential(data);
      const soft = softmax(div(add(logits, neg(log(noise))), tau), dim);
      if (!isHard) return soft;
      const chosen = scatter(Tensor.zeros(logits.shape, logits.dtype), dim, argmax(soft, dim, true), 1);
      return add(sub(chosen, detach(soft)), soft);
    },
);
