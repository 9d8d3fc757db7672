import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Module } from "../../../engine/nn/module.ts";
import { opFamilies } from "../../../engine/ops/registry.ts";
import { scopeOf } from "../../../engine/testing/docs-scope.ts";
import { loadProgram } from "../../../engine/testing/python.ts";
import { type Precision, tensorOf } from "../../../engine/testing/stored.ts";
import { argumentOf, type Outcome, type ValueCase, valueProblem } from "../../../engine/testing/value-cases.ts";
import { examples } from "../../document/examples.ts";
import {
  batch,
  compiledPython,
  compiledTypeScript,
  compiler,
  evaluate,
  expectSame,
  expectSameThereAndBack,
  text,
  toPython,
  toTypeScript,
} from "./translate-in-tests.ts";

/** What a TypeScript source makes of a case's inputs. */
function runTypeScript(source: string, given: ValueCase, precision: Precision): Outcome {
  const inputs = Object.fromEntries(given.inputs.map((input) => [input.name ?? "", tensorOf(input, precision)]));
  const { program, diagnostics } = compiler.compile(source);
  if (program === null || diagnostics.length > 0)
    throw new Error(`does not compile: ${diagnostics.map(({ message }) => message).join("; ")}\n${source}`);
  const printed: string[] = [];
  const { entry } = loadProgram(program, printed);
  const named = given.call?.kwargs ?? {};
  const parameters_ = /def forward\(([^)]*)\)/.exec(given.program ?? "")?.[1].split(",") ?? [];
  const positional = (given.call?.args ?? []).map((arg) => argumentOf(arg, inputs));
  const call = [
    ...positional,
    ...parameters_.slice(positional.length).map((name) => {
      const arg = named[name.trim().split(/[:=]/)[0].trim()];
      return arg === undefined ? undefined : argumentOf(arg, inputs);
    }),
  ];
  if (typeof entry !== "function") throw new Error("there is no entry");
  if (program.entry.kind === "function")
    return { result: Reflect.apply(entry, undefined, call), leaves: inputs, printed };
  const keywords = given.entry?.init?.kwargs ?? {};
  const names = /def __init__\(self,?([^)]*)\)/.exec(given.program ?? "")?.[1].split(",") ?? [];
  const args = names.map((name) => keywords[name.trim().split(/[:=]/)[0].trim()]);
  const instance: unknown = Reflect.construct(
    entry,
    args.map((arg) => (arg === undefined ? undefined : argumentOf(arg, inputs))),
  );
  if (!(instance instanceof Module)) throw new Error("the entry is no module");
  const parameters = instance.named_parameters().map(([name, tensor]) => [`param:${name}`, tensor] as const);
  const result: unknown = Reflect.apply(instance.forward, instance, call);
  return { result, leaves: { ...inputs, ...Object.fromEntries(parameters) }, printed };
}

const { cases } = JSON.parse(readFileSync("engine/testdata/pytorch/losses_programs.json", "utf8")) as {
  readonly cases: readonly (ValueCase & { readonly program: string })[];
};

/** Programs that cannot be translated, and why. */
const refused: Readonly<Record<string, RegExp>> = {
  "g/programs/multi_quantile": /self.quantiles|q, which may be a tensor or a number/,
};

describe("a PyTorch program in TypeScript", () => {
  test.each(cases.map((given) => [given.id, given] as const))(
    "%s gives PyTorch's values and gradients",
    (id, given) => {
      const translation = toTypeScript(given.program);
      const why = Object.entries(refused).find(([name]) => id.startsWith(name))?.[1];
      if (why !== undefined) {
        expect(translation.kind === "refused" ? translation.refusals.map(({ message }) => message).join() : "").toMatch(
          why,
        );
        return;
      }
      const typescript = text(translation);
      const printless: ValueCase = { ...given, stdout: undefined } as never;
      expect(
        valueProblem(printless, "float32", (each, precision) => runTypeScript(typescript, each, precision)),
      ).toBeNull();
      // And back again.
      const python = text(toPython(typescript));
      expect(valueProblem({ ...printless, program: python }, "float32"), python).toBeNull();
      const again = text(toTypeScript(python));
      expect(
        valueProblem(printless, "float32", (each, precision) => runTypeScript(again, each, precision)),
        again,
      ).toBeNull();
    },
  );
});

describe("an example", () => {
  test.each(examples.map((example) => [example.name, example] as const))(
    "%s means the same in both languages, there and back",
    (_name, { source, python }) => {
      const program = compiledTypeScript(source);
      const inputs = batch(program.entry.parameters.length);
      const expected = evaluate(program, inputs);
      const translated = text(toPython(source));
      expectSame(evaluate(compiledPython(translated), inputs), expected, translated);
      expectSameThereAndBack(translated, inputs, expected);
      expectSameThereAndBack(python, inputs, expected);
    },
  );
});

describe("the example of the docs of", () => {
  const rows = opFamilies.flatMap(({ ops }) =>
    ops.filter(({ places }) => places.length > 0).map((op) => [op.name, op.doc.example] as const),
  );
  test.each(rows)("%s means the same in PyTorch", (name, example) => {
    const scope = Object.entries(scopeOf(name)).filter(([key]) => !["torch", "F", "nn"].includes(key));
    const lines = example.startsWith("const ") ? [`${example};`, "return predictions;"] : [`return ${example};`];
    const source = `function forward(${scope.map(([key]) => `${key}: Tensor`).join(", ")}) {\n  ${lines.join("\n  ")}\n}\n`;
    const inputs = scope.map(([, value]) => value);
    const { program } = compiler.compile(source);
    if (program === null) throw new Error("nothing to run");
    const expected = evaluate(program, inputs);
    const translated = text(toPython(source));
    expectSame(evaluate(compiledPython(translated), inputs), expected, translated);
    const back = text(toTypeScript(translated));
    const again = compiler.compile(back).program;
    if (again === null) throw new Error("nothing to run");
    expectSame(evaluate(again, inputs), expected, back);
  });
});

test("which of several losses is meant is said in the translation too", () => {
  const source =
    "function first(pred, target) { // losslab: the loss\n  return pred.sub(target).mean();\n}\n\nfunction second(pred, target) {\n  return pred.sub(target).abs().mean();\n}\n";
  const python = text(toPython(source));
  expect(compiledPython(python).entry.name).toBe("first");
  expect(compiledTypeScript(text(toTypeScript(python))).entry.name).toBe("first");
});
