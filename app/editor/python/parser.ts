/** @file Python's grammar in a worker. Each worker that reads Python has a parser of its own. */
import grammar from "tree-sitter-python/tree-sitter-python.wasm?url";
import { Language, Parser } from "web-tree-sitter";
import runtime from "web-tree-sitter/web-tree-sitter.wasm?url";
import { parsed } from "../../../engine/language/python/parse.ts";
import type { SyntaxNode } from "../../../engine/language/python/syntax.ts";

const ready = (async () => {
  await Parser.init({ locateFile: () => new URL(runtime, globalThis.location.href).href });
  const parser = new Parser();
  parser.setLanguage(await Language.load(new URL(grammar, globalThis.location.href).href));
  return parser;
})();

/** When the grammar has loaded. */
export const parserReady: Promise<unknown> = ready;

/** Asks something of a source's tree. */
export async function withTree<T>(source: string, ask: (root: SyntaxNode) => T): Promise<T> {
  const parser = await ready;
  const tree = parsed(source, (text) => parser.parse(text));
  try {
    return ask(tree.rootNode);
  } finally {
    tree.delete();
  }
}
