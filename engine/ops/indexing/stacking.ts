/** @file Tensors put together, side by side or one below the other. */
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { reshape, unsqueeze } from "./movement.ts";
import { opDoc } from "./movement-doc.ts";
import { cat } from "./slices.ts";

function stacked(name: "hstack" | "vstack", along: string) {
  return defineOp(
    {
      name,
      doc: opDoc(
        `Tensors put together ${along}.`,
        "the same elements",
        along,
        `torch.${name}([predictions, targets])`,
        `jnp.${name}(xs)`,
        `np.${name}(xs)`,
      ),
      params: [{ name: "tensors", kind: "tensors" }],
      places: ["torch"],
      samples: [],
    },
    () =>
      (tensors: readonly Tensor[]): Tensor => {
        const atLeast = tensors.map((x) => (x.shape.length === 0 ? reshape(x, [1]) : x));
        if (name === "hstack") return cat(atLeast, atLeast[0].shape.length === 1 ? 0 : 1);
        return cat(
          atLeast.map((x) => (x.shape.length === 1 ? unsqueeze(x, 0) : x)),
          0,
        );
      },
  );
}

export const hstack = stacked("hstack", "side by side");

export const vstack = stacked("vstack", "one below the other");
