/** @file Writes the table of sizes in README from the built page: `npm run sizes`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const what: readonly (readonly [pattern: RegExp, title: string])[] = [
  [/^index-.*\.js$/, "page: React, store, engine's data sets"],
  [/^_virtual_losslab-first-runs-.*\.js$/, "page: a first visit's runs"],
  [/^(hooks|LineChart)-.*\.js$/, "charts that can be used, in two parts"],
  [/^TrainingTab-.*\.js$/, "page: charts of the training"],
  [/^index-.*\.css$/, "page: styles"],
  [/^editor\.api-.*\.js$/, "Monaco"],
  [/^editor-.*\.js$/, "Monaco's features, our editor"],
  [/^editor-.*\.css$/, "Monaco: styles"],
  [/^tsMode-.*\.js$/, "Monaco: TypeScript mode"],
  [/^typescript-.*\.js$/, "Monaco: TypeScript's syntax"],
  [/^loss-ts\.worker-.*\.js$/, "TypeScript worker with the compiler"],
  [/^editor\.worker-.*\.js$/, "Monaco's worker"],
  [/latin-wght-normal-.*\.woff2$/, "a font (two are loaded)"],
  [/^codicon-.*\.ttf$/, "Monaco: icons"],
  [/^sandbox\.html$/, "sandbox with the engine"],
  [/^table\.worker-.*\.js$/, "own tables, when pasted"],
  [/^python\.worker-.*\.js$/, "PyTorch: parser, compiler, translation"],
  [/^export\.worker-.*\.js$/, "Export, when asked for"],
];

const kB = (bytes: number) => String(Math.round(bytes / 1000));

const WIDTH = Math.max(...what.map(([, title]) => title.length));
const line = (title: string, numbers: readonly string[]): string =>
  `| ${title.padEnd(WIDTH)} | ${numbers.map((number) => number.padStart(6)).join(" | ")} |`;

function row(title: string, path: string): string {
  const raw = readFileSync(path);
  return line(
    title,
    [raw, gzipSync(raw), brotliCompressSync(raw)].map(({ length }) => kB(length)),
  );
}

const files = [
  ...readdirSync("dist/assets").map((name) => ({ name, path: `dist/assets/${name}` })),
  { name: "sandbox.html", path: "dist/sandbox.html" },
];
const rows = what.flatMap(([pattern, title]) => {
  const found = files.filter(({ name }) => pattern.test(name));
  return found.slice(0, 2).map(({ path }) => row(title, path));
});
const heads = [line("chunk", ["kB", "gzip", "brotli"]), `| ${"-".repeat(WIDTH)} | -----: | -----: | -----: |`];
const table = [...heads, ...new Set(rows)].join("\n");
const readme = readFileSync("README.md", "utf8");
writeFileSync(
  "README.md",
  readme.replace(/<!-- sizes -->[\s\S]*?<!-- \/sizes -->/, `<!-- sizes -->\n\n${table}\n\n<!-- /sizes -->`),
);
