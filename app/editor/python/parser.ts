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

/** Asks something of a source's tree. Expressions nested some thousands deep exhaust the stack: `tooDeep` says so. */
export async function withTree<T>(source: string, ask: (root: SyntaxNode) => T, tooDeep: T): Promise<T> {
  const parser = await ready;
  const tree = parsed(source, (text) => parser.parse(text));
  try {
    return ask(tree.rootNode);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep;
  } finally {
    tree.delete();
  }
}
