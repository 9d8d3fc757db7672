/** @file From a loaded program to a loss that can be called: finds forward, constructs the class, checks what it was given. */
import { unreachable } from "../exactly.ts";
import { ProgramDType } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { withKeeping } from "../tensor/memory.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { tensorOf } from "../data/described-tensor.ts";
import { given as groupGiven } from "./given-group.ts";
import type { Held } from "./held.ts";
import type { Entry } from "./program.ts";
import {
  type Argument,
  defaultSetting,
  heldOf,
  leafLabels,
  ownOf,
  predictedCount,
  type Role,
  rolesOf,
  type SettingFacts,
  targetCountOf,
} from "./roles.ts";
import type { Runtime } from "./runtime.ts";
import { nowhere, type Surroundings } from "./surroundings.ts";

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
  forward(predictions: Tensor, targets: readonly Tensor[], surroundings?: Surroundings): unknown;
  /** Learned weights of the loss: nn.Parameters of a class. */
  parameters(): readonly Tensor[];
  /** The same with their names. */
  namedParameters(): readonly NamedParameter[];
}

export type NamedParameter = readonly [name: string, parameter: Tensor];

export type ParametersOf = (instance: object) => readonly NamedParameter[];

/** What settings that nobody chose are derived from. */
export const noFacts: SettingFacts = { classes: 2, width: 1, rows: 1 };

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
  facts: SettingFacts = noFacts,
): Loss {
  const names = surfaceOf(runtime);
  const own = new ProgramDType();
  const run = <T>(work: () => T): T => own.within(() => withKeeping(work));
  const made = run(() => define(scope.torch, scope.nn, scope.F, scope.console, names));
  if (typeof made !== "function") throw noForward(entry.name);
  const settings = new Map(entry.parameters.map((name) => [name, settled(entry, name, facts)]));
  const plans = [planOf(entry, false), planOf(entry, true)] as const;
  const bound = (predictions: Tensor, targets: readonly Tensor[], surroundings: Surroundings = nowhere) =>
    argumentsFor(entry, plans[surroundings.model === null ? 0 : 1], settings, predictions, targets, surroundings);
  if (entry.kind === "function") {
    return {
      forward: (...given) => run(() => Reflect.apply(made, undefined, bound(...given))),
      parameters: () => [],
      namedParameters: () => [],
    };
  }
  const needed = (entry.needs ?? []).map((name) => settled(entry, name, facts));
  const instance: unknown = run(() => Reflect.construct(made, needed));
  if (typeof instance !== "object" || instance === null) throw noForward(entry.name);
  const forward: unknown = Reflect.get(instance, "forward");
  if (typeof forward !== "function") throw noForward(entry.name);
  return {
    forward: (...given) => run(() => Reflect.apply(forward, instance, bound(...given))),
    parameters: () => parametersOf(instance).map(([, parameter]) => parameter),
    namedParameters: () => parametersOf(instance),
  };
}

/** A setting's value, or a described tensor. */
function settled(entry: Entry, name: string, facts: SettingFacts): unknown {
  const given: Argument | undefined = ownOf(entry.arguments, name);
  if (given?.kind === "tensor") return tensorOf(given.tensor);
  const value = given?.kind === "setting" ? given.value : defaultSetting(name, entry, facts);
  // A list is the loss's own to write into.
  return Array.isArray(value) ? [...value] : value;
}

/** What each parameter gets, found out once. */
interface Plan {
  readonly roles: readonly Role[];
  readonly held: readonly Held[];
  /** Where the predictions stand; -1 where they are not asked for. */
  readonly predicted: number;
}

function planOf(entry: Entry, hasInputs: boolean): Plan {
  const roles = rolesOf(entry, hasInputs);
  return {
    roles,
    held: entry.parameters.map((name) => heldOf(entry, name)),
    predicted: roles.indexOf("predictions"),
  };
}

function argumentsFor(
  entry: Entry,
  { roles, held, predicted }: Plan,
  settings: ReadonlyMap<string, unknown>,
  predictions: Tensor,
  targets: readonly Tensor[],
  { inputs, model, step, epoch }: Surroundings,
): readonly unknown[] {
  let next = 0;
  const take = (of: Held): unknown => {
    if (of !== "tensor")
      return groupGiven(
        of,
        of.parts.map((part) => take(part.held)),
        entry.isPython === true,
      );
    return next++ === 0 ? predictions : targets[next - 2];
  };
  // What is predicted is taken first, wherever it stands.
  const ofPredicted = predicted < 0 ? undefined : take(held[predicted]);
  if (predicted < 0) next = 1;
  const bound = roles.map((role, i) => {
    switch (role) {
      case "predictions":
        return ofPredicted;
      case "target":
        return take(held[i]);
      case "inputs":
        return inputs;
      case "model":
        return model;
      case "step":
        return step;
      case "epoch":
        return epoch;
      case "setting":
      case "tensor":
        return settings.get(entry.parameters[i]);
      default:
        return unreachable(role);
    }
  });
  const last = bound.at(-1);
  return entry.hasRest === true && Array.isArray(last) ? [...bound.slice(0, -1), ...last] : bound;
}

/** The targets that forward asks for, of those there are. */
export function targetsFor(entry: Entry, available: readonly Tensor[], hasInputs: boolean): readonly Tensor[] {
  const predicted = predictedCount(entry);
  if (hasInputs && predicted > 1) {
    throw new EngineError({
      type: "RuntimeError",
      code: "too-few-targets",
      op: "forward",
      message: `forward: takes ${predicted} predictions together, the model gives one`,
      hint: "Choose tensors instead of a data set: all of them are descended then.",
    });
  }
  const wanted = targetCountOf(entry, hasInputs);
  if (wanted > available.length) {
    const names = leafLabels(entry, hasInputs).slice(rolesOf(entry, hasInputs).includes("predictions") ? 1 : 0);
    const { length } = available;
    throw new EngineError({
      type: "RuntimeError",
      code: "too-few-targets",
      op: "forward",
      message: `forward: takes ${wanted} targets (${names.join(", ")}), ${hasInputs ? "the data set has" : "there are"} ${length}`,
      hint: `Describe ${names.slice(length).join(", ")} as ${wanted - length === 1 ? "a tensor" : "tensors"}, or say that ${wanted - length === 1 ? "it is" : "they are"} no data.`,
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
