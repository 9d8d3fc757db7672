/**
 * @file For tests: any source, in either language. It compiles, or is refused at a place of its own; never an exception, never for long. LOSSLAB_FUZZ sets
 * how many, for a longer run by hand (npm run fuzz).
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";
import type { Compilation } from "../../engine/language/program.ts";
import type { Translation } from "../../engine/language/translate/tree.ts";
import { examples } from "../document/examples.ts";

/** Of both languages together; a quarter of them is translated as well. */
const sources = Number(process.env.LOSSLAB_FUZZ ?? 10_000);
/** TypeScript's checker takes ten times as long. */
export const runs = { python: Math.round(sources * 0.8), typescript: Math.round(sources * 0.2) };
/** Of one of them, in milliseconds of the processor: what the page stops. */
const FREEZE = 2000;
export const timeout = 120_000 + sources * 30;

const folder = "engine/testdata/forum/programs";
const real = {
  python: readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  typescript: examples.map(({ source }) => source),
};

const pieces = {
  python:
    "def class return if else for while in lambda yield async await try except finally with as import from None True global nonlocal del raise match case : ( ) [ ] { } , . ; = == := ** // -> @ * + - ~ f'{x!r:>{w}}' '''open \"\\ \\\n # 0x 1e999 1_000 1j 0777 ... self super() __class__ torch nn.Module forward predictions targets .mean() .backward()",
  typescript:
    'function class return if else for while of in => async await try catch finally import export from null undefined let const var ( ) [ ] { } , . ; = == === ?. ?? ** ...  ` $ { } /a+/ "\\ // /* */ 0x 1e999 1n 0777 @d this super # < > as any satisfies torch nn.Module forward predictions targets .mean() .backward() enum namespace declare',
};

const strange = fc.constantFrom(
  "\0",
  "\u2028",
  "\ufeff",
  "\u202e",
  "\ud800",
  "\r",
  "\r\n",
  "\t",
  "é",
  "𝕏",
  "٣",
  "\\",
  "'''",
);
const text = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 }));

/** A real loss with pieces cut out, put in, doubled or from elsewhere. */
function mutated(language: "python" | "typescript"): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...pieces[language].split(" ")), strange, text);
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(30),
    piece,
    times: fc.nat(2),
  });
  return fc
    .tuple(fc.constantFrom(...real[language]), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([source, changes]) =>
      changes.reduce((made, { at, cut, piece: put, times }) => {
        const start = Math.floor(at * made.length);
        return made.slice(0, start) + put.repeat(times) + made.slice(start + cut);
      }, source),
    );
}

/** Pieces of the language in any order, on lines that are indented as they please. */
function assembled(language: "python" | "typescript"): fc.Arbitrary<string> {
  const line = fc.tuple(fc.nat(3), fc.array(fc.constantFrom(...pieces[language].split(" ")), { maxLength: 8 }));
  const head = { python: "def forward(predictions, targets):", typescript: "function forward(predictions, targets) {" };
  return fc
    .array(line, { maxLength: 8 })
    .map((lines) =>
      [head[language], ...lines.map(([indent, words]) => "  ".repeat(indent) + words.join(" "))].join("\n"),
    );
}

/** One thing inside another, a hundred levels deep. Deeper ones are told apart in syntax.test.ts. */
const nested = fc
  .tuple(
    fc.constantFrom(
      "()",
      "[]",
      "{}",
      "[x for x in ]",
      "f'{}'",
      "(lambda: )",
      "-(",
      "not ",
      "x.y(",
      "a if b else ",
      "x => ",
    ),
    fc.integer({ min: 1, max: 150 }),
  )
  .map(([pair, depth]) => {
    const half = Math.ceil(pair.length / 2);
    const inside = pair.slice(0, half).repeat(depth) + pair.slice(half).repeat(depth);
    return `def forward(predictions, targets):\n    x = ${inside}\n    return predictions.mean()`;
  });

export const anySource = (language: "python" | "typescript"): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: mutated(language) },
    { weight: 3, arbitrary: assembled(language) },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: text },
  );

export function quick<T>(work: () => T): T {
  const start = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(FREEZE);
  return made;
}

/** A program, or an error that stands somewhere in the source and says something. */
export function expectAnswer(source: string, { program, diagnostics }: Compilation): void {
  if (program === null) expect(diagnostics.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
  else expect(program.js.length).toBeGreaterThan(0);
  for (const { start, end, message } of diagnostics) {
    expect(message.length).toBeGreaterThan(0);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(source.length + 1);
  }
}

export function expectTranslation(translation: Translation): void {
  if (translation.kind === "translated") expect(translation.text).toBeTypeOf("string");
  else expect(translation.refusals.length).toBeGreaterThan(0);
}
