/** @file What a call says of the kind of the tensor that it makes: its dtype, or the numbers that stand in it. */
import { parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { FLOAT, MASK, WHOLE } from "./held.ts";

const dtypes: readonly (readonly [RegExp, number])[] = [
  [/\bbool\b/, MASK],
  [/\b(u?int\d*|long|short)\b/, WHOLE],
  [/\b(float\d*|double|half|bfloat16)\b/, FLOAT],
];

/** Of whole numbers where everything that is given is whole. */
const counting = new Set(["arange", "tensor", "as_tensor"]);

/** Names may hold anything, and of what is called arange they hold whole numbers. */
const isWhole = ({ text }: SyntaxNode, key: string): boolean =>
  key === "arange" ? !/\d\.|\.\d|\be-?\d/.test(text) : /^[\s[\](),\d+-]+$/.test(text);

/** null where the call does not say. */
export function kindCreated(key: string, list: SyntaxNode): number | null {
  if (list.type !== "argument_list") return null;
  const given = parts(list);
  const named = given.find(
    (part) => part.type === "keyword_argument" && part.childForFieldName("name")?.text === "dtype",
  );
  const written = named?.childForFieldName("value")?.text;
  if (written !== undefined) return dtypes.find(([pattern]) => pattern.test(written))?.[1] ?? null;
  const positional = given.filter(({ type }) => type !== "keyword_argument");
  if (key === "to" || key === "type") {
    const [dtype] = positional;
    return dtype === undefined ? null : (dtypes.find(([pattern]) => pattern.test(dtype.text))?.[1] ?? null);
  }
  if (key === "triu_indices" || key === "tril_indices") return WHOLE;
  return counting.has(key) && positional.length > 0 && positional.every((part) => isWhole(part, key)) ? WHOLE : null;
}
