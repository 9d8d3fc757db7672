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
import type { Dataset } from "../../../engine/data/dataset.ts";
import type { Progress } from "../../../engine/train/progress.ts";
import type { Request, Reply } from "../../../engine/worker/protocol.ts";
import { defaultDocument, firstDocument } from "../../document/defaults.ts";
import type { Lane } from "../../document/document.ts";
import { boundedConsole } from "../../sandbox/bounded-console.ts";
import { monaco } from "../vite-monaco.ts";

const OPENINGS = "virtual:losslab-openings";
const RUNS = "virtual:losslab-first-runs";

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

function firstData(): Dataset {
  const file = fileEntry(defaultDocument.experiment.dataset);
  if (file === null) throw new Error("What a document begins with is no file of data");
  return file.parse(readFileSync(`public/data/${file.file}`, "utf8"));
}

/** It takes no time here: how long things take is for the visitor's own machine to say. */
function asked(request: Request): readonly Reply[] {
  const setup = { experiment: defaultDocument.experiment, dataset: firstData() };
  return answersTo(setup, request, { now: () => 0, consoleFor: boundedConsole });
}

function reportOn(program: Program, { handling }: Lane): Report {
  const replies = asked({ type: "evaluate", id: 1, program, handling, alternatives: [], tries: false });
  const report = replies.find((reply) => reply.type === "report")?.report;
  if (report === undefined) throw new Error("What a document begins with could not be evaluated");
  // They depend on what the lane makes of a vector, and weigh more than all the rest.
  return { ...report, gradients: null };
}

function runOf(program: Program, { handling }: Lane): Progress {
  const replies = asked({ type: "train", id: 1, program, handling, until: firstDocument.experiment.steps });
  const progress = replies.findLast((reply) => reply.type === "progress")?.progress;
  if (progress?.status !== "done") throw new Error("What a first visit opens with could not be trained");
  // They weigh more than all the rest, and come with the run that is made on the page.
  return { ...progress, gradients: null };
}

async function firstRunsOf() {
  made ??= openingsOf();
  const openings = await made;
  return Object.fromEntries(
    firstDocument.lanes.map((lane) => {
      const program = openings.find(({ source }) => source === lane.source)?.compilation.program ?? null;
      if (program === null) throw new Error("What a first visit opens with does not compile");
      return [lane.id, runOf(program, lane)];
    }),
  );
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

let trained: ReturnType<typeof firstRunsOf> | null = null;

/** More than a chart or a table shows. To the last bit they come with the run that is made on the page. */
const DIGITS = 7;

/** What JSON cannot say would come as null. */
function shortNumber(_: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isInteger(value)) return value;
  if (!Number.isFinite(value)) throw new Error("A run that a first visit opens with has a number that is none");
  return Number(value.toPrecision(DIGITS));
}

export function openings(): Plugin {
  return {
    name: "losslab:openings",
    resolveId: (id) => (id === OPENINGS || id === RUNS ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${OPENINGS}`) {
        made ??= openingsOf();
        return `export const openings = ${JSON.stringify(await made)};`;
      }
      if (id !== `\0${RUNS}`) return null;
      trained ??= firstRunsOf();
      return `export const firstRuns = ${JSON.stringify(await trained, shortNumber)};`;
    },
  };
}
