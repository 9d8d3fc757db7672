/** @file Programs that fail, warn, or quietly lose their gradient: the same must happen here, at the same line. */

import { method } from "../language/python/runtime/attributes.ts";
import { call, none } from "../language/python/runtime/call.ts";
import { PythonError } from "../language/python/runtime/exceptions.ts";
import { EngineError } from "../tensor/errors.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { setWarningSink } from "../tensor/warnings.ts";
import { CompileError, invoke, type Loaded, load } from "./python.ts";
import { numbersOf, type StoredTensor, tensorOf } from "./stored.ts";
import { argumentOf, type CallCase, type EntryCase, keywordsOf } from "./value-cases.ts";

export interface ErrorCase {
  readonly id: string;
  readonly program: string;
  readonly entry: EntryCase;
  readonly inputs: readonly StoredTensor[];
  readonly call: CallCase;
  readonly repeat?: number;
  readonly outcome: "exception" | "non_finite" | "warning" | "dead_gradient" | "ok";
  readonly exception?: {
    readonly type: string;
    readonly message: string;
    readonly stage: string;
    readonly program_line: number | null;
  } | null;
  readonly warnings?: readonly { readonly category: string; readonly message: string }[];
  readonly gradients?: Readonly<Record<string, string>> | null;
  readonly match: "message" | "type";
  readonly must_mention?: readonly string[] | null;
}

interface Raised {
  readonly type: string;
  readonly message: string;
  readonly stage: string;
  readonly line: number | null;
}

interface Run {
  readonly raised: Raised | null;
  readonly warnings: readonly string[];
  readonly gradients: Readonly<Record<string, string>>;
}

const lineOf = (source: string, offset: number) => source.slice(0, offset).split("\n").length;

function run(given: ErrorCase): Run {
  const warnings: string[] = [];
  const before = setWarningSink((_category, message) => warnings.push(message));
  const inputs = Object.fromEntries(given.inputs.map((input) => [input.name ?? "", tensorOf(input, "float32")]));
  let stage = "define";
  let loaded: Loaded | null = null;
  try {
    loaded = load(`${given.program}\n__entry__ = ${given.entry.name}\ndef __case__():\n    return __entry__\n`, {
      entry: "__case__",
    });
    const value = invoke(loaded.entry, []);
    stage = "construct";
    const loss =
      given.entry.kind === "class"
        ? call(
            value,
            (given.entry.init?.args ?? []).map((arg) => argumentOf(arg, inputs)),
            keywordsOf(given.entry.init?.kwargs ?? {}, inputs),
          )
        : value;
    for (let i = 0; i < (given.repeat ?? 1); i++) {
      stage = "forward";
      loaded.runtime.begin();
      const result = call(
        loss,
        given.call.args.map((arg) => argumentOf(arg, inputs)),
        keywordsOf(given.call.kwargs, inputs),
      );
      stage = "backward";
      loaded.runtime.begin();
      method(result, "backward", [], none);
    }
    return { raised: null, warnings, gradients: describeGradients(inputs) };
  } catch (error) {
    return { raised: describe(error, stage, given.program, loaded), warnings, gradients: {} };
  } finally {
    setWarningSink(before);
  }
}

function describe(error: unknown, stage: string, program: string, loaded: Loaded | null): Raised {
  if (error instanceof CompileError) {
    const { code, start, message } = error.diagnostic;
    return {
      type: code === "indentation" ? "IndentationError" : "SyntaxError",
      message,
      stage: "define",
      line: lineOf(program, start),
    };
  }
  const probe = loaded?.runtime.locate(error) ?? null;
  const place = probe === null || stage === "backward" ? null : loaded?.compilation.program?.probes[probe];
  const line =
    place === null || place === undefined || place.start > program.length ? null : lineOf(program, place.start);
  if (error instanceof PythonError) return { type: error.type, message: error.message, stage, line };
  if (error instanceof EngineError) return { type: error.type, message: error.pytorch ?? error.message, stage, line };
  return { type: error instanceof Error ? error.name : "unknown", message: String(error), stage, line };
}

function describeGradients(inputs: Readonly<Record<string, Tensor>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs)
      .filter(([, input]) => input.requires_grad)
      .map(([name, input]) => [
        name,
        input.grad === null ? "none" : describeNumbers(Array.from(numbersOf(input.grad))),
      ]),
  );
}

function describeNumbers(values: readonly number[]): string {
  if (values.some((value) => Number.isNaN(value))) return "nan";
  if (values.some((value) => !Number.isFinite(value))) return "inf";
  return values.every((value) => value === 0) ? "all_zero" : "finite";
}

const firstLine = (text: string) => text.split("\n", 1)[0];

export function errorProblem(given: ErrorCase): string | null {
  const { raised, warnings, gradients } = run(given);
  const expected = given.exception ?? null;
  if (expected === null) {
    if (raised !== null) return `raises ${raised.type}: ${raised.message}`;
    for (const { message } of given.warnings ?? []) {
      if (!warnings.some((actual) => firstLine(actual) === firstLine(message)))
        return `does not warn: ${firstLine(message)}; it says ${JSON.stringify(warnings)}`;
    }
    for (const [name, kind] of Object.entries(given.gradients ?? {})) {
      if (gradients[name] !== kind) return `gradient of ${name} is ${gradients[name]}, PyTorch's is ${kind}`;
    }
    return null;
  }
  if (raised === null) return `raises nothing, PyTorch ${expected.type}: ${expected.message}`;
  if (raised.type !== expected.type) return `raises ${raised.type} (${raised.message}), PyTorch ${expected.type}`;
  if (raised.stage !== expected.stage) return `raises in ${raised.stage}, PyTorch in ${expected.stage}`;
  if (expected.program_line !== null && raised.line !== expected.program_line)
    return `raises at line ${raised.line}, PyTorch at ${expected.program_line}`;
  if (given.match !== "message") return null;
  const mentions = given.must_mention ?? [];
  if (mentions.length > 0) {
    const absent = mentions.find((words) => !raised.message.includes(words));
    return absent === undefined ? null : `says ${JSON.stringify(raised.message)}, without ${JSON.stringify(absent)}`;
  }
  return firstLine(raised.message) === firstLine(expected.message)
    ? null
    : `says ${JSON.stringify(firstLine(raised.message))}, PyTorch ${JSON.stringify(firstLine(expected.message))}`;
}
