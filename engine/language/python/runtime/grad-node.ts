/** @file x.grad_fn: what made a tensor, as PyTorch shows it. */
import { nodeName } from "../../../ops/node-name.ts";
import { TapeNode, type Tensor } from "../../../tensor/tensor.ts";

const FIRST = 139_000_000_000_000;
const STEP = 16;

let given = 0;
const made = new WeakMap<object, GradNode>();

export class GradNode {
  readonly #address = FIRST + STEP * given++;

  private constructor(readonly node: TapeNode | Tensor) {}

  /** The same for the same node; for a leaf, what adds its gradient up. */
  static of(node: TapeNode | Tensor): GradNode {
    const known = made.get(node);
    if (known !== undefined) return known;
    const fresh = new GradNode(node);
    made.set(node, fresh);
    return fresh;
  }

  get name(): string {
    return this.node instanceof TapeNode ? nodeName(this.node) : "AccumulateGrad";
  }

  toString(): string {
    return `<${this.name} object at 0x${this.#address.toString(16)}>`;
  }
}
