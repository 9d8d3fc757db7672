/** @file The update rules of torch.optim, with PyTorch's names and defaults. */
import { kernels, update32 } from "../kernels/launch.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Rule } from "./optimizer.ts";

export interface SgdOptions {
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly weight_decay?: number;
  readonly nesterov?: boolean;
}

/** v = momentum v + (1 - dampening) g, the first v being g itself; x -= lr v. */
export function sgd(options: SgdOptions): Rule {
  const { momentum = 0, dampening = 0, weight_decay: decay = 0, nesterov = false } = options;
  return {
    slots: momentum === 0 ? 0 : 1,
    apply(step, value, gradient, slots) {
      const isFirst = step === 1;
      if (value.dtype === "float32") {
        update32([value, ...slots], gradient, (n, g, x, v) => {
          kernels.sgd(x, g, v ?? 0, n, options.lr, momentum, 1 - dampening, decay, nesterov ? 1 : 0, isFirst ? 1 : 0);
        });
        return;
      }
      const [x, g] = [toContiguousData(value), toContiguousData(gradient)];
      const velocity = momentum === 0 ? null : toContiguousData(slots[0]);
      for (let i = 0; i < x.length; i++) {
        let direction = g[i] + decay * x[i];
        if (velocity !== null) {
          velocity[i] = isFirst ? direction : momentum * velocity[i] + (1 - dampening) * direction;
          direction = nesterov ? direction + momentum * velocity[i] : velocity[i];
        }
        x[i] -= options.lr * direction;
      }
    },
  };
}

export interface AdamOptions {
  readonly lr?: number;
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  readonly weight_decay?: number;
  readonly amsgrad?: boolean;
}

/** x -= lr m̂ / (√v̂ + eps), moments corrected for their start at zero. Decoupled decay makes it AdamW. */
function adamLike(options: Required<AdamOptions>, isDecoupled: boolean): Rule {
  const { eps, weight_decay: decay, amsgrad } = options;
  const [beta1, beta2] = options.betas;
  return {
    slots: amsgrad ? 3 : 2,
    apply(step, value, gradient, slots) {
      // Read at every step: a scheduler may have changed it.
      const { lr } = options;
      const correction1 = 1 - beta1 ** step;
      const root2 = Math.sqrt(1 - beta2 ** step);
      if (value.dtype === "float32") {
        const [l2, factor, stepSize] = [isDecoupled ? 0 : decay, isDecoupled ? 1 - lr * decay : 1, lr / correction1];
        const [rest1, rest2] = [1 - beta1, 1 - beta2];
        update32([value, ...slots], gradient, (n, g, x, m, v, largest) => {
          if (amsgrad)
            kernels.amsgrad(x, g, m, v, largest, n, beta1, rest1, beta2, rest2, stepSize, root2, eps, l2, factor);
          else kernels.adam(x, g, m, v, n, beta1, rest1, beta2, rest2, stepSize, root2, eps, l2, factor);
        });
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const [first, second] = [toContiguousData(slots[0]), toContiguousData(slots[1])];
      const largest = amsgrad ? toContiguousData(slots[2]) : second;
      for (let i = 0; i < x.length; i++) {
        if (isDecoupled) x[i] *= 1 - lr * decay;
        const g = isDecoupled ? given[i] : given[i] + decay * x[i];
        first[i] = beta1 * first[i] + (1 - beta1) * g;
        second[i] = beta2 * second[i] + (1 - beta2) * g * g;
        if (amsgrad && second[i] > largest[i]) largest[i] = second[i];
        x[i] -= ((lr / correction1) * first[i]) / (Math.sqrt(largest[i]) / root2 + eps);
      }
    },
  };
}

const adamDefaults: Omit<Required<AdamOptions>, "weight_decay"> = {
  lr: 1e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  amsgrad: false,
};

export function adam(options: AdamOptions): Rule {
  return adamLike(withDefaults<Required<AdamOptions>>(options, { ...adamDefaults, weight_decay: 0 }), false);
}

export function adamW(options: AdamOptions): Rule {
  return adamLike(withDefaults<Required<AdamOptions>>(options, { ...adamDefaults, weight_decay: 0.01 }), true);
}

/** Fills in what is missing in the very object given: a scheduler changes its lr later. */
function withDefaults<T extends object>(options: Partial<T>, defaults: T): T {
  const missing = Object.entries(defaults).filter(([name]) => !(name in options));
  return Object.isFrozen(options)
    ? { ...defaults, ...options }
    : Object.assign(options as T, Object.fromEntries(missing));
}

export interface RmsPropOptions {
  readonly lr?: number;
  readonly alpha?: number;
  readonly eps?: number;
  readonly weight_decay?: number;
  readonly momentum?: number;
  readonly centered?: boolean;
}

/** v = alpha v + (1 - alpha) g²; x -= lr g / (√v + eps); centered takes the square of the mean gradient off v. */
export function rmsProp(given: RmsPropOptions): Rule {
  const options = withDefaults<Required<RmsPropOptions>>(given, {
    lr: 0.01,
    alpha: 0.99,
    eps: 1e-8,
    weight_decay: 0,
    momentum: 0,
    centered: false,
  });
  const { alpha, eps, weight_decay: decay, momentum, centered } = options;
  return {
    slots: 3,
    apply(_step, value, gradient, slots) {
      if (value.dtype === "float32") {
        update32([value, ...slots], gradient, (n, g, p, square, mean, velocity) => {
          const [middle, speed] = [centered ? mean : 0, momentum > 0 ? velocity : 0];
          kernels.rmsprop(p, g, square, middle, speed, n, options.lr, alpha, 1 - alpha, eps, decay, momentum);
        });
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const [square, mean, velocity] = slots.map(toContiguousData);
      for (let i = 0; i < x.length; i++) {
        const g = given[i] + decay * x[i];
        square[i] = alpha * square[i] + (1 - alpha) * g * g;
        if (centered) mean[i] = alpha * mean[i] + (1 - alpha) * g;
        const direction = g / (Math.sqrt(centered ? square[i] - mean[i] * mean[i] : square[i]) + eps);
        if (momentum > 0) velocity[i] = momentum * velocity[i] + direction;
        x[i] -= options.lr * (momentum > 0 ? velocity[i] : direction);
      }
    },
  };
}

export interface AdagradOptions {
  readonly lr?: number;
  readonly lr_decay?: number;
  readonly weight_decay?: number;
  readonly initial_accumulator_value?: number;
  readonly eps?: number;
}

/** s += g²; x -= lr / (1 + lr_decay (step - 1)) · g / (√s + eps). */
export function adagrad(given: AdagradOptions): Rule {
  const options = withDefaults<Required<AdagradOptions>>(given, {
    lr: 0.01,
    lr_decay: 0,
    weight_decay: 0,
    initial_accumulator_value: 0,
    eps: 1e-10,
  });
  const { lr_decay, weight_decay: decay, initial_accumulator_value: start, eps } = options;
  return {
    slots: 1,
    start,
    apply(step, value, gradient, slots) {
      const rate = options.lr / (1 + (step - 1) * lr_decay);
      if (value.dtype === "float32") {
        update32([value, ...slots], gradient, (n, g, p, sum) => kernels.adagrad(p, g, sum, n, rate, eps, decay));
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const sum = toContiguousData(slots[0]);
      for (let i = 0; i < x.length; i++) {
        const g = given[i] + decay * x[i];
        sum[i] += g * g;
        x[i] -= (rate * g) / (Math.sqrt(sum[i]) + eps);
      }
    },
  };
}
