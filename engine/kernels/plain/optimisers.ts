/** @file One step of an optimiser as a plain loop; formulas in simd/optimisers.ts. */
import type { Kernels } from "../signatures.ts";
import { f } from "./functions.ts";

export function optimisers(memory: Float32Array) {
  const decayed = (g: number, p: number, decay: number) => (decay === 0 ? g : f(g + f(p * f(decay))));

  const amsgrad: Kernels["amsgrad"] = (
    p,
    g,
    m,
    v,
    largest,
    n,
    beta1,
    oneMinusBeta1,
    beta2,
    oneMinusBeta2,
    stepSize,
    rootCorrection2,
    eps,
    weightDecay,
    decoupledFactor,
  ) => {
    for (let i = 0; i < n; i++) {
      const value = f(memory[(p >> 2) + i] * f(decoupledFactor));
      const gradient = decayed(memory[(g >> 2) + i], value, weightDecay);
      const first = f(f(memory[(m >> 2) + i] * f(beta1)) + f(gradient * f(oneMinusBeta1)));
      let second = f(f(memory[(v >> 2) + i] * f(beta2)) + f(f(f(oneMinusBeta2) * gradient) * gradient));
      memory[(m >> 2) + i] = first;
      memory[(v >> 2) + i] = second;
      if (largest !== 0) {
        second = Math.max(memory[(largest >> 2) + i], second);
        memory[(largest >> 2) + i] = second;
      }
      const spread = f(f(f(Math.sqrt(second)) / f(rootCorrection2)) + f(eps));
      memory[(p >> 2) + i] = f(value + f(f(f(-stepSize) * first) / spread));
    }
  };

  const adam: Kernels["adam"] = (p, g, m, v, n, ...rates) => amsgrad(p, g, m, v, 0, n, ...rates);

  const nadam: Kernels["nadam"] = (
    p,
    g,
    m,
    v,
    n,
    beta1,
    oneMinusBeta1,
    beta2,
    oneMinusBeta2,
    ofGradient,
    ofMoment,
    correction2,
    eps,
    weightDecay,
    decoupledFactor,
  ) => {
    for (let i = 0; i < n; i++) {
      const value = f(memory[(p >> 2) + i] * f(decoupledFactor));
      const gradient = decayed(memory[(g >> 2) + i], value, weightDecay);
      const first = f(f(memory[(m >> 2) + i] * f(beta1)) + f(gradient * f(oneMinusBeta1)));
      const second = f(f(memory[(v >> 2) + i] * f(beta2)) + f(f(f(oneMinusBeta2) * gradient) * gradient));
      memory[(m >> 2) + i] = first;
      memory[(v >> 2) + i] = second;
      const spread = f(f(Math.sqrt(f(second / f(correction2)))) + f(eps));
      const moved = f(value + f(f(f(ofGradient) * gradient) / spread));
      memory[(p >> 2) + i] = f(moved + f(f(f(ofMoment) * first) / spread));
    }
  };

  const sgd: Kernels["sgd"] = (p, g, buf, n, lr, momentum, oneMinusDampening, weightDecay, nesterov, first) => {
    for (let i = 0; i < n; i++) {
      const value = memory[(p >> 2) + i];
      let direction = decayed(memory[(g >> 2) + i], value, weightDecay);
      if (buf !== 0) {
        const at = (buf >> 2) + i;
        if (first) memory[at] = direction;
        else memory[at] = f(f(memory[at] * f(momentum)) + f(direction * f(oneMinusDampening)));
        direction = nesterov ? f(direction + f(memory[at] * f(momentum))) : memory[at];
      }
      memory[(p >> 2) + i] = f(value + f(direction * f(-lr)));
    }
  };

  const rmsprop: Kernels["rmsprop"] = (
    p,
    g,
    square,
    mean,
    buf,
    n,
    lr,
    alpha,
    oneMinusAlpha,
    eps,
    weightDecay,
    momentum,
  ) => {
    for (let i = 0; i < n; i++) {
      const value = memory[(p >> 2) + i];
      const gradient = decayed(memory[(g >> 2) + i], value, weightDecay);
      let spread = f(f(memory[(square >> 2) + i] * f(alpha)) + f(f(f(oneMinusAlpha) * gradient) * gradient));
      memory[(square >> 2) + i] = spread;
      if (mean !== 0) {
        const average = f(f(memory[(mean >> 2) + i] * f(alpha)) + f(gradient * f(oneMinusAlpha)));
        memory[(mean >> 2) + i] = average;
        spread = f(spread - f(average * average));
      }
      spread = f(f(Math.sqrt(spread)) + f(eps));
      if (buf !== 0) {
        const velocity = f(f(memory[(buf >> 2) + i] * f(momentum)) + f(gradient / spread));
        memory[(buf >> 2) + i] = velocity;
        memory[(p >> 2) + i] = f(value + f(velocity * f(-lr)));
      } else {
        memory[(p >> 2) + i] = f(value + f(f(f(-lr) * gradient) / spread));
      }
    }
  };

  const adagrad: Kernels["adagrad"] = (p, g, sum, n, rate, eps, weightDecay) => {
    for (let i = 0; i < n; i++) {
      const value = memory[(p >> 2) + i];
      const gradient = decayed(memory[(g >> 2) + i], value, weightDecay);
      const squares = f(memory[(sum >> 2) + i] + f(gradient * gradient));
      memory[(sum >> 2) + i] = squares;
      memory[(p >> 2) + i] = f(value + f(f(f(-rate) * gradient) / f(f(Math.sqrt(squares)) + f(eps))));
    }
  };

  return { adam, amsgrad, nadam, sgd, rmsprop, adagrad } satisfies Partial<Kernels>;
}
