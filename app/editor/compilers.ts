/** @file The two compilers' workers, one of each for the page: parsers keep nothing between two sources. */
import { typeScriptCompiler } from "./compiling/TypeScriptCompiler.ts";
import { pythonCompiler } from "./python/PythonCompiler.ts";
import { Watched } from "./Watched.ts";

export const python = new Watched({
  boot: () => pythonCompiler.boot(),
  end: () => pythonCompiler.restart(),
  firstBudget: 2_000,
});

/** Its checker is some hundred thousand lines, which run for the first time. */
export const typeScript = new Watched({
  boot: () => typeScriptCompiler.boot(),
  end: () => typeScriptCompiler.restart(),
  firstBudget: 5_000,
});
