/** @file Windows, and the Fourier transform of a signal piece by piece: stft and istft. */
import { allocate, type DType, defaultDType } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { pad } from "../functional/padding.ts";
import { expand, reshape, squeeze, transpose, unsqueeze } from "../indexing/movement.ts";
import { scatter_add } from "../indexing/scattering.ts";
import { narrow } from "../indexing/slices.ts";
import { unfold } from "../indexing/unfold.ts";
import { defineOp, type Param } from "../op.ts";
import { div, mul } from "../pointwise/arithmetic.ts";
import { square } from "../pointwise/unary.ts";
import { pair, viewAsReal } from "./arithmetic.ts";
import { ComplexTensor } from "./complex-tensor.ts";
import { fftFft, fftIfft, fftIrfft, fftRfft } from "./fft.ts";

function windowed(name: string, summary: string, formula: string, at: (share: number) => number) {
  return defineOp(
    {
      name,
      places: ["torch"],
      gradient: "none",
      samples: [],
      doc: {
        summary,
        formula,
        shape: "[window_length]",
        example: `torch.${name}(8)`,
        jax: null,
        numpy: null,
      },
      params: [
        { name: "window_length", kind: "dim" },
        { name: "periodic", kind: "bool", default: true },
        { name: "dtype", kind: "dtype", default: null },
        { name: "device", kind: "device", default: null },
        { name: "requires_grad", kind: "bool", default: false },
      ],
    },
    () =>
      (length: number, periodic = true, dtype: DType | null = null): Tensor => {
        const chosen = dtype ?? defaultDType();
        const out = allocate(chosen, length);
        const steps = periodic ? length : length - 1;
        for (let i = 0; i < length; i++) out[i] = length === 1 ? 1 : at(i / steps);
        return Tensor.of(out, [length], chosen);
      },
  );
}

const turn = 2 * Math.PI;

export const hann_window = windowed(
  "hann_window",
  "A raised cosine.",
  "½ (1 - cos 2πj/N)",
  (t) => 0.5 - 0.5 * Math.cos(turn * t),
);
export const hamming_window = windowed(
  "hamming_window",
  "A raised cosine on a pedestal.",
  "0.54 - 0.46 cos 2πj/N",
  (t) => 0.54 - 0.46 * Math.cos(turn * t),
);
export const blackman_window = windowed(
  "blackman_window",
  "Two cosines.",
  "0.42 - ½ cos 2πj/N + 0.08 cos 4πj/N",
  (t) => 0.42 - 0.5 * Math.cos(turn * t) + 0.08 * Math.cos(2 * turn * t),
);
export const bartlett_window = windowed(
  "bartlett_window",
  "A triangle.",
  "1 - |2j/N - 1|",
  (t) => 1 - Math.abs(2 * t - 1),
);

const frameParams: readonly Param[] = [
  { name: "n_fft", kind: "dim" },
  { name: "hop_length", kind: "dim", default: null },
  { name: "win_length", kind: "dim", default: null },
  { name: "window", kind: "tensor", default: null },
  { name: "center", kind: "bool", default: true },
];

/** The window in the middle of n_fft places; ones where none is given. */
function framed(window: Tensor | null, size: number, length: number, dtype: DType): Tensor {
  const shape = window ?? Tensor.of(allocate(dtype, length).fill(1), [length], dtype);
  if (length === size) return shape;
  const left = Math.floor((size - length) / 2);
  return pad(shape, [left, size - length - left]);
}

const refuse = (op: string, rule: string, pytorch: string): EngineError =>
  new EngineError({ type: "RuntimeError", code: "argument", op, message: `${op}: ${rule}`, pytorch });

export const stft = defineOp(
  {
    name: "stft",
    places: ["torch", "method"],
    samples: [],
    returns: "ComplexTensor",
    doc: {
      summary: "The Fourier transform of each piece of a signal that a moving window shows.",
      formula: "X_k,m = Σ_j w_j x_(m hop + j) e^(-2πi jk/n_fft)",
      shape: "[..., samples] to [..., n_fft/2 + 1, frames]",
      example: "torch.stft(torch.rand(32), 8, { return_complex: true })",
      jax: "jax.scipy.signal.stft(x)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      ...frameParams,
      { name: "pad_mode", kind: "text", default: "reflect" },
      { name: "normalized", kind: "bool", default: false },
      { name: "onesided", kind: "bool", default: null },
      { name: "return_complex", kind: "bool", default: null },
    ],
  },
  () =>
    (
      signal: Tensor,
      size: number,
      hop: number | null = null,
      length: number | null = null,
      window: Tensor | null = null,
      center = true,
      mode = "reflect",
      normalized = false,
      onesided: boolean | null = null,
      isComplex: boolean | null = null,
    ): ComplexTensor | Tensor => {
      if (isComplex === null)
        throw refuse(
          "stft",
          "return_complex must be given",
          "stft requires the return_complex parameter be given for real inputs, and will further require that return_complex=True in a future PyTorch release.",
        );
      const step = hop ?? Math.floor(size / 4);
      const wide = length ?? size;
      if (window !== null && (window.shape.length !== 1 || window.shape[0] !== wide))
        throw refuse(
          "stft",
          `the window has win_length ${wide} numbers, got [${window.shape.join(", ")}]`,
          `stft(torch.FloatTensor[${signal.shape.join(", ")}], n_fft=${size}, hop_length=${step}, win_length=${wide}, window=torch.FloatTensor{[${window.shape.join(", ")}]}, normalized=${normalized ? 1 : 0}, onesided=${onesided ?? "None"}, return_complex=${isComplex ? 1 : 0}) : expected a 1D window tensor of size equal to win_length=${wide}, but got window with size [${window.shape.join(", ")}]`,
        );
      const batch = signal.shape.length === 1 ? unsqueeze(signal, 0) : signal;
      const half = Math.floor(size / 2);
      const padded = center ? squeeze(pad(unsqueeze(batch, 1), [half, half], mode), 1) : batch;
      const frames = mul(unfold(padded, -1, size, step), framed(window, size, wide, signal.dtype));
      const norm = normalized ? "ortho" : null;
      const found = onesided === false ? fftFft(frames, null, -1, norm) : fftRfft(frames, null, -1, norm);
      if (!ComplexTensor.isComplex(found)) throw new Error("internal: a transform without an imaginary part");
      const turned = (x: Tensor) => {
        const swapped = transpose(x, -2, -1);
        return signal.shape.length === 1 ? squeeze(swapped, 0) : swapped;
      };
      const result = pair(turned(found.real), turned(found.imag));
      return isComplex ? result : viewAsReal(result);
    },
);

/** Frames laid over each other, hop apart, and added up. */
function overlapped(frames: Tensor, hop: number): Tensor {
  const [batch, count, size] = frames.shape;
  const total = size + hop * (count - 1);
  const places = Float64Array.from({ length: count * size }, (_, i) => Math.floor(i / size) * hop + (i % size));
  const index = expand(Tensor.of(places, [1, count * size], "int64"), [batch, count * size]);
  return scatter_add(Tensor.zeros([batch, total], frames.dtype), 1, index, reshape(frames, [batch, count * size]));
}

export const istft = defineOp(
  {
    name: "istft",
    places: ["torch"],
    samples: [],
    doc: {
      summary: "The signal whose stft it is: frames laid over each other, divided by what the windows add up to.",
      formula: "Σ_m w x_m / Σ_m w²",
      shape: "[..., n_fft/2 + 1, frames] to [..., samples]",
      example: "torch.istft(torch.stft(torch.rand(32), 8, { return_complex: true }), 8)",
      jax: "jax.scipy.signal.istft(x)",
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      ...frameParams,
      { name: "normalized", kind: "bool", default: false },
      { name: "onesided", kind: "bool", default: null },
      { name: "length", kind: "dim", default: null },
      { name: "return_complex", kind: "bool", default: false },
    ],
  },
  () =>
    (
      given: Tensor | ComplexTensor,
      size: number,
      hop: number | null = null,
      wide: number | null = null,
      window: Tensor | null = null,
      center = true,
      normalized = false,
      onesided: boolean | null = null,
      length: number | null = null,
    ): Tensor => {
      if (!ComplexTensor.isComplex(given))
        throw refuse(
          "istft",
          "takes a complex tensor",
          "istft requires a complex-valued input tensor matching the output from stft with return_complex=True.",
        );
      const step = hop ?? Math.floor(size / 4);
      const isOne = given.shape.length === 2;
      const rows = (x: Tensor) => transpose(isOne ? unsqueeze(x, 0) : x, -2, -1);
      const z = pair(rows(given.real), rows(given.imag));
      const norm = normalized ? "ortho" : null;
      const raw = onesided === false ? back(z, norm) : asReal(fftIrfftOf(z, size, norm));
      const shape = framed(window, size, wide ?? size, raw.dtype);
      const signal = overlapped(mul(raw, shape), step);
      const weights = overlapped(expand(square(shape), [1, raw.shape[1], size]), step);
      const start = center ? Math.floor(size / 2) : 0;
      const total = signal.shape[1];
      const end = length === null ? (center ? total - Math.floor(size / 2) : total) : Math.min(total, start + length);
      const cut = (x: Tensor) => narrow(x, 1, start, end - start);
      const result = div(cut(signal), cut(weights));
      const wanted = length === null || length <= end - start ? result : pad(result, [0, length - (end - start)]);
      return isOne ? squeeze(wanted, 0) : wanted;
    },
);

const asReal = (x: Tensor | ComplexTensor): Tensor => (ComplexTensor.isComplex(x) ? x.real : x);

type Inverse = (
  x: Tensor | ComplexTensor,
  n: number | null,
  dim: number,
  norm: string | null,
) => Tensor | ComplexTensor;
const fftIrfftOf = (z: ComplexTensor, size: number, norm: string | null) => (fftIrfft as Inverse)(z, size, -1, norm);
const back = (z: ComplexTensor, norm: string | null): Tensor => asReal((fftIfft as Inverse)(z, null, -1, norm));
