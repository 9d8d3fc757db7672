/** @file Schedulers of torch.optim.lr_scheduler: they change the lr of an optimiser's groups, once an epoch. */

/** What schedulers know of an optimiser. */
export interface Scheduled {
  readonly param_groups: readonly { lr: number }[];
}

/** The lr that a group gets, of the one it has and the one it began with. */
type Next = (lr: number, base: number, epoch: number, group: number) => number;

/** Works out the next lr from the last one, as PyTorch's chainable forms do. */
class Scheduler {
  readonly #optimizer: Scheduled;
  readonly #bases: readonly number[];
  readonly #next: Next;
  last_epoch = 0;

  constructor(optimizer: Scheduled, next: Next) {
    this.#optimizer = optimizer;
    this.#bases = optimizer.param_groups.map(({ lr }) => lr);
    this.#next = next;
    this.#apply(0);
  }

  #apply(epoch: number): void {
    this.#optimizer.param_groups.forEach((group, i) => {
      group.lr = this.#next(group.lr, this.#bases[i], epoch, i);
    });
  }

  step(): void {
    this.last_epoch++;
    this.#apply(this.last_epoch);
  }

  get_last_lr(): number[] {
    return this.#optimizer.param_groups.map(({ lr }) => lr);
  }
}

type Numbers = Readonly<Record<string, number>>;

function schedulerClass(
  name: string,
  order: readonly string[],
  next: (lr: number, base: number, epoch: number, o: Numbers) => number,
  defaults: Numbers = {},
) {
  const made = class extends Scheduler {
    constructor(optimizer: Scheduled, ...args: readonly unknown[]) {
      const options = numbersOf(order, defaults, args);
      super(optimizer, (lr, base, epoch) => next(lr, base, epoch, options));
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

/** Arguments after the optimiser, by position and by keyword. */
function numbersOf(order: readonly string[], defaults: Numbers, args: readonly unknown[]): Numbers {
  const options = { ...defaults };
  args.forEach((value, i) => {
    if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) !== Object.getPrototypeOf(Number))
      Object.assign(options, value);
    else if (i < order.length) options[order[i]] = Number(value);
  });
  return options;
}

export const StepLR = schedulerClass(
  "StepLR",
  ["step_size", "gamma"],
  (lr, _base, epoch, o) => (epoch > 0 && epoch % o.step_size === 0 ? lr * o.gamma : lr),
  { gamma: 0.1 },
);

export const ExponentialLR = schedulerClass("ExponentialLR", ["gamma"], (lr, _base, epoch, o) =>
  epoch === 0 ? lr : lr * o.gamma,
);

export const CosineAnnealingLR = schedulerClass(
  "CosineAnnealingLR",
  ["T_max", "eta_min"],
  (lr, base, epoch, { T_max, eta_min }) => {
    if (epoch === 0) return lr;
    if ((epoch - 1 - T_max) % (2 * T_max) === 0) return lr + ((base - eta_min) * (1 - Math.cos(Math.PI / T_max))) / 2;
    return (
      ((1 + Math.cos((Math.PI * epoch) / T_max)) / (1 + Math.cos((Math.PI * (epoch - 1)) / T_max))) * (lr - eta_min) +
      eta_min
    );
  },
  { eta_min: 0 },
);

export const LinearLR = schedulerClass(
  "LinearLR",
  ["start_factor", "end_factor", "total_iters"],
  (lr, _base, epoch, { start_factor: from, end_factor: to, total_iters: total }) => {
    if (epoch === 0) return lr * from;
    return epoch > total ? lr : lr * (1 + (to - from) / (total * from + (epoch - 1) * (to - from)));
  },
  { start_factor: 1 / 3, end_factor: 1, total_iters: 5 },
);

type Factor = (epoch: number) => unknown;

interface LambdaOptions {
  readonly lr_lambda: Factor | readonly Factor[];
}

/** What the user's own function makes of the epoch. */
function lambdaClass(name: string, next: (lr: number, base: number, factor: number) => number) {
  const made = class extends Scheduler {
    constructor(optimizer: Scheduled, factor: Factor | readonly Factor[] | LambdaOptions) {
      const given = typeof factor === "object" && "lr_lambda" in factor ? factor.lr_lambda : factor;
      super(optimizer, (lr, base, epoch, group) => {
        if (epoch === 0 && name === "MultiplicativeLR") return next(lr, base, 1);
        const own = typeof given === "function" ? given : given[group];
        return next(lr, base, Number(own(epoch)));
      });
    }
  };
  Object.defineProperty(made, "name", { value: name });
  return made;
}

export const LambdaLR = lambdaClass("LambdaLR", (_lr, base, factor) => base * factor);
export const MultiplicativeLR = lambdaClass("MultiplicativeLR", (lr, _base, factor) => lr * factor);
