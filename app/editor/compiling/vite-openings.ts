/**
 * @file Vite plugin: compiles, when the page is built, the losses that a first visit opens with, so that their verdict waits for no compiler.
 * They are compiled by the very compilers of the page.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";
import { compile as compilePython } from "../../../engine/testing/python.ts";
import { defaultDocument } from "../../document/defaults.ts";
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

async function compiledOpenings() {
  const typescript = await typeScriptCompiler();
  return defaultDocument.lanes.map(({ language, source }) => ({
    language,
    source,
    compilation: language === "python" ? compilePython(source) : typescript.compile(source),
  }));
}

export function openings(): Plugin {
  return {
    name: "losslab:openings",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      return id === `\0${NAME}` ? `export const openings = ${JSON.stringify(await compiledOpenings())};` : null;
    },
  };
}
