/** @file What the page asks its compilers: each question within a budget, for a short source can keep a compiler busy for minutes. */
import { openings } from "virtual:losslab-openings";
import type { Compilation } from "../../../engine/language/program.ts";
import type { Translation } from "../../../engine/language/translate/tree.ts";
import type { LaneLanguage } from "../../document/document.ts";
import { pythonCompiler } from "../python/PythonCompiler.ts";
import { typeScriptCompiler } from "./TypeScriptCompiler.ts";

/** The first question waits for the worker to load and read the library. */
const FIRST_BUDGET = 20_000;
const BUDGET = 2_000;

const compilers = { typescript: typeScriptCompiler, python: pythonCompiler };
const isWarm: Record<LaneLanguage, boolean> = { typescript: false, python: false };

export interface LossText {
  readonly language: LaneLanguage;
  readonly source: string;
}

/** What a compiler answers, or null: then it is ended, and the next question starts another. */
async function inTime<T>(language: LaneLanguage, answer: Promise<T>): Promise<T | null> {
  const budget = isWarm[language] ? BUDGET : FIRST_BUDGET;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const overdue = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), budget);
  });
  // A worker that is ended never answers, and says so too late to matter.
  answer.catch(() => undefined);
  const answered = await Promise.race([answer, overdue]);
  clearTimeout(timer);
  isWarm[language] = answered !== null;
  if (answered === null) compilers[language].restart();
  return answered;
}

/** Whoever turns to the code will type: the compiler that judges it starts beside the editor. */
export function warm({ language, source }: LossText): void {
  if (isWarm[language]) return;
  compilers[language].compile(source).then(
    () => {
      isWarm[language] = true;
    },
    () => undefined,
  );
}

export async function compile({ language, source }: LossText): Promise<Compilation> {
  const opening = openings.find((each) => each.language === language && each.source === source);
  if (opening !== undefined) return opening.compilation;
  const compilation = await inTime(language, compilers[language].compile(source));
  if (compilation !== null) return compilation;
  const message = `Compiling took more than ${BUDGET / 1000} s and was stopped. Simplify the expressions.`;
  return {
    program: null,
    diagnostics: [{ code: "compile-timeout", severity: "error", start: 0, end: source.length, message }],
  };
}

/** The text in the other language; null where that takes too long. */
export async function translated({ language, source }: LossText): Promise<Translation | null> {
  if (language === "python") return inTime("python", pythonCompiler.toTypeScript(source));
  const read = await inTime("typescript", typeScriptCompiler.read(source));
  if (read === null || read.kind === "refused") return read;
  return inTime("python", pythonCompiler.toPython(read.program));
}

/** Whether a text is a loss in a language. */
export async function isLossIn(language: LaneLanguage, source: string): Promise<boolean> {
  const compilation = await inTime(language, compilers[language].compile(source));
  const errors = compilation?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
  return compilation !== null && compilation.program !== null && errors.length === 0;
}
