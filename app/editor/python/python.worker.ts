/// <reference lib="webworker" />
/** @file Parses and compiles Python, away from the page's own thread. Trusted: it runs parsers, never what they read. */
import grammar from "tree-sitter-python/tree-sitter-python.wasm?url";
import { Language, Parser } from "web-tree-sitter";
import runtime from "web-tree-sitter/web-tree-sitter.wasm?url";
import type { Compilation } from "../../../engine/language/program.ts";
import { compilePython } from "../../../engine/language/python/compile.ts";
import type { PythonReply, PythonRequest } from "./protocol.ts";
import { symbols } from "./symbols.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const ready = (async () => {
  await Parser.init({ locateFile: () => new URL(runtime, scope.location.href).href });
  const parser = new Parser();
  parser.setLanguage(await Language.load(new URL(grammar, scope.location.href).href));
  return parser;
})();

async function compile(source: string): Promise<Compilation> {
  const parser = await ready;
  const tree = parser.parse(source);
  if (tree === null) throw new Error("the parser gave no tree");
  try {
    return compilePython(source, tree.rootNode);
  } catch (error) {
    // Expressions nested some thousands deep exhaust the compiler's stack.
    if (!(error instanceof RangeError)) throw error;
    const message = "This is nested too deeply to be compiled.";
    return { program: null, diagnostics: [{ code: "too-deep", severity: "error", start: 0, end: 1, message }] };
  } finally {
    tree.delete();
  }
}

scope.onmessage = async ({ data }: MessageEvent<PythonRequest>) => {
  const reply: PythonReply =
    data.type === "compile"
      ? { type: "compiled", id: data.id, compilation: await compile(data.source) }
      : { type: "symbols", id: data.id, symbols: symbols() };
  scope.postMessage(reply);
};
