/** @file torch.fft: all of it is one transform of pairs of numbers along a dim, whose gradient is the transform the other way round. */
import { fourier } from "../../kernels/fourier.ts";
import { allocate, type DType, defaultDType, isFloating } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { normalizeDim, numelOf } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { cast } from "../convert.ts";
import { transpose } from "../indexing/movement.ts";
import { flip, roll } from "../indexing/reordering.ts";
import { cat, narrow, select, stack } from "../indexing/slices.ts";
import { label } from "../node-name.ts";
import { defineOp, finish, floatingDType, type OpDoc, type Param } from "../op.ts";
import { neg } from "../pointwise/unary.ts";
import { conj, pair } from "./arithmetic.ts";
import { ComplexTensor, nameComplex } from "./complex-tensor.ts";

type Given = Tensor | ComplexTensor;
type Norm = string | null;

/** [..., n, 2]: the last dim holds the two parts. */
const pairs = defineOp(
  {
    name: "fft_pairs",
    places: [],
    params: [{ name: "input", kind: "tensor" }],
    samples: [],
    doc: { summary: "", formula: "", shape: "", example: "", jax: null, numpy: null },
  },
  (op) =>
    (x: Tensor, sign: 1 | -1, scale: number): Tensor => {
      const n = x.shape[x.shape.length - 2];
      const data = toContiguousData(x);
      const out = allocate(x.dtype, numelOf(x.shape));
      for (let at = 0; at < out.length; at += 2 * n) {
        const row = fourier(Float64Array.from(data.subarray(at, at + 2 * n)), n, sign);
        for (let i = 0; i < 2 * n; i++) out[at + i] = row[i] * scale;
      }
      return finish(op, [x], Tensor.of(out, x.shape, x.dtype), (grad) => pairs(grad, sign === 1 ? -1 : 1, scale));
    },
);

/** What a transform of n numbers is multiplied by. */
function scaleOf(norm: Norm, n: number, isInverse: boolean): number {
  if (norm === "ortho") return 1 / Math.sqrt(n);
  if (norm === "forward") return isInverse ? 1 : 1 / n;
  if (norm === null || norm === "backward") return isInverse ? 1 / n : 1;
  throw new EngineError({
    type: "RuntimeError",
    code: "argument",
    op: "fft",
    message: `fft: norm is forward, backward or ortho, got ${norm}`,
    pytorch: `Invalid normalization mode: "${norm}"`,
  });
}

const zerosIn = (x: Tensor): Tensor => Tensor.zeros(x.shape, x.dtype);
const floats = (x: Tensor): Tensor => (isFloating(x.dtype) ? x : cast(x, floatingDType(x.dtype)));
const complexOf = (x: Given): ComplexTensor => {
  if (ComplexTensor.isComplex(x)) return x;
  const real = floats(x);
  return pair(real, zerosIn(real));
};

const onBoth = (z: ComplexTensor, f: (x: Tensor) => Tensor): ComplexTensor => pair(f(z.real), f(z.imag));

/** Cut or padded with zeros to n along a dim. */
function fitted(x: Tensor, n: number, dim: number): Tensor {
  const size = x.shape[dim];
  if (n <= size) return n === size ? x : narrow(x, dim, 0, n);
  return cat([x, Tensor.zeros(x.shape.with(dim, n - size), x.dtype)], dim);
}

function lengthOf(op: string, n: number | null, size: number): number {
  const length = n ?? size;
  if (length >= 1) return length;
  throw new EngineError({
    type: "RuntimeError",
    code: "range",
    op,
    message: `${op}: needs at least one number, got ${length}`,
    pytorch: `Invalid number of data points (${length}) specified`,
  });
}

function transform(given: Given, n: number | null, dim: number, norm: Norm, isInverse: boolean): ComplexTensor {
  const z = complexOf(given);
  const at = normalizeDim("fft", dim, z.shape.length);
  const length = lengthOf("fft", n, z.shape[at]);
  const last = z.shape.length - 1;
  const turn = (x: Tensor) => (at === last ? x : transpose(x, at, last));
  const rows = onBoth(z, (x) => turn(fitted(x, length, at)));
  const done = pairs(stack([rows.real, rows.imag], -1), isInverse ? 1 : -1, scaleOf(norm, length, isInverse));
  return pair(turn(select(done, -1, 0)), turn(select(done, -1, 1)));
}

function realTransform(x: Tensor, n: number | null, dim: number, norm: Norm): ComplexTensor {
  const at = normalizeDim("rfft", dim, x.shape.length);
  const length = lengthOf("rfft", n, x.shape[at]);
  const half = Math.floor(length / 2) + 1;
  return onBoth(transform(x, length, at, norm, false), (part) => narrow(part, at, 0, half));
}

/** The whole of what a real signal transforms to, from its first half; then back. */
function realInverse(given: Given, n: number | null, dim: number, norm: Norm): Tensor {
  const z = complexOf(given);
  const at = normalizeDim("irfft", dim, z.shape.length);
  const length = lengthOf("irfft", n, 2 * (z.shape[at] - 1));
  const half = Math.floor(length / 2) + 1;
  const first = onBoth(z, (x) => fitted(x, half, at));
  const rest = length - half;
  const mirrored = (x: Tensor) => flip(narrow(x, at, 1, rest), [at]);
  const whole =
    rest === 0
      ? first
      : pair(cat([first.real, mirrored(first.real)], at), cat([first.imag, neg(mirrored(first.imag))], at));
  const result = transform(whole, length, at, norm, true).real;
  label(result, "FftC2RBackward0");
  return result;
}

const input: Param = { name: "input", kind: "tensor" };
const lengthParam: Param = { name: "n", kind: "dim", default: null };
const dimParam: Param = { name: "dim", kind: "dim", default: -1 };
const normParam: Param = { name: "norm", kind: "text", default: null, choices: ["forward", "backward", "ortho"] };
const sizes: Param = { name: "s", kind: "shape", default: null };
const dims: Param = { name: "dim", kind: "dims", default: null };

const doc = (summary: string, formula: string, shape: string, example: string, name: string): OpDoc => ({
  summary,
  formula,
  shape,
  example,
  jax: `jnp.fft.${name}(x)`,
  numpy: `np.fft.${name}(x)`,
});

const common = { places: ["fft"], samples: [] } as const;
const complexResult = "ComplexTensor";

function along(
  name: string,
  summary: string,
  formula: string,
  f: (x: Given, n: number | null, dim: number, norm: Norm) => Given,
) {
  return defineOp(
    {
      ...common,
      name: `fft_${name}`,
      doc: doc(summary, formula, "n numbers along dim", exampleOf(name), name),
      params: [input, lengthParam, dimParam, normParam],
      returns: name === "irfft" || name === "hfft" ? "Tensor" : complexResult,
    },
    () =>
      (x: Tensor, n: number | null = null, dim = -1, norm: Norm = null) =>
        made(x, f(x, n, dim, norm)),
  );
}

/** A complex result by PyTorch's name of what made it. */
function made(from: Given, result: Given, isRealFirst = true): Given {
  if (ComplexTensor.isComplex(result))
    nameComplex(result, isRealFirst && !ComplexTensor.isComplex(from) ? "FftR2CBackward0" : "FftC2CBackward0");
  return result;
}

const inverses = new Set(["ifft", "irfft", "ifft2", "ifftn", "irfft2", "irfftn"]);
const exampleOf = (name: string): string =>
  inverses.has(name) ? `torch.fft.${name}(torch.fft.${name.slice(1)}(x))` : `torch.fft.${name}(x)`;

export const fftFft = along(
  "fft",
  "The discrete Fourier transform along a dim.",
  "X_k = Σ_j x_j e^(-2πi jk/n)",
  (x, n, dim, norm) => transform(x, n, dim, norm, false),
);
export const fftIfft = along("ifft", "The inverse of fft.", "x_j = Σ_k X_k e^(2πi jk/n) / n", (x, n, dim, norm) =>
  transform(x, n, dim, norm, true),
);
export const fftRfft = along(
  "rfft",
  "fft of real numbers: the half that says everything.",
  "X_k for k = 0 … n/2",
  (x, n, dim, norm) => {
    if (ComplexTensor.isComplex(x))
      throw new EngineError({
        type: "RuntimeError",
        code: "dtype",
        op: "fft_rfft",
        message: "fft_rfft: takes real numbers",
        pytorch: `rfft expects a real input tensor, but got ${x.dtype === "complex64" ? "ComplexFloat" : "ComplexDouble"}`,
      });
    return realTransform(x, n, dim, norm);
  },
);
export const fftIrfft = along("irfft", "The inverse of rfft.", "the real signal whose rfft it is", realInverse);
export const fftHfft = along(
  "hfft",
  "fft of what is its own mirrored conjugate, of which half is given.",
  "n · irfft(x̄)",
  (x, n, dim, norm) => realInverse(conj(complexOf(x)), n, dim, flippedNorm(norm)),
);

const flippedNorm = (norm: Norm): Norm => (norm === "ortho" ? norm : norm === "forward" ? "backward" : "forward");

/** The dims of a transform over several, with the length of each. */
function plan(
  shape: readonly number[],
  s: readonly number[] | null,
  dim: readonly number[] | number | null,
  count: number | null,
) {
  const rank = shape.length;
  const chosen =
    dim === null
      ? count !== null
        ? Array.from({ length: count }, (_, i) => i - count)
        : s === null
          ? shape.map((_, i) => i)
          : s.map((_, i) => i - s.length)
      : typeof dim === "number"
        ? [dim]
        : dim;
  return chosen.map((each, i) => ({ at: normalizeDim("fft", each, rank), n: s === null || s[i] === -1 ? null : s[i] }));
}

type Dims = readonly number[] | number | null;
type Many = (x: Given, steps: ReturnType<typeof plan>, norm: Norm) => Given;

const complexMany =
  (isInverse: boolean): Many =>
  (x, steps, norm) =>
    steps.reduceRight<Given>((each, { at, n }) => transform(each, n, at, norm, isInverse), x);

const realMany: Many = (x, steps, norm) => {
  const last = steps[steps.length - 1];
  if (ComplexTensor.isComplex(x)) return x;
  return steps
    .slice(0, -1)
    .reduceRight<Given>(
      (each, { at, n }) => transform(each, n, at, norm, false),
      realTransform(x, last.n, last.at, norm),
    );
};

const realManyInverse: Many = (x, steps, norm) => {
  const last = steps[steps.length - 1];
  const before = steps.slice(0, -1).reduce<Given>((each, { at, n }) => transform(each, n, at, norm, true), x);
  return realInverse(before, last.n, last.at, norm);
};

function several(name: string, summary: string, count: number | null, f: Many) {
  return defineOp(
    {
      ...common,
      name: `fft_${name}`,
      doc: doc(summary, "one dim after the other", "the sizes s along dim", exampleOf(name), name),
      params: [input, sizes, dims, normParam],
      returns: name.startsWith("irfft") ? "Tensor" : complexResult,
    },
    () =>
      (x: Tensor, s: readonly number[] | null = null, dim: Dims = null, norm: Norm = null) =>
        made(x, f(x, plan(x.shape, s, dim, count), norm), name.startsWith("r")),
  );
}

export const fftFft2 = several("fft2", "fft along the last two dims.", 2, complexMany(false));
export const fftIfft2 = several("ifft2", "The inverse of fft2.", 2, complexMany(true));
export const fftRfft2 = several("rfft2", "rfft along the last dim, fft along the one before.", 2, realMany);
export const fftIrfft2 = several("irfft2", "The inverse of rfft2.", 2, realManyInverse);
export const fftFftn = several("fftn", "fft along several dims.", null, complexMany(false));
export const fftIfftn = several("ifftn", "The inverse of fftn.", null, complexMany(true));
export const fftRfftn = several("rfftn", "rfft along the last dim, fft along the others.", null, realMany);
export const fftIrfftn = several("irfftn", "The inverse of rfftn.", null, realManyInverse);

function frequencies(name: string, summary: string, f: (n: number) => number[]) {
  return defineOp(
    {
      ...common,
      name: `fft_${name}`,
      gradient: "none",
      doc: doc(summary, "k / (n d)", "[n], or [n/2 + 1]", `torch.fft.${name}(8)`, name),
      params: [
        { name: "n", kind: "dim" },
        { name: "d", kind: "number", default: 1 },
        { name: "dtype", kind: "dtype", default: null },
        { name: "requires_grad", kind: "bool", default: false },
        { name: "device", kind: "device", default: null },
      ],
    },
    () =>
      (n: number, d = 1, dtype: DType | null = null): Tensor => {
        const chosen = dtype ?? defaultDType();
        const values = f(n);
        const out = allocate(chosen, values.length);
        values.forEach((value, i) => {
          out[i] = value / (n * d);
        });
        return Tensor.of(out, [values.length], chosen);
      },
  );
}

export const fftFftfreq = frequencies("fftfreq", "The frequencies of fft.", (n) =>
  Array.from({ length: n }, (_, i) => (i < Math.ceil(n / 2) ? i : i - n)),
);
export const fftRfftfreq = frequencies("rfftfreq", "The frequencies of rfft.", (n) =>
  Array.from({ length: Math.floor(n / 2) + 1 }, (_, i) => i),
);

function shifting(name: string, summary: string, by: (n: number) => number) {
  return defineOp(
    {
      ...common,
      name: `fft_${name}`,
      doc: doc(summary, "rolled by half of each size", "same as input", `torch.fft.${name}(x)`, name),
      params: [input, { name: "dim", kind: "dims", default: null }],
    },
    () =>
      (x: Tensor, dim: Dims = null): Tensor => {
        const chosen = dim === null ? x.shape.map((_, i) => i) : typeof dim === "number" ? [dim] : dim;
        const at = chosen.map((each) => normalizeDim(name, each, x.shape.length));
        return roll(
          x,
          at.map((each) => by(x.shape[each])),
          at,
        );
      },
  );
}

export const fftFftshift = shifting("fftshift", "Frequency 0 moved to the middle.", (n) => Math.floor(n / 2));
export const fftIfftshift = shifting("ifftshift", "The inverse of fftshift.", (n) => -Math.floor(n / 2));
