/** @file Python source to results, in Node: what the page does with the parser in a worker and the program in its sandbox. */
import { LossRuntime } from "../language/loss-runtime.ts";
import type { Compilation, Diagnostic, Program } from "../language/program.ts";
import { type CompileOptions, compilePython } from "../language/python/compile.ts";
import { F, nn, torch } from "../torch.ts";
import { definedBy } from "./defined.ts";

export const compile: (source: string, options?: CompileOptions) => Compilation = compilePython;

/** The source is refused before anything runs. */
export class CompileError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

export interface Loaded {
  /** What the script returns: the entry. */
  readonly entry: unknown;
  readonly runtime: LossRuntime;
  readonly compilation: Compilation;
}

/** Runs a source's statements. `printed` gets the lines that it prints. */
export function load(source: string, options: CompileOptions, printed: string[] = []): Loaded {
  const compilation = compile(source, options);
  if (compilation.program === null) throw new CompileError(compilation.diagnostics[0]);
  return { ...loadProgram(compilation.program, printed), compilation };
}

/** Runs a compiled program, of either language. `begun` gets the runtime before the program can fail. */
export function loadProgram(
  program: Program,
  printed: string[] = [],
  begun: (runtime: LossRuntime) => void = () => undefined,
): Pick<Loaded, "entry" | "runtime"> {
  const runtime = new LossRuntime({ budget: 10_000, now: () => performance.now() });
  begun(runtime);
  const entry: unknown = Reflect.apply(definedBy(program), undefined, [
    torch,
    nn,
    F,
    { log: (text: string) => printed.push(text) },
    runtime,
  ]);
  return { entry, runtime };
}

/** Calls what `load` gave. */
export function invoke(entry: unknown, args: readonly unknown[]): unknown {
  if (typeof entry !== "function") throw new Error("internal: the script has no entry");
  const result: unknown = Reflect.apply(entry, undefined, args);
  return result;
}
