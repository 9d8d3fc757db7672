/** @file What tests of the translator share: both directions, and what a program means in numbers. */
import { typescript as tsApi } from "monaco-editor/languages/features/typescript/lib/typescriptServices";
import { expect } from "vitest";
import { gradientsOf } from "../../../engine/autograd/backward.ts";
import type { Program } from "../../../engine/language/program.ts";
import { pythonToTypeScript } from "../../../engine/language/translate/python-to-typescript.ts";
import { printPython } from "../../../engine/language/translate/to-python/print.ts";
import type { Translation } from "../../../engine/language/translate/tree.ts";
import { Module } from "../../../engine/nn/module.ts";
import { defaultGenerator } from "../../../engine/random/generator.ts";
import * as random from "../../../engine/random/ops.ts";
import { dataOf, Tensor } from "../../../engine/tensor/tensor.ts";
import { compile as compilePython, loadProgram } from "../../../engine/testing/python.ts";
import { numbersOf } from "../../../engine/testing/stored.ts";
import { NodeCompiler } from "../compiler/NodeCompiler.ts";
import { readTypeScript } from "./read-typescript.ts";

export const compiler = new NodeCompiler();

export const toTypeScript = (source: string): Translation => pythonToTypeScript(source);

export function toPython(source: string): Translation {
  const read = compiler.with(source, (service, fileName) => readTypeScript(tsApi, service, fileName));
  return read.kind === "refused" ? read : printPython(read.program);
}

export function text(translation: Translation): string {
  if (translation.kind === "translated") return translation.text;
  throw new Error(`refused: ${translation.refusals.map(({ message }) => message).join("; ")}`);
}

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

export function evaluate(program: Program, inputs: readonly unknown[], printed: string[] = []): Result {
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
  dataOf(made).fill(1);
  return made;
};

export function expectSame(actual: Result, expected: Result, source: string): void {
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

/** A program in TypeScript and back in PyTorch, and in TypeScript again, gives what it gave. */
export function expectSameThereAndBack(python: string, inputs: readonly unknown[], expected: Result): void {
  const typescript = text(toTypeScript(python));
  expectSame(evaluate(compiledTypeScript(typescript), inputs), expected, typescript);
  const back = text(toPython(typescript));
  expectSame(evaluate(compiledPython(back), inputs), expected, back);
  const again = text(toTypeScript(back));
  expectSame(evaluate(compiledTypeScript(again), inputs), expected, again);
}

export function compiledTypeScript(source: string): Program {
  const { program, diagnostics } = compiler.compile(source);
  expect(
    diagnostics.map(({ message }) => message),
    source,
  ).toEqual([]);
  if (program === null) throw new Error("nothing to run");
  return program;
}

export function compiledPython(source: string): Program {
  const { program, diagnostics } = compilePython(source);
  if (program === null) throw new Error(`${diagnostics[0].message}\n${source}`);
  return program;
}

export const batch = (count: number): Tensor[] => {
  defaultGenerator.seed(3);
  return Array.from({ length: count }, () => {
    const x = random.randn([16, 1]);
    x.requires_grad = true;
    return x;
  });
};
