/** @file torch.optim.lr_scheduler: the registry's schedulers as classes, and those that call a function of the user's. */
import { EngineError } from "../tensor/errors.ts";
import { namedArguments } from "./arguments.ts";
import type { Values } from "./option.ts";
import { type Scheduled, Scheduler } from "./scheduler.ts";
import { type SchedulerName, schedulerNames, schedulerOf } from "./schedulers/index.ts";
import type { Schedule } from "./schedulers/record.ts";

/** What PyTorch takes and what is the same without it here: a schedule that begins at its beginning. */
const ignorable = ["last_epoch"];

function schedulerClass(name: SchedulerName) {
  const { options, script, scheduleFor } = schedulerOf(name);
  const made = class extends Scheduler {
    constructor(optimizer: Scheduled, ...args: readonly unknown[]) {
      const given = script.settle(namedArguments(name, [...script.order, ...ignorable], args));
      if (given.last_epoch !== undefined && Number(given.last_epoch) !== -1) throw noResuming(name);
      const values = withDefaults(name, given);
      const perGroup = optimizer.param_groups.map((_, i) =>
        scheduleFor(name, Object.fromEntries(options.map((option) => [option.name, ofGroup(values[option.name], i)]))),
      );
      super(optimizer, (group) => perGroup[group]);
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

/** A list says what each group gets. */
const ofGroup = (value: unknown, group: number): unknown => (Array.isArray(value) ? value[group] : value);

function withDefaults(name: SchedulerName, given: Values): Values {
  const { options } = schedulerOf(name);
  const entries = options.map((option) => {
    const value = given[option.name] ?? (typeof option.default === "function" ? undefined : option.default);
    if (value === undefined)
      throw new EngineError({
        type: "TypeError",
        code: "argument",
        op: name,
        message: `${name}: needs ${option.name}`,
        hint: `${option.name}: ${option.about}.`,
        pytorch: `${name}.__init__() missing 1 required positional argument: '${option.name}'`,
      });
    return [option.name, value] as const;
  });
  return Object.fromEntries(entries);
}

const noResuming = (name: string) =>
  new EngineError({
    type: "TypeError",
    code: "argument",
    op: name,
    message: `${name}: begins at the beginning, got last_epoch`,
    hint: "Leave last_epoch out.",
  });

type Factor = (epoch: number) => unknown;

interface LambdaOptions {
  readonly lr_lambda: Factor | readonly Factor[];
}

/** What the user's own function makes of the epoch. */
function lambdaClass(name: string, next: (lr: number, base: number, factor: number) => number) {
  const made = class extends Scheduler {
    constructor(optimizer: Scheduled, factor: Factor | readonly Factor[] | LambdaOptions) {
      const given = typeof factor === "object" && "lr_lambda" in factor ? factor.lr_lambda : factor;
      const scheduleOf = (group: number): Schedule => ({
        momentum: () => null,
        next({ lr, base, step }) {
          if (step === 0 && name === "MultiplicativeLR") return next(lr, base, 1);
          const own = typeof given === "function" ? given : given[group];
          return next(lr, base, Number(own(step)));
        },
      });
      super(optimizer, scheduleOf);
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

export const lrScheduler: object = Object.freeze({
  ...Object.fromEntries(schedulerNames.map((name) => [name, schedulerClass(name)])),
  LambdaLR: lambdaClass("LambdaLR", (_lr, base, factor) => base * factor),
  MultiplicativeLR: lambdaClass("MultiplicativeLR", (lr, _base, factor) => lr * factor),
});
