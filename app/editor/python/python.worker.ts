/// <reference lib="webworker" />
/** @file Parses, compiles and translates Python, away from the page's own thread. Trusted: it runs parsers, never what they read. */
import type { Compilation } from "../../../engine/language/program.ts";
import { compilePython } from "../../../engine/language/python/compile.ts";
import type { SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { pythonToTypeScript } from "../../../engine/language/translate/python-to-typescript.ts";
import { printPython } from "../../../engine/language/translate/to-python/print.ts";
import { inBounds, reasonOf } from "../answers.ts";
import { parserReady, withTree } from "./parser.ts";
import type { PythonReply, PythonRequest } from "./protocol.ts";
import { renamesIn } from "./renames.ts";
import { symbols } from "./symbols.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

function compiled(source: string, root: SyntaxNode): Compilation {
  const compilation = compilePython(source, root);
  return compilation.program === null ? compilation : { ...compilation, renames: renamesIn(root) };
}

async function answer(data: PythonRequest): Promise<PythonReply> {
  const { id } = data;
  switch (data.type) {
    case "boot":
      await parserReady;
      return { type: "booted", id };
    case "compile": {
      const { source } = data;
      return { type: "compiled", id, compilation: inBounds(await withTree(source, (root) => compiled(source, root))) };
    }
    case "toTypeScript": {
      const { source } = data;
      return {
        type: "translated",
        id,
        translation: await withTree(source, (root) => pythonToTypeScript(source, root)),
      };
    }
    case "toPython":
      return { type: "translated", id, translation: printPython(data.program) };
    case "symbols":
      return { type: "symbols", id, symbols: symbols() };
  }
}

scope.onmessage = async ({ data }: MessageEvent<PythonRequest>) =>
  scope.postMessage(
    await answer(data).catch((error: unknown) => ({ type: "failed" as const, id: data.id, reason: reasonOf(error) })),
  );
