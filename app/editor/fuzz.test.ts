/** @file Any source in Python compiles, or is refused at a place of its own. */
import fc from "fast-check";
import { test } from "vitest";
import { pythonToTypeScript } from "../../engine/language/translate/python-to-typescript.ts";
import { anySource, expectAnswer, expectTranslation, quick, runs, timeout } from "./any-source.ts";
import { compiled } from "./python/compiled.ts";

test(
  "any source in Python compiles or is refused at its place",
  () => {
    let count = 0;
    fc.assert(
      fc.property(anySource("python"), (source) => {
        const compilation = quick(() => compiled(source));
        expectAnswer(source, compilation);
        if (count++ % 4 === 0) expectTranslation(quick(() => pythonToTypeScript(source)));
      }),
      { numRuns: runs.python },
    );
  },
  timeout,
);
