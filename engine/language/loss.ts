/** @file From a loaded program to a loss that can be called: finds forward, constructs the class, checks what it was given. */
import { EngineError } from "../tensor/errors.ts";
import { withKeeping } from "../tensor/memory.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Entry } from "./program.ts";
import type { Runtime } from "./runtime.ts";

/** The names that are in scope of a loss. */
export interface Scope {
  readonly torch: object;
  readonly nn: object;
  readonly F: object;
  readonly console: object;
}

/** What a program's script hands to `__losslab`. */
export type Define = (torch: object, nn: object, F: object, console: object, runtime: Runtime) => unknown;

/** A loss ready to be called. `forward`'s result is whatever the user's code returned. */
export interface Loss {
  forward(predictions: Tensor, targets: readonly Tensor[]): unknown;
  /** Learned weights of the loss: nn.Parameters of a class. */
  parameters(): readonly Tensor[];
  /** The same with their names. */
  namedParameters(): readonly NamedParameter[];
}

export type NamedParameter = readonly [name: string, parameter: Tensor];

export type ParametersOf = (instance: object) => readonly NamedParameter[];

/**
 * Runs the user's statements and constructs the loss. Every call makes an independent one, with state of its own.
 * Throws whatever the user's code throws, and EngineError `no-forward` where the entry is not what the compiler saw.
 */
export function instantiate(
  define: Define,
  entry: Entry,
  scope: Scope,
  runtime: Runtime,
  parametersOf: ParametersOf,
): Loss {
  const names = surfaceOf(runtime);
  const made = withKeeping(() => define(scope.torch, scope.nn, scope.F, scope.console, names));
  if (typeof made !== "function") throw noForward(entry.name);
  if (entry.kind === "function") {
    return {
      forward: (predictions, targets) => withKeeping(() => Reflect.apply(made, undefined, [predictions, ...targets])),
      parameters: () => [],
      namedParameters: () => [],
    };
  }
  const instance: unknown = withKeeping(() => Reflect.construct(made, []));
  if (typeof instance !== "object" || instance === null) throw noForward(entry.name);
  const forward: unknown = Reflect.get(instance, "forward");
  if (typeof forward !== "function") throw noForward(entry.name);
  return {
    forward: (predictions, targets) => withKeeping(() => Reflect.apply(forward, instance, [predictions, ...targets])),
    parameters: () => parametersOf(instance).map(([, parameter]) => parameter),
    namedParameters: () => parametersOf(instance),
  };
}

/** The targets that forward asks for: one, or as many as its parameters name. */
export function targetsFor(entry: Entry, available: readonly Tensor[]): readonly Tensor[] {
  const wanted = Math.max(1, entry.parameters.length - 1);
  if (wanted > available.length) {
    throw new EngineError({
      type: "RuntimeError",
      code: "too-few-targets",
      op: "forward",
      message: `forward: takes ${wanted} targets (${entry.parameters.slice(1).join(", ")}), the data set has ${available.length}`,
      hint: "Choose the data set with two targets per input.",
    });
  }
  return available.slice(0, wanted);
}

/** What compiled losses call, and nothing else: the runtime's listener and clock are not theirs. */
function surfaceOf(runtime: Runtime): Runtime {
  return Object.freeze<Runtime>({
    enter: (probe) => runtime.enter(probe),
    probe: (depth, value) => runtime.probe(depth, value),
    value: (probe, value) => runtime.value(probe, value),
    parameter: (probe, value) => runtime.parameter(probe, value),
    loop: (loop) => runtime.loop(loop),
    operator: (symbol, ...operands) => runtime.operator(symbol, ...operands),
    python: (console) => runtime.python(console),
  });
}

function noForward(name: string): EngineError {
  return new EngineError({
    type: "NotImplementedError",
    code: "no-forward",
    op: "forward",
    message: `${name}: is not a function or a class with a forward method`,
    hint: "Write function forward(predictions, targets) { … }.",
  });
}
