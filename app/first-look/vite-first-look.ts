/**
 * @file Vite plugin: draws, when the page is built, what a first visit looks at until the page's script has come. It is the page's own first frame,
 * of the page's own parts; the page then stands in its place.
 */
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build, type Plugin } from "vite";
import { openings } from "../editor/compiling/vite-openings.ts";
import { codeColours } from "../editor/palette.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How wide a window is decides what is drawn (ui/use-is-narrow.ts): the queries that match, by the class that first-look.css shows. */
const widths = {
  wide: [],
  stacked: ["(max-width: 1000px)"],
  narrow: ["(max-width: 1000px)", "(max-width: 640px)"],
} as const;

/** A thread of its own, with as much of a browser as a first frame asks for. What else the page sets going there ends with the thread. */
const thread = `
const { parentPort, workerData } = require("node:worker_threads");
const { readFile } = require("node:fs/promises");
const nothing = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => "" : key === "then" ? undefined : nothing),
  apply: () => nothing,
  construct: () => nothing,
  set: () => true,
});
Object.assign(globalThis, {
  addEventListener: () => undefined,
  document: { createElement: () => nothing, baseURI: "http://localhost/", body: nothing },
  fetch: async (path) => ({ ok: true, text: () => readFile(new URL(path, workerData.files), "utf8") }),
  location: { hash: "", search: "", pathname: "/", origin: "" },
  matchMedia: (query) => ({ matches: workerData.matching.includes(query), addEventListener: () => undefined }),
});
import(workerData.module).then(async ({ render }) => parentPort.postMessage(await render()));
`;

async function drawn(module: string, matching: readonly string[]): Promise<string> {
  const worker = new Worker(thread, {
    eval: true,
    workerData: { module, matching, files: pathToFileURL(`${here("../../public")}/`).href },
  });
  try {
    return await new Promise<string>((done, failed) => {
      worker.once("message", done);
      worker.once("error", failed);
    });
  } finally {
    await worker.terminate();
  }
}

const NONE = "\0losslab:none";

/** Parts that are loaded before the page is drawn (dock/first-sight.ts). */
const inSight = /^virtual:|\/TrainingTab\.tsx$|\/ReplayBar\.tsx$/;

/** What else is loaded later is in no first frame, and nothing is compiled for it. */
const firstFrameAlone: Plugin = {
  name: "losslab:first-frame-alone",
  enforce: "pre",
  resolveId: (id) => (id.includes("?worker") ? NONE : null),
  load: (id) => (id === NONE ? "export default class {}" : null),
  resolveDynamicImport: (specifier) =>
    typeof specifier === "string" && inSight.test(specifier) ? null : { id: "node:path", external: true },
};

async function frames(): Promise<string> {
  const outDir = here("../../.cache/first-look");
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [openings(), firstFrameAlone],
    ssr: { noExternal: true },
    build: { ssr: here("./render.tsx"), outDir, emptyOutDir: true, minify: false, reportCompressedSize: false },
  });
  const module = pathToFileURL(`${outDir}/render.js`).href;
  const parts = await Promise.all(
    Object.entries(widths).map(async ([width, matching]) => {
      // Which theme it will be, nobody knows yet.
      const markup = (await drawn(module, matching)).replaceAll(/(class="painted") style="[^"]*"/g, "$1");
      // It is to be looked at: what can be used comes at once.
      return `<div class="first-look ${width}" aria-hidden="true" inert>${markup}</div>`;
    }),
  );
  return parts.join("");
}

const declarations = (theme: "dark" | "light"): string =>
  Object.entries(codeColours(theme))
    .map(([name, colour]) => `${name}:${colour}`)
    .join(";");

const colours = `.first-look .painted{${declarations("dark")}}[data-theme="light"] .first-look .painted{${declarations("light")}}`;

async function firstVisitScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      lib: { entry: here("./first-visit.ts"), formats: ["iife"], name: "firstVisit", fileName: "first-visit" },
    },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const chunk = outputs.flatMap(({ output }) => output).find((part) => part.type === "chunk");
  if (chunk === undefined || chunk.type !== "chunk") throw new Error("first-visit.ts gave no script");
  return chunk.code;
}

const ROOT = '<div id="root"></div>';
const SCRIPT = "first-visit.js";

export const firstLook: Plugin = {
  name: "losslab:first-look",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    async handler(html) {
      if (!html.includes(ROOT)) throw new Error("index.html has no place for the first look");
      const markup = await frames();
      return {
        html: html.replace(ROOT, () => `<div id="root">${markup}</div>`),
        tags: [
          { tag: "style", children: colours, injectTo: "head" },
          { tag: "script", attrs: { src: `./${SCRIPT}` }, injectTo: "head" },
        ],
      };
    },
  },
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: SCRIPT, source: await firstVisitScript() });
  },
};
