import { readFileSync } from "node:fs";
import { typescript as tsApi } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { pythonToTypeScript } from "../../engine/language/translate/python-to-typescript.ts";
import { printPython } from "../../engine/language/translate/to-python/print.ts";
import { examples } from "../document/examples.ts";
import { NodeCompiler } from "./compiler/testing.ts";
import { readTypeScript } from "./translate/read.ts";

test("scratch", async () => {
  await Parser.init({ wasmBinary: readFileSync("node_modules/web-tree-sitter/web-tree-sitter.wasm") });
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync("node_modules/tree-sitter-python/tree-sitter-python.wasm")));
  const compiler = await NodeCompiler.create();
  const toPython = (source: string) => {
    const read = compiler.with(source, (service, name) => readTypeScript(tsApi, service, name));
    if (read.kind === "refused") {
      console.log(
        "REFUSED TS\n" +
          source +
          read.refusals
            .map(
              (r) =>
                `  line ${source.slice(0, r.start).split("\n").length}: ${r.message} [${source.slice(r.start, r.end)}]`,
            )
            .join("\n"),
      );
      return null;
    }
    const t = printPython(read.program);
    if (t.kind === "refused") {
      console.log("REFUSED PRINT", t.refusals);
      return null;
    }
    return t.text;
  };
  if (process.env.TS) {
    console.log(toPython(readFileSync(process.env.TS, "utf8")));
    return;
  }
  if (process.env.EX) {
    for (const e of examples) console.log(toPython(e.source));
    return;
  }
  const sources: string[] = process.env.SRC
    ? [readFileSync(process.env.SRC, "utf8")]
    : [
        ...new Set<string>(
          JSON.parse(readFileSync("engine/testdata/pytorch/losses_programs.json", "utf8")).cases.map(
            (c: any) => c.program,
          ),
        ),
        ...["1", "2", "3"].map((i) => readFileSync(`engine/testdata/programs/example${i}.py`, "utf8")),
      ];
  let ok = 0;
  for (const source of sources) {
    const root = parser.parse(source)!.rootNode as any;
    let out;
    try {
      out = pythonToTypeScript(source, root);
    } catch (e) {
      console.log("CRASH", e, source);
      continue;
    }
    if (out.kind === "refused") {
      console.log(
        "REFUSED\n" +
          source +
          out.refusals
            .map(
              (r) =>
                `  line ${source.slice(0, r.start).split("\n").length}: ${r.message} [${source.slice(r.start, r.end)}]`,
            )
            .join("\n"),
      );
      continue;
    }
    const { diagnostics, program } = compiler.compile(out.text);
    if (diagnostics.length === 0 && program !== null) ok++;
    if (process.env.ALL || diagnostics.length > 0)
      console.log(
        "=====\n" +
          out.text +
          diagnostics.map((d) => `!! ${d.code} ${d.message} [${out.text.slice(d.start, d.end)}]`).join("\n"),
      );
    if (process.env.BACK) {
      const back = toPython(out.text);
      const strip = (s: string) =>
        s
          .split("\n")
          .filter((l) => !/^(import|from) /.test(l))
          .join("\n")
          .trim()
          .replace(/super\(\w+, self\)/g, "super()");
      if (back !== null && strip(back) !== strip(source))
        console.log("-----SOURCE\n" + source + "-----TS\n" + out.text + "-----BACK\n" + back);
    }
  }
  console.log(ok, "of", sources.length);
});
