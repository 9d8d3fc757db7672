/** @file 1.0 is a float in Python and a whole number in JavaScript: where that decides a dtype, the dtype is written. */
import { byName } from "../../../by-name.ts";
import type { Op } from "../../../ops/op.ts";
import type { Doc } from "../layout.ts";
import type { Call, Expression } from "../tree.ts";
import { isNumber, itemOf } from "../types.ts";
import { type PrintContext, typeAt } from "./context.ts";

const made: Readonly<Record<string, number | "all">> = byName({
  tensor: 0,
  as_tensor: 0,
  new_tensor: 0,
  full: 1,
  arange: "all",
});

/** `dtype: torch.float32` where the numbers are floats that JavaScript takes for integers. */
export function dtypeOption(context: PrintContext, node: Call, op: Pick<Op, "name">): Doc | null {
  const at = made[op.name];
  if (at === undefined || node.keywords.some(({ name }) => name === "dtype")) return null;
  // A dtype by position.
  if (op.name !== "arange" && typeAt(context, node.args[at === "all" ? 0 : at + 1] ?? node)?.kind === "dtype")
    return null;
  const given =
    at === "all"
      ? node.args.filter((arg) => isNumber(typeAt(context, arg)))
      : [node.args[at] ?? node.keywords.find(({ name }) => name === "data" || name === "fill_value")?.value].filter(
          (arg) => arg !== undefined,
        );
  const leaves = given.flatMap(leavesOf);
  const forms = leaves.map((leaf) => {
    const type = typeAt(context, leaf);
    if (type.kind === "bool") return "int";
    if (type.kind !== "number") {
      const item = type.kind === "list" || type.kind === "tuple" ? itemOf(type) : null;
      return item !== null && isNumber(item) ? formOf(item) : "other";
    }
    // 0.5 is a float in both; what is computed may be whole by chance.
    if (leaf.kind === "number" && type.form === "float" && !Number.isInteger(leaf.value)) return "plain";
    return type.form;
  });
  if (forms.includes("plain")) return null;
  if (forms.includes("float")) return "dtype: torch.float32";
  const i = forms.findIndex((form) => form === "any" || form === "other");
  if (i >= 0 && typeAt(context, leaves[i]).kind !== "tensor") {
    context.refusals.add(
      leaves[i].range,
      "a number that may be an int or a float, which decides the dtype (say dtype=)",
    );
  } else if (i >= 0 && leaves.length > 1) {
    context.refusals.add(leaves[i].range, "torch.tensor of tensors (use torch.stack)");
  }
  return null;
}

const formOf = (item: { readonly kind: string; readonly form?: string }): string => item.form ?? "int";

function leavesOf(node: Expression): Expression[] {
  if (node.kind === "list" || node.kind === "tuple") return node.items.flatMap(leavesOf);
  if (node.kind === "unary" && node.operator === "-") return leavesOf(node.value);
  return [node];
}
