/** @file A lane's text in Python, whatever it is written in. */
import type { Lane } from "../document/document.ts";
import { inLanguage } from "../document/examples.ts";
import { inOtherLanguage } from "../editor/in-other-language.ts";
import type { LossModel } from "../editor/LossModel.ts";

export type InPython =
  | { readonly ok: true; readonly python: string }
  | { readonly ok: false; readonly reason: string; readonly line: number | null };

/** Asks the lane's model, which holds the compiler, to translate; before it has loaded, only examples are known in Python. */
export async function laneInPython({ language, source }: Lane, model: LossModel | null): Promise<InPython> {
  if (language === "python") return { ok: true, python: source };
  if (model === null) {
    const example = inLanguage(source, "python");
    return example === null
      ? { ok: false, reason: "The editor is still loading.", line: null }
      : { ok: true, python: example };
  }
  const answer = await inOtherLanguage(model, "python", null);
  if (answer.kind === "translated") return { ok: true, python: answer.text };
  const [first] = answer.refusals;
  return {
    ok: false,
    reason: `This has no counterpart in PyTorch: ${first?.message ?? "the loss"}.`,
    line: first === undefined ? null : source.slice(0, first.start).split("\n").length,
  };
}
