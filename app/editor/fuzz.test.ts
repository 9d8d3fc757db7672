/** @file Any source in Python compiles, or is refused at a place of its own. */
import fc from "fast-check";
import { test } from "vitest";
import { compilePython } from "../../engine/language/python/compile.ts";
import { pythonToTypeScript } from "../../engine/language/translate/python-to-typescript.ts";
import { withTree } from "../../engine/testing/python.ts";
import { anySource, expectAnswer, expectTranslation, quick, runs, timeout } from "./any-source.ts";
import { renamesIn } from "./python/renames.ts";

test(
  "any source in Python compiles or is refused at its place",
  () => {
    let count = 0;
    fc.assert(
      fc.property(anySource("python"), (source) => {
        const compilation = quick(() =>
          withTree(source, (root) => ({ ...compilePython(source, root), renames: renamesIn(root) })),
        );
        expectAnswer(source, compilation);
        if (count++ % 4 === 0)
          expectTranslation(quick(() => withTree(source, (root) => pythonToTypeScript(source, root))));
      }),
      { numRuns: runs.python },
    );
  },
  timeout,
);
