/** @file Any source in TypeScript compiles, or is refused at a place of its own. */
import fc from "fast-check";
import { typescript as tsApi } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { test } from "vitest";
import { printPython } from "../../engine/language/translate/to-python/print.ts";
import { uncompiled, untranslated } from "./answers.ts";
import { anySource, expectAnswer, expectTranslation, quick, runs, timeout } from "./any-source.ts";
import { compileLoss } from "./compiler/compile.ts";
import { NodeCompiler } from "./compiler/NodeCompiler.ts";
import { readTypeScript } from "./translate/read-typescript.ts";

/** TypeScript's own parser fails at some sources, such as `@d await`: then the worker says so in our words, as it does here. */
function unlessItFails<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Debug Failure.")) return otherwise;
    throw error;
  }
}

test(
  "any source in TypeScript compiles or is refused at its place",
  () => {
    const compiler = new NodeCompiler();
    compiler.compile("");
    let count = 0;
    fc.assert(
      fc.property(anySource("typescript"), (source) => {
        const compilation = quick(() =>
          unlessItFails(uncompiled(source, "compiler-failed"), () =>
            compiler.with(source, (service, fileName) => compileLoss(tsApi, service, fileName)),
          ),
        );
        expectAnswer(source, compilation);
        if (count++ % 4 !== 0) return;
        const read = quick(() =>
          unlessItFails(untranslated(source, "compiler-failed"), () =>
            compiler.with(source, (service, name) => readTypeScript(tsApi, service, name)),
          ),
        );
        expectTranslation(read.kind === "refused" ? read : quick(() => printPython(read.program)));
      }),
      { numRuns: runs.typescript },
    );
  },
  timeout,
);
