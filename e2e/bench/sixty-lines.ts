/** @file A loss of 60 lines, as people write them: what keystrokes are measured on. */
export const sixtyLines = `// A robust regression loss with three components and a penalty.
const delta = 1.25;
const smoothing = 0.05;
const weights = { near: 0.6, far: 0.3, bias: 0.1 };

/** Quadratic near zero, linear far away. */
function huber(residual: Tensor, threshold: number): Tensor {
  const size = residual.abs();
  const quadratic = size.clamp({ max: threshold });
  const linear = size.sub(quadratic);
  return quadratic.square().mul(0.5).add(linear.mul(threshold));
}

/** log(cosh(r)), written so that it doesn't overflow. */
function logCosh(residual: Tensor): Tensor {
  const size = residual.abs();
  const tail = torch.exp(size.mul(-2)).add(1);
  return size.add(torch.log(tail)).sub(Math.log(2));
}

/** Weights that fall with the size of the residual; they carry no gradient. */
function confidence(residual: Tensor): Tensor {
  const scaled = residual.detach().div(delta);
  const decay = torch.exp(scaled.square().neg());
  return decay.div(decay.mean().add(smoothing));
}

function quantile(residual: Tensor, level: number): Tensor {
  const above = residual.mul(level);
  const below = residual.mul(level - 1);
  return torch.maximum(above, below);
}

function forward(predictions: Tensor, targets: Tensor) {
  const residual = predictions.sub(targets);
  const trust = confidence(residual);

  const near = huber(residual, delta);
  const weightedNear = near.mul(trust);
  const far = logCosh(residual);
  const spread = quantile(residual, 0.75);

  const total = weightedNear
    .mul(weights.near)
    .add(far.mul(weights.far))
    .add(spread.mul(0.05));

  const bias = residual.mean();
  const penalty = bias.square().mul(weights.bias);

  const centered = predictions.sub(predictions.mean());
  const targetCentered = targets.sub(targets.mean());
  const covariance = centered.mul(targetCentered).mean();
  const scale = centered.square().mean().sqrt().add(1e-6);
  const correlation = covariance.div(scale);

  const reduced = total.mean().add(penalty);
  return reduced.sub(correlation.mul(0.01));
}
`;
