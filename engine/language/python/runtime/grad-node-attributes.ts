/** @file What x.grad_fn answers to. */
import { TapeNode } from "../../../tensor/tensor.ts";
import { Native } from "./functions.ts";
import { GradNode } from "./grad-node.ts";
import { Tuple } from "./sequences.ts";

export function gradNodeAttribute(owner: GradNode, name: string): unknown {
  const { node } = owner;
  switch (name) {
    case "name":
      return new Native("name", () => (/Backward\d/.test(owner.name) ? owner.name : `torch::autograd::${owner.name}`));
    case "next_functions":
      return Tuple.make(
        node instanceof TapeNode
          ? node.edges.map((edge) => Tuple.make([edge === null ? null : GradNode.of(edge), 0]))
          : [],
      );
    case "variable":
      return node instanceof TapeNode ? undefined : node;
    default:
      return undefined;
  }
}
