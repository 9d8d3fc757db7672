/**
 * @file Vite plugin: compiles and evaluates, when the page is built, the losses that a first visit opens with, so that their verdict waits for nothing.
 * It is done by the very compilers and the very engine of the page, which has the same bits everywhere.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";
import { fileEntry } from "../../../engine/data/catalogue.ts";
import type { Report } from "../../../engine/inspect/report.ts";
import type { Program } from "../../../engine/language/program.ts";
import { answersTo } from "../../../engine/testing/answers.ts";
import { compile as compilePython } from "../../../engine/testing/python.ts";
import { defaultDocument } from "../../document/defaults.ts";
import type { Lane } from "../../document/document.ts";
import { boundedConsole } from "../../sandbox/bounded-console.ts";
import { monaco } from "../vite-monaco.ts";

const NAME = "virtual:losslab-openings";

type CompilerModule = typeof import("../compiler/NodeCompiler.ts");

/** TypeScript's compiler as Monaco carries it, with our patches. */
async function typeScriptCompiler() {
  const outDir = resolve(".cache/openings");
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [monaco()],
    ssr: { noExternal: true },
    build: {
      ssr: resolve("app/editor/compiler/NodeCompiler.ts"),
      outDir,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
    },
  });
  const { NodeCompiler }: CompilerModule = await import(pathToFileURL(`${outDir}/NodeCompiler.js`).href);
  return new NodeCompiler();
}

function reportOn(program: Program, { handling }: Lane): Report {
  const { experiment } = defaultDocument;
  const file = fileEntry(experiment.dataset);
  if (file === null) throw new Error("What a document begins with is no file of data");
  const dataset = file.parse(readFileSync(`public/data/${file.file}`, "utf8"));
  const replies = answersTo(
    { experiment, dataset },
    { type: "evaluate", id: 1, program, handling, alternatives: [], tries: false },
    // It takes no time here.
    { now: () => 0, consoleFor: boundedConsole },
  );
  const report = replies.find((reply) => reply.type === "report")?.report;
  if (report === undefined) throw new Error("What a document begins with could not be evaluated");
  // They depend on what the lane makes of a vector, and weigh more than all the rest.
  return { ...report, gradients: null };
}

async function openingsOf() {
  const typescript = await typeScriptCompiler();
  return defaultDocument.lanes.map((lane) => {
    const { language, source } = lane;
    const compilation = language === "python" ? compilePython(source) : typescript.compile(source);
    if (compilation.program === null) throw new Error("What a document begins with does not compile");
    return { language, source, compilation, report: reportOn(compilation.program, lane) };
  });
}

/** Made once for all that is built of the page. */
let made: ReturnType<typeof openingsOf> | null = null;

export function openings(): Plugin {
  return {
    name: "losslab:openings",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      made ??= openingsOf();
      return `export const openings = ${JSON.stringify(await made)};`;
    },
  };
}
