import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { treeText } from "../../../testing/python-tree.ts";
import { parsed } from "./parse.ts";
import { Problem } from "./problem.ts";

const data = "engine/testdata/python-syntax";
const recorded = (name: string) => JSON.parse(readFileSync(`${data}/${name}.json`, "utf8"));

/** Type, words, line, column. */
type Said = readonly [string, string, number, number];

const treeOf = (source: string): string =>
  createHash("sha256")
    .update(treeText(source, parsed(source)))
    .digest("hex")
    .slice(0, 16);

function columnOf(text: string): number {
  return (text.split(/\r\n?|\n/).at(-1) ?? "").length + 1;
}

/** The hash of its tree, or what is wrong with it. */
function madeOf(source: string): string | Said {
  try {
    return treeOf(source);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { type, message, place, origin } = error;
    const line = source.slice(0, place.start).split(/\r\n?|\n/).length;
    return [type, message, line, columnOf(source.slice(origin ?? 0, place.start))];
  }
}

/** CPython counts from one, and gives nothing where it knows no column. */
const counted = (said: string | Said): string | Said =>
  typeof said === "string" ? said : [said[0], said[1], said[2], Math.max(1, said[3])];

describe("the tree is CPython's ast.dump with attributes", () => {
  const lines = readFileSync(`${data}/trees.txt`, "utf8").trim().split("\n");

  test("of a thousand programs as people paste them", () => {
    const wrong = lines.filter((line) => {
      const [hash, path] = line.split(" ");
      return treeOf(readFileSync(`engine/testdata/${path}`, "utf8")) !== hash;
    });
    expect(lines.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });
});

describe("what CPython says is said: type, words, line and column", () => {
  test("of every construct and every usual mistake, at the top and in a function", () => {
    const sources: readonly (readonly [string, string | Said])[] = recorded("sources");
    const wrong = sources.flatMap(([source, said]) => {
      const made = madeOf(source);
      return JSON.stringify(made) === JSON.stringify(counted(said)) ? [] : [{ source, said, made }];
    });
    expect(sources.length).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });

  test("of two thousand damaged programs", () => {
    const damages: readonly (readonly [string, number, number, string, Said])[] = recorded("damages");
    const sources = new Map<string, string>();
    const wrong = damages.flatMap(([path, start, end, text, said]) => {
      const whole = sources.get(path) ?? readFileSync(`engine/testdata/${path}`, "utf8");
      sources.set(path, whole);
      const source = whole.slice(0, start) + text + whole.slice(end);
      const made = madeOf(source);
      return JSON.stringify(made) === JSON.stringify(counted(said)) ? [] : [{ path, start, end, text, said, made }];
    });
    expect(damages).toHaveLength(2000);
    expect(wrong).toEqual([]);
  });
});
