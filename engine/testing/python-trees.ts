/**
 * @file Holds the parser to CPython on files of one's own, such as the standard library's:
 * `python3.11 engine/testdata/python-syntax/record.py trees FILE… | npx tsx engine/testing/python-trees.ts`
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parsed } from "../language/python/parser/parse.ts";
import { treeText } from "./python-tree.ts";

function treeOf(path: string): string {
  const source = readFileSync(path, "utf8");
  try {
    const text = treeText(source, parsed(source));
    return createHash("sha256").update(text).digest("hex").slice(0, 16);
  } catch (error) {
    return `!${error instanceof Error ? error.message : error}`;
  }
}

const lines = readFileSync(0, "utf8").trim().split("\n");
const wrong = lines.filter((line) => {
  const made = treeOf(line.slice(line.indexOf(" ") + 1));
  return !line.startsWith(made.startsWith("!") ? "!" : made);
});
console.log([...wrong, `${lines.length - wrong.length} of ${lines.length} trees are CPython's`].join("\n"));
