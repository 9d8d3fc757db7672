/** @file A loss of another framework's, and PyTorch's names offered for it. */
import type { Remedy } from "../remedies.ts";
import type { SourceText } from "../source-text.ts";
import { translated } from "./translated.ts";

const isForeign = (message: string): boolean =>
  /^No module named '(tensorflow|keras|jax)\b/.test(message) ||
  /^name '(tf|K|jnp|jax|keras)' is not defined/.test(message);

export function foreignCalls({ source, language }: SourceText, message: string): Remedy | null {
  if (language !== "python" || !isForeign(message)) return null;
  const found = translated(source);
  if (found === null || found.source === source) return null;
  const { title, example } = found;
  const names = example === null ? "" : `: ${example[0]} is ${example[1]}`;
  return {
    hint: ` This loss is written for ${title}; here its calls have PyTorch's names${names}.`,
    fixes: [{ title: "Translate to PyTorch", edits: [edit(source, found.source)] }],
  };
}

/** From the first character that differs to the last. */
function edit(before: string, after: string): { start: number; end: number; text: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < before.length - start && same < after.length - start && before.at(-1 - same) === after.at(-1 - same))
    same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
