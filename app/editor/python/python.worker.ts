/// <reference lib="webworker" />
/** @file Parses, compiles and translates Python, away from the page's own thread. Trusted: it runs parsers, never what they read. */
import type { Compilation } from "../../../engine/language/program.ts";
import { compilePython } from "../../../engine/language/python/compile.ts";
import type { SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { pythonToTypeScript } from "../../../engine/language/translate/python-to-typescript.ts";
import { printPython } from "../../../engine/language/translate/to-python/print.ts";
import type { Translation } from "../../../engine/language/translate/tree.ts";
import { withTree } from "./parser.ts";
import type { PythonReply, PythonRequest } from "./protocol.ts";
import { renamesIn } from "./renames.ts";
import { symbols } from "./symbols.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const place = { start: 0, end: 1 };
const uncompiled: Compilation = {
  program: null,
  diagnostics: [
    { code: "too-deep", severity: "error", ...place, message: "This is nested too deeply to be compiled." },
  ],
};
const untranslated: Translation = {
  kind: "refused",
  isSyntax: false,
  refusals: [{ ...place, message: "what is nested too deeply" }],
};

function compiled(source: string, root: SyntaxNode): Compilation {
  const compilation = compilePython(source, root);
  return compilation.program === null ? compilation : { ...compilation, renames: renamesIn(root) };
}

async function answer(data: PythonRequest): Promise<PythonReply> {
  const { id } = data;
  switch (data.type) {
    case "compile": {
      const { source } = data;
      return {
        type: "compiled",
        id,
        compilation: await withTree(source, (root) => compiled(source, root), uncompiled),
      };
    }
    case "toTypeScript": {
      const { source } = data;
      const translation = await withTree(source, (root) => pythonToTypeScript(source, root), untranslated);
      return { type: "translated", id, translation };
    }
    case "toPython":
      return { type: "translated", id, translation: printPython(data.program) };
    case "symbols":
      return { type: "symbols", id, symbols: symbols() };
  }
}

scope.onmessage = async ({ data }: MessageEvent<PythonRequest>) => scope.postMessage(await answer(data));
