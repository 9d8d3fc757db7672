/**
 * @file One step of an optimiser on a contiguous block, in the order of float32 operations of PyTorch's single-tensor
 * implementations (torch.optim), every operation rounded. Each is a step for up to four numbers, inlined twice: for the whole
 * vectors, where the count is known, and for the rest.
 */
import { loadUpTo4, storeUpTo4 } from "./lanes";

@inline
function plus(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

@inline
function times(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** The gradient with weight decay; without it untouched, so that an infinite parameter does no harm. */
@inline
function decayed(g: v128, p: v128, weightDecay: f32): v128 {
  return weightDecay != 0 ? plus(g, times(p, f32x4.splat(weightDecay))) : g;
}

@inline
function adamStep(
  p: usize, g: usize, m: usize, v: usize, largest: usize, count: i32,
  beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  stepSize: f32, rootCorrection2: f32, eps: f32, weightDecay: f32, decoupledFactor: f32,
): void {
  const value = times(loadUpTo4(p, count), f32x4.splat(decoupledFactor));
  const gradient = decayed(loadUpTo4(g, count), value, weightDecay);
  const first = plus(times(loadUpTo4(m, count), f32x4.splat(beta1)), times(gradient, f32x4.splat(oneMinusBeta1)));
  let second = plus(
    times(loadUpTo4(v, count), f32x4.splat(beta2)),
    times(times(f32x4.splat(oneMinusBeta2), gradient), gradient),
  );
  storeUpTo4(m, first, count);
  storeUpTo4(v, second, count);
  if (largest) {
    second = f32x4.max(loadUpTo4(largest, count), second);
    storeUpTo4(largest, second, count);
  }
  const spread = plus(f32x4.div(f32x4.sqrt(second), f32x4.splat(rootCorrection2)), f32x4.splat(eps));
  storeUpTo4(p, plus(value, f32x4.div(times(f32x4.splat(-stepSize), first), spread)), count);
}

/**
 * m = m β₁ + g (1 - β₁); v = v β₂ + ((1 - β₂) g) g; p += (-stepSize m) / (√v / rootCorrection2 + eps),
 * after p *= decoupledFactor (AdamW's 1 - lr weightDecay; 1 for Adam), g with weightDecay first.
 */
export function adam(
  p: usize, g: usize, m: usize, v: usize, n: i32,
  beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  stepSize: f32, rootCorrection2: f32, eps: f32, weightDecay: f32, decoupledFactor: f32,
): void {
  let left = n;
  for (; left >= 4; left -= 4, p += 16, g += 16, m += 16, v += 16) {
    adamStep(
      p, g, m, v, 0, 4,
      beta1, oneMinusBeta1, beta2, oneMinusBeta2, stepSize, rootCorrection2, eps, weightDecay, decoupledFactor,
    );
  }
  if (left > 0) {
    adamStep(
      p, g, m, v, 0, left,
      beta1, oneMinusBeta1, beta2, oneMinusBeta2, stepSize, rootCorrection2, eps, weightDecay, decoupledFactor,
    );
  }
}

/** Adam with amsgrad: largest = max(largest, v) stands in the root instead of v. */
export function amsgrad(
  p: usize, g: usize, m: usize, v: usize, largest: usize, n: i32,
  beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  stepSize: f32, rootCorrection2: f32, eps: f32, weightDecay: f32, decoupledFactor: f32,
): void {
  for (let left = n; left > 0; left -= 4, p += 16, g += 16, m += 16, v += 16, largest += 16) {
    adamStep(
      p, g, m, v, largest, min(left, 4),
      beta1, oneMinusBeta1, beta2, oneMinusBeta2, stepSize, rootCorrection2, eps, weightDecay, decoupledFactor,
    );
  }
}

@inline
function nadamStep(
  p: usize, g: usize, m: usize, v: usize, count: i32,
  beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  ofGradient: f32, ofMoment: f32, correction2: f32, eps: f32, weightDecay: f32, decoupledFactor: f32,
): void {
  const value = times(loadUpTo4(p, count), f32x4.splat(decoupledFactor));
  const gradient = decayed(loadUpTo4(g, count), value, weightDecay);
  const first = plus(times(loadUpTo4(m, count), f32x4.splat(beta1)), times(gradient, f32x4.splat(oneMinusBeta1)));
  const second = plus(
    times(loadUpTo4(v, count), f32x4.splat(beta2)),
    times(times(f32x4.splat(oneMinusBeta2), gradient), gradient),
  );
  storeUpTo4(m, first, count);
  storeUpTo4(v, second, count);
  const spread = plus(f32x4.sqrt(f32x4.div(second, f32x4.splat(correction2))), f32x4.splat(eps));
  const moved = plus(value, f32x4.div(times(f32x4.splat(ofGradient), gradient), spread));
  storeUpTo4(p, plus(moved, f32x4.div(times(f32x4.splat(ofMoment), first), spread)), count);
}

/**
 * Moments as Adam's; s = √(v / correction2) + eps; p += (ofGradient g) / s; p += (ofMoment m) / s, after p *= decoupledFactor, g with
 * weightDecay first. ofGradient = -lr (1 - μ) / (1 - Πμ), ofMoment = -lr μ' / (1 - Πμ μ').
 */
export function nadam(
  p: usize, g: usize, m: usize, v: usize, n: i32,
  beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  ofGradient: f32, ofMoment: f32, correction2: f32, eps: f32, weightDecay: f32, decoupledFactor: f32,
): void {
  for (let left = n; left > 0; left -= 4, p += 16, g += 16, m += 16, v += 16) {
    nadamStep(
      p, g, m, v, min(left, 4),
      beta1, oneMinusBeta1, beta2, oneMinusBeta2, ofGradient, ofMoment, correction2, eps, weightDecay, decoupledFactor,
    );
  }
}

@inline
function sgdStep(
  p: usize, g: usize, buf: usize, count: i32,
  lr: f32, momentum: f32, oneMinusDampening: f32, weightDecay: f32, nesterov: i32, first: i32,
): void {
  const value = loadUpTo4(p, count);
  let direction = decayed(loadUpTo4(g, count), value, weightDecay);
  if (buf) {
    let velocity = direction;
    if (!first) {
      const old = times(loadUpTo4(buf, count), f32x4.splat(momentum));
      velocity = plus(old, times(direction, f32x4.splat(oneMinusDampening)));
    }
    storeUpTo4(buf, velocity, count);
    direction = nesterov ? plus(direction, times(velocity, f32x4.splat(momentum))) : velocity;
  }
  storeUpTo4(p, plus(value, times(direction, f32x4.splat(-lr))), count);
}

/**
 * d = g + weightDecay p; with a buffer, buf = buf momentum + d (1 - dampening), the first time d itself, and d becomes buf, or
 * d + buf momentum with nesterov; p += d (-lr). buf is 0 (null) without momentum.
 */
export function sgd(
  p: usize, g: usize, buf: usize, n: i32,
  lr: f32, momentum: f32, oneMinusDampening: f32, weightDecay: f32, nesterov: i32, first: i32,
): void {
  const bufStep: usize = buf ? 16 : 0;
  let left = n;
  for (; left >= 4; left -= 4, p += 16, g += 16, buf += bufStep) {
    sgdStep(p, g, buf, 4, lr, momentum, oneMinusDampening, weightDecay, nesterov, first);
  }
  if (left > 0) sgdStep(p, g, buf, left, lr, momentum, oneMinusDampening, weightDecay, nesterov, first);
}

@inline
function rmspropStep(
  p: usize, g: usize, square: usize, mean: usize, buf: usize, count: i32,
  lr: f32, alpha: f32, oneMinusAlpha: f32, eps: f32, weightDecay: f32, momentum: f32,
): void {
  const value = loadUpTo4(p, count);
  const gradient = decayed(loadUpTo4(g, count), value, weightDecay);
  let spread = plus(
    times(loadUpTo4(square, count), f32x4.splat(alpha)),
    times(times(f32x4.splat(oneMinusAlpha), gradient), gradient),
  );
  storeUpTo4(square, spread, count);
  if (mean) {
    const average = plus(times(loadUpTo4(mean, count), f32x4.splat(alpha)), times(gradient, f32x4.splat(oneMinusAlpha)));
    storeUpTo4(mean, average, count);
    spread = f32x4.sub(spread, times(average, average));
  }
  spread = plus(f32x4.sqrt(spread), f32x4.splat(eps));
  if (buf) {
    const velocity = plus(times(loadUpTo4(buf, count), f32x4.splat(momentum)), f32x4.div(gradient, spread));
    storeUpTo4(buf, velocity, count);
    storeUpTo4(p, plus(value, times(velocity, f32x4.splat(-lr))), count);
  } else {
    storeUpTo4(p, plus(value, f32x4.div(times(f32x4.splat(-lr), gradient), spread)), count);
  }
}

/**
 * s = s α + ((1 - α) g) g; centered (mean is not 0): mean = mean α + g (1 - α), s' = s - mean mean, else s' = s;
 * d = g / (√s' + eps); with momentum (buf is not 0): buf = buf momentum + d, p += buf (-lr); else p += (-lr g) / (√s' + eps).
 */
export function rmsprop(
  p: usize, g: usize, square: usize, mean: usize, buf: usize, n: i32,
  lr: f32, alpha: f32, oneMinusAlpha: f32, eps: f32, weightDecay: f32, momentum: f32,
): void {
  const meanStep: usize = mean ? 16 : 0;
  const bufStep: usize = buf ? 16 : 0;
  let left = n;
  for (; left >= 4; left -= 4, p += 16, g += 16, square += 16, mean += meanStep, buf += bufStep) {
    rmspropStep(p, g, square, mean, buf, 4, lr, alpha, oneMinusAlpha, eps, weightDecay, momentum);
  }
  if (left > 0) rmspropStep(p, g, square, mean, buf, left, lr, alpha, oneMinusAlpha, eps, weightDecay, momentum);
}

@inline
function adagradStep(p: usize, g: usize, sum: usize, count: i32, rate: f32, eps: f32, weightDecay: f32): void {
  const value = loadUpTo4(p, count);
  const gradient = decayed(loadUpTo4(g, count), value, weightDecay);
  const squares = plus(loadUpTo4(sum, count), times(gradient, gradient));
  const spread = plus(f32x4.sqrt(squares), f32x4.splat(eps));
  storeUpTo4(sum, squares, count);
  storeUpTo4(p, plus(value, f32x4.div(times(f32x4.splat(-rate), gradient), spread)), count);
}

/** s = s + g g; p += (-rate g) / (√s + eps), where rate = lr / (1 + (step - 1) lr_decay). */
export function adagrad(p: usize, g: usize, sum: usize, n: i32, rate: f32, eps: f32, weightDecay: f32): void {
  let left = n;
  for (; left >= 4; left -= 4, p += 16, g += 16, sum += 16) adagradStep(p, g, sum, 4, rate, eps, weightDecay);
  if (left > 0) adagradStep(p, g, sum, left, rate, eps, weightDecay);
}
