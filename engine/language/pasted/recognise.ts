/** @file Which of the two languages a pasted text is written in: told from what only one of them has, never from a word that both may hold. */
import { codeOf, type PastedLanguage } from "./code-of.ts";

export type Recognition =
  /** `defines`: a function or a class is defined in it, from head to body. */
  { readonly isSure: true; readonly language: PastedLanguage; readonly defines: boolean } | { readonly isSure: false };

const unsure: Recognition = { isSure: false };

/** The head of a function or a class, to its colon, with something behind or below it. */
const pythonDefinition =
  /^([ \t]*)(?:async[ \t]+)?(?:def[ \t]+[\p{L}_]\w*[ \t]*(?:\[[^\]]*\])?[ \t]*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[^:\n{;]*|class[ \t]+[\p{L}_]\w*[ \t]*(?:\((?:[^()]|\([^()]*\))*\))?[ \t]*):[ \t]*(?:[^\s{].*|(?:\r?\n[ \t]*)*\r?\n\1[ \t]+\S.*|\r?\n\s*$)/mu;

/** Lines that no TypeScript has. */
const pythonLines = [
  pythonDefinition,
  /^[ \t]*import[ \t]+[\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*[ \t]*$/m,
  /^[ \t]*from[ \t]+\.*[\w.]*[ \t]+import[ \t]+[\w(*]/m,
  /=[ \t]*lambda\b[^\n:]*:/,
];

/** Each part ends where the next begins, so that no stretch is gone through again and again. */
const typeScriptDefinition =
  /^[ \t]*(?:export\s+)?(?:default\s+)?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*(?:<[^>]*>)?\s*\([^{};)]{0,2000}\)[^{};]{0,500}\{[^};\n]*?(?:[;\n]|\breturn\b)[^}]{0,8000}\}|^[ \t]*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+[\w$]+[^{}():;]{0,2000}\{[^};\n]*[;\n][^}]{0,8000}\}|^[ \t]*(?:export\s+)?(?:const|let|var)\s+[\w$]+[^=;\n]*=\s*(?:async\s*)?(?:\([^;{}]{0,2000}\)|[\w$]+)[^=;{}\n]{0,200}=>\s*\S/m;

const typeScriptDeclaration = /^[ \t]*(?:export[ \t]+)?(?:const|let|var)[ \t]+[\w$[{][^=\n]*=[ \t]*[^\s=]/m;

/** What no Python has. */
const typeScriptLines = [
  typeScriptDefinition,
  typeScriptDeclaration,
  /^[ \t]*import\b[^\n]*\bfrom[ \t]+;?[ \t]*$/m,
  /===|!==|=>[ \t]*[({\w]/,
];

/** A script of bare assignments: TypeScript would declare its names, or end its lines. */
function isBareScript(code: string): boolean {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  return (
    lines.length > 1 &&
    /^[\p{L}_(][\w, ()]*[ \t]*=[^=>]/mu.test(code) &&
    /\b(?:torch|nn|F)\.\w|^print\(/m.test(code) &&
    !/[;{]|\b(?:const|let|var|function)\b/.test(code) &&
    isClosed(code)
  );
}

/** Every bracket that is opened is closed. */
function isClosed(code: string): boolean {
  const count = (brackets: RegExp) => code.match(brackets)?.length ?? 0;
  return count(/[([{]/g) === count(/[)\]}]/g);
}

const isJson = (text: string): boolean => {
  if (!/^\s*[[{"\d]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

let last: { readonly text: string; readonly recognition: Recognition } | null = null;

/** Each language's lines are looked for in the text as that language reads it, without its strings and comments. Asked often about one text. */
export function recognised(text: string): Recognition {
  if (last?.text === text) return last.recognition;
  last = { text, recognition: lookedAt(text) };
  return last.recognition;
}

function lookedAt(text: string): Recognition {
  if (text.trim() === "" || isJson(text)) return unsure;
  const asPython = codeOf(text, "python");
  const asTypeScript = codeOf(text, "typescript");
  const has = (code: string, lines: readonly RegExp[]) => lines.some((line) => line.test(code));
  const isPython =
    (has(asPython, pythonLines) || isBareScript(asPython)) &&
    !typeScriptDefinition.test(asPython) &&
    !typeScriptDeclaration.test(asPython);
  const isTypeScript = has(asTypeScript, typeScriptLines) && !has(asTypeScript, pythonLines);
  if (isPython === isTypeScript) return unsure;
  return isPython
    ? { isSure: true, language: "python", defines: pythonDefinition.test(asPython) }
    : { isSure: true, language: "typescript", defines: typeScriptDefinition.test(asTypeScript) };
}
