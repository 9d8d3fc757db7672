/** @file What the page asks its compilers, each question within the compiler's time. What a visit opens with was compiled when the page was built. */
import { openings } from "virtual:losslab-openings";
import type { Compilation } from "../../../engine/language/program.ts";
import type { Translation } from "../../../engine/language/translate/tree.ts";
import type { LaneLanguage } from "../../document/document.ts";
import { type Unanswered, uncompiled, untranslated } from "../answers.ts";
import { python, typeScript } from "../compilers.ts";
import { pythonCompiler } from "../python/PythonCompiler.ts";
import { typeScriptCompiler } from "./TypeScriptCompiler.ts";

export interface LossText {
  readonly language: LaneLanguage;
  readonly source: string;
}

function compiled({ language, source }: LossText): Promise<Compilation | Unanswered> {
  return language === "python"
    ? python.ask(() => pythonCompiler.compile(source))
    : typeScript.ask(() => typeScriptCompiler.compile(source));
}

/** Whoever turns to the code will type: the compiler that judges it starts beside the editor. */
export function warm(text: LossText): void {
  void compiled(text);
}

export async function compile(text: LossText): Promise<Compilation> {
  const { language, source } = text;
  const opening = openings.find((each) => each.language === language && each.source === source);
  if (opening !== undefined) return opening.compilation;
  const compilation = await compiled(text);
  return typeof compilation === "string" ? uncompiled(source, compilation) : compilation;
}

/** The text in the other language. */
export async function translated({ language, source }: LossText): Promise<Translation> {
  const inWords = (answer: Translation | Unanswered): Translation =>
    typeof answer === "string" ? untranslated(source, answer) : answer;
  if (language === "python") return inWords(await python.ask(() => pythonCompiler.toTypeScript(source)));
  const read = await typeScript.ask(() => typeScriptCompiler.read(source));
  if (typeof read === "string") return untranslated(source, read);
  if (read.kind === "refused") return read;
  return inWords(await python.ask(() => pythonCompiler.toPython(read.program)));
}

/** Whether a text is a loss in a language. */
export async function isLossIn(language: LaneLanguage, source: string): Promise<boolean> {
  const compilation = await compiled({ language, source });
  if (typeof compilation === "string" || compilation.program === null) return false;
  return compilation.diagnostics.every(({ severity }) => severity !== "error");
}
