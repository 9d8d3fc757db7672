import { readFileSync } from "node:fs";
import { typescript as tsApi } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { beforeAll, describe, expect, test } from "vitest";
import { gradientsOf } from "../../../engine/autograd/backward.ts";
import type { Program } from "../../../engine/language/program.ts";
import { pythonToTypeScript } from "../../../engine/language/translate/python-to-typescript.ts";
import { printPython } from "../../../engine/language/translate/to-python/print.ts";
import type { Translation } from "../../../engine/language/translate/tree.ts";
import { Module } from "../../../engine/nn/module.ts";
import { opFamilies } from "../../../engine/ops/registry.ts";
import { defaultGenerator } from "../../../engine/random/generator.ts";
import * as random from "../../../engine/random/ops.ts";
import { Tensor } from "../../../engine/tensor/tensor.ts";
import { scopeOf } from "../../../engine/testing/docs-scope.ts";
import { compile as compilePython, loadProgram, withTree } from "../../../engine/testing/python.ts";
import { numbersOf, type Precision, tensorOf } from "../../../engine/testing/stored.ts";
import { argumentOf, type Outcome, type ValueCase, valueProblem } from "../../../engine/testing/value-cases.ts";
import { examples } from "../../document/examples.ts";
import { NodeCompiler } from "../compiler/NodeCompiler.ts";
import { readTypeScript } from "./read.ts";

let compiler: NodeCompiler;

beforeAll(async () => {
  compiler = new NodeCompiler();
});

const toTypeScript = (source: string): Translation => withTree(source, (root) => pythonToTypeScript(source, root));

function toPython(source: string): Translation {
  const read = compiler.with(source, (service, fileName) => readTypeScript(tsApi, service, fileName));
  return read.kind === "refused" ? read : printPython(read.program);
}

function text(translation: Translation): string {
  if (translation.kind === "translated") return translation.text;
  throw new Error(`refused: ${translation.refusals.map(({ message }) => message).join("; ")}`);
}

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

/** What a program gives for its inputs, and the gradients that come back to them. */
interface Result {
  readonly values: readonly ArrayLike<number>[];
  readonly gradients: readonly (ArrayLike<number> | null)[];
}

const tensorsIn = (value: unknown): Tensor[] => {
  if (Tensor.isTensor(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(tensorsIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(tensorsIn) : [];
};

function evaluate(program: Program, inputs: readonly unknown[], printed: string[] = []): Result {
  defaultGenerator.seed(7);
  const leaves = inputs.filter(Tensor.isTensor);
  const { entry } = loadProgram(program, printed);
  if (typeof entry !== "function") throw new Error("there is no entry");
  const made: unknown = program.entry.kind === "class" ? Reflect.construct(entry, []) : entry;
  const result: unknown =
    made instanceof Module
      ? Reflect.apply(made.forward, made, inputs)
      : typeof made === "function"
        ? Reflect.apply(made, undefined, inputs)
        : null;
  const tensors = tensorsIn(result);
  const roots = tensors.filter(({ requires_grad }) => requires_grad);
  const plain = typeof result === "number" || typeof result === "boolean" ? [[Number(result)]] : [];
  return {
    values: [...tensors.map(numbersOf), ...plain],
    gradients: gradientsOf(
      roots,
      leaves,
      roots.map((root) => ones(root)),
    ).map((gradient) => (gradient === null ? null : numbersOf(gradient))),
  };
}

const ones = (x: Tensor): Tensor => {
  const made = Tensor.zeros(x.shape, x.dtype);
  made.data.fill(1);
  return made;
};

function expectSame(actual: Result, expected: Result, source: string): void {
  const close = (a: ArrayLike<number> | null, b: ArrayLike<number> | null) => {
    expect(a === null ? null : Array.from(a).length, source).toBe(b === null ? null : Array.from(b).length);
    Array.from(a ?? []).forEach((x, i) => {
      const y = b?.[i] ?? Number.NaN;
      const isSame = Object.is(x, y) || x === y || Math.abs(x - y) <= 1e-6 * (1 + Math.abs(y));
      expect(isSame, `${x} for ${y}\n${source}`).toBe(true);
    });
  };
  expect(actual.values.length, source).toBe(expected.values.length);
  for (const [i, value] of actual.values.entries()) close(value, expected.values[i]);
  for (const [i, gradient] of actual.gradients.entries()) close(gradient, expected.gradients[i]);
}

function compiledTypeScript(source: string): Program {
  const { program, diagnostics } = compiler.compile(source);
  expect(
    diagnostics.map(({ message }) => message),
    source,
  ).toEqual([]);
  if (program === null) throw new Error("nothing to run");
  return program;
}

function compiledPython(source: string): Program {
  const { program, diagnostics } = compilePython(source);
  if (program === null) throw new Error(`${diagnostics[0].message}\n${source}`);
  return program;
}

const batch = (count: number): Tensor[] => {
  defaultGenerator.seed(3);
  return Array.from({ length: count }, () => {
    const x = random.randn([16, 1]);
    x.requires_grad = true;
    return x;
  });
};

describe("an example", () => {
  test.each(examples.map((example) => [example.name, example] as const))(
    "%s means the same in both languages, there and back",
    (_name, { source, python }) => {
      const program = compiledTypeScript(source);
      const inputs = batch(program.entry.parameters.length);
      const expected = evaluate(program, inputs);
      const translated = text(toPython(source));
      expectSame(evaluate(compiledPython(translated), inputs), expected, translated);
      const back = text(toTypeScript(translated));
      expectSame(evaluate(compiledTypeScript(back), inputs), expected, back);
      const other = text(toTypeScript(python));
      expectSame(evaluate(compiledTypeScript(other), inputs), expected, other);
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
