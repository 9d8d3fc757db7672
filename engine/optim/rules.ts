/** @file The update rules of torch.optim, with PyTorch's names and defaults. */
import type { Update } from "./optimizer.ts";

export interface SgdOptions {
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly weight_decay?: number;
  readonly nesterov?: boolean;
}

/** v = momentum v + (1 - dampening) g, the first v being g itself; x -= lr v. */
export function sgd({
  lr,
  momentum = 0,
  dampening = 0,
  weight_decay: decay = 0,
  nesterov = false,
}: SgdOptions): (length: number) => Update {
  return (length) => {
    let velocity: Float64Array | null = null;
    return (value, gradient) => {
      const isFirst = velocity === null && momentum !== 0;
      if (isFirst) velocity = new Float64Array(length);
      for (let i = 0; i < length; i++) {
        let direction = gradient[i] + decay * value[i];
        if (velocity !== null) {
          velocity[i] = isFirst ? direction : momentum * velocity[i] + (1 - dampening) * direction;
          direction = nesterov ? direction + momentum * velocity[i] : velocity[i];
        }
        value[i] -= lr * direction;
      }
    };
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
function adamLike(options: Required<AdamOptions>, isDecoupled: boolean): (length: number) => Update {
  const { lr, eps, weight_decay: decay, amsgrad } = options;
  const [beta1, beta2] = options.betas;
  return (length) => {
    const first = new Float64Array(length);
    const second = new Float64Array(length);
    const largest = new Float64Array(amsgrad ? length : 0);
    let step = 0;
    return (value, gradient) => {
      step++;
      const correction1 = 1 - beta1 ** step;
      const root2 = Math.sqrt(1 - beta2 ** step);
      for (let i = 0; i < length; i++) {
        if (isDecoupled) value[i] *= 1 - lr * decay;
        const g = isDecoupled ? gradient[i] : gradient[i] + decay * value[i];
        first[i] = beta1 * first[i] + (1 - beta1) * g;
        second[i] = beta2 * second[i] + (1 - beta2) * g * g;
        let spread = second[i];
        if (amsgrad) {
          if (spread > largest[i]) largest[i] = spread;
          spread = largest[i];
        }
        value[i] -= ((lr / correction1) * first[i]) / (Math.sqrt(spread) / root2 + eps);
      }
    };
  };
}

export function adam({
  lr = 1e-3,
  betas = [0.9, 0.999],
  eps = 1e-8,
  weight_decay = 0,
  amsgrad = false,
}: AdamOptions): (length: number) => Update {
  return adamLike({ lr, betas, eps, weight_decay, amsgrad }, false);
}

export function adamW({
  lr = 1e-3,
  betas = [0.9, 0.999],
  eps = 1e-8,
  weight_decay = 0.01,
  amsgrad = false,
}: AdamOptions): (length: number) => Update {
  return adamLike({ lr, betas, eps, weight_decay, amsgrad }, true);
}
