/** @file The project's own compilers, in Node: TypeScript as Monaco carries it with our patches, and Python's. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { monaco } from "../../../app/editor/vite-monaco.ts";
import type { Compilation, Program } from "../../../engine/language/program.ts";
import { compile as compilePython } from "../../../engine/testing/python.ts";

type CompilerModule = typeof import("../../../app/editor/compiler/NodeCompiler.ts");

export interface Compilers {
  typescript(source: string): Program;
  python(source: string): Program;
}

function programOf({ program, diagnostics }: Compilation): Program {
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

export async function compilers(): Promise<Compilers> {
  const outDir = resolve(".cache/bench/compiler");
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [monaco()],
    ssr: { noExternal: true },
    build: { ssr: resolve("app/editor/compiler/NodeCompiler.ts"), outDir, emptyOutDir: true },
  });
  const { NodeCompiler }: CompilerModule = await import(pathToFileURL(`${outDir}/NodeCompiler.js`).href);
  const typescript = new NodeCompiler();
  return {
    typescript: (source) => programOf(typescript.compile(source)),
    python: (source) => programOf(compilePython(source)),
  };
}
