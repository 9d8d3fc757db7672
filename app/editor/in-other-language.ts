/** @file What a lane's text becomes in the other language. */
import type { Refused } from "../../engine/language/translate/tree.ts";
import type { LaneLanguage } from "../document/document.ts";
import { inLanguage } from "../document/examples.ts";
import { isLossIn, type LossText, translated } from "./compiling/compiling.ts";

/** A text that was translated: as long as what it became is not edited, going back brings it back, letter by letter. */
export interface Origin {
  readonly language: LaneLanguage;
  readonly source: string;
  readonly became: string;
}

type Answer =
  | { readonly kind: "translated"; readonly text: string }
  | { readonly kind: "refused"; readonly refusals: readonly Refused[] };

export async function inOtherLanguage(text: LossText, language: LaneLanguage, origin: Origin | null): Promise<Answer> {
  const { source } = text;
  if (origin !== null && origin.language === language && origin.became === source)
    return { kind: "translated", text: origin.source };
  const example = inLanguage(source, language);
  if (example !== null) return { kind: "translated", text: example };
  const translation = await translated(text);
  if (translation.kind === "translated") return translation;
  // Pasted before the language was chosen: it is there already.
  if (translation.isSyntax && (await isLossIn(language, source))) return { kind: "translated", text: source };
  return translation;
}
