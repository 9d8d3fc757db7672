import { readFileSync } from "node:fs";
import { test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { pythonToTypeScript } from "../../engine/language/translate/python-to-typescript.ts";
import { NodeCompiler } from "./compiler/testing.ts";

test("scratch", async () => {
  await Parser.init({ wasmBinary: readFileSync("node_modules/web-tree-sitter/web-tree-sitter.wasm") });
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync("node_modules/tree-sitter-python/tree-sitter-python.wasm")));
  const compiler = await NodeCompiler.create();
  const sources: string[] = process.env.SRC
    ? [readFileSync(process.env.SRC, "utf8")]
    : [
        ...new Set<string>(
          JSON.parse(readFileSync("engine/testdata/pytorch/losses_programs.json", "utf8")).cases.map((c: any) => c.program),
        ),
        ...["1", "2", "3"].map((i) => readFileSync(`engine/testdata/programs/example${i}.py`, "utf8")),
      ];
  let ok = 0;
  for (const source of sources) {
    const root = parser.parse(source)!.rootNode as any;
    let out;
    try { out = pythonToTypeScript(source, root); } catch (e) { console.log("CRASH", e, source); continue; }
    if (out.kind === "refused") {
      console.log("REFUSED\n" + source + out.refusals.map((r) => `  line ${source.slice(0, r.start).split("\n").length}: ${r.message} [${source.slice(r.start, r.end)}]`).join("\n"));
      continue;
    }
    const { diagnostics, program } = compiler.compile(out.text);
    if (diagnostics.length === 0 && program !== null) ok++;
    if (process.env.ALL || diagnostics.length > 0)
    console.log("=====\n" + out.text + diagnostics.map((d) => `!! ${d.code} ${d.message} [${out.text.slice(d.start, d.end)}]`).join("\n"));
  }
  console.log(ok, "of", sources.length);
});
