/** @file A lane's text in Python, whatever it is written in. */
import type { Lane } from "../document/document.ts";
import { inOtherLanguage } from "../editor/in-other-language.ts";

export type InPython =
  | { readonly ok: true; readonly python: string }
  | { readonly ok: false; readonly reason: string; readonly line: number | null };

export async function laneInPython({ language, source }: Lane): Promise<InPython> {
  if (language === "python") return { ok: true, python: source };
  const answer = await inOtherLanguage({ language, source }, "python", null);
  if (answer.kind === "translated") return { ok: true, python: answer.text };
  const [first] = answer.refusals;
  return {
    ok: false,
    reason: `This has no counterpart in PyTorch: ${first?.message ?? "the loss"}.`,
    line: first === undefined ? null : source.slice(0, first.start).split("\n").length,
  };
}
