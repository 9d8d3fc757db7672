/** @file How wide initial values are: of the shape of a layer's weights, and of what comes after it. */
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** PyTorch's ValueErrors. */
export function invalid(op: string, rule: string, pytorch: string): never {
  throw new EngineError({ type: "ValueError", code: "domain", op, message: `${op}: ${rule}`, pytorch });
}

function fans(name: string, x: Tensor): { readonly fanIn: number; readonly fanOut: number } {
  if (x.shape.length < 2)
    invalid(
      name,
      `takes a tensor of at least 2 dims, got ${x.shape.length}`,
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions",
    );
  const field = x.shape.slice(2).reduce((product, size) => product * size, 1);
  return { fanIn: x.shape[1] * field, fanOut: x.shape[0] * field };
}

const linear = /^(linear|sigmoid|conv[123]d|conv_transpose[123]d)$/;

/** By how much a layer has to widen its initial values so that what follows it keeps its variance. */
export function calculateGain(nonlinearity: string, param: unknown = null): number {
  if (linear.test(nonlinearity)) return 1;
  if (nonlinearity === "tanh") return 5 / 3;
  if (nonlinearity === "relu") return Math.SQRT2;
  if (nonlinearity === "selu") return 3 / 4;
  if (nonlinearity !== "leaky_relu")
    invalid("calculate_gain", `knows no nonlinearity ${nonlinearity}`, `Unsupported nonlinearity ${nonlinearity}`);
  const slope = param ?? 0.01;
  if (typeof slope !== "number")
    invalid("calculate_gain", "takes a number for the slope", `negative_slope ${String(param)} not a valid number`);
  return Math.sqrt(2 / (1 + slope ** 2));
}

export function kaiming(name: string, x: Tensor, a: number, mode: string, nonlinearity: string): number {
  const wanted = mode.toLowerCase();
  if (wanted !== "fan_in" && wanted !== "fan_out")
    invalid(
      name,
      `mode is "fan_in" or "fan_out", got "${mode}"`,
      `Mode ${wanted} not supported, please use one of ['fan_in', 'fan_out']`,
    );
  const { fanIn, fanOut } = fans(name, x);
  return calculateGain(nonlinearity, a) / Math.sqrt(wanted === "fan_in" ? fanIn : fanOut);
}

export function xavier(name: string, x: Tensor, gain: number): number {
  const { fanIn, fanOut } = fans(name, x);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}
