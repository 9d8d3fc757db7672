/** @file A loss of another framework's, and PyTorch's names offered for it. */
import type { Remedy } from "../remedies.ts";
import type { SourceText } from "../source-text.ts";
import { differenceOf } from "../text-difference.ts";
import { translated } from "./translated.ts";

const isForeign = (message: string): boolean =>
  /^No module named '(tensorflow|keras|jax)\b/.test(message) ||
  /^name '(tf|K|jnp|jax|keras)' is not defined/.test(message);

export function foreignCalls({ source, language }: SourceText, message: string): Remedy | null {
  if (language !== "python" || !isForeign(message)) return null;
  const found = translated(source);
  const edit = found === null ? null : differenceOf(source, found.source);
  if (found === null || edit === null) return null;
  const { title, example } = found;
  const names = example === null ? "" : `: ${example[0]} is ${example[1]}`;
  return {
    hint: ` This loss is written for ${title}; here its calls have PyTorch's names${names}.`,
    fixes: [{ title: "Translate to PyTorch", edits: [edit] }],
  };
}
