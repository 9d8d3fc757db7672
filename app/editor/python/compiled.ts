/** @file A Python source compiled, with what its names may have been meant to be. */
import type { Compilation } from "../../../engine/language/program.ts";
import { compilePython } from "../../../engine/language/python/compile.ts";
import { parsed } from "../../../engine/language/python/parser/parse.ts";
import { renamesIn } from "./renames.ts";

export function compiled(source: string): Compilation {
  const compilation = compilePython(source);
  return compilation.program === null ? compilation : { ...compilation, renames: renamesIn(parsed(source).module) };
}
