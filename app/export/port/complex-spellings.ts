/** @file Fourier transforms and complex numbers in JAX; Keras has few of them. */
import { jaxOnly, type Spellings } from "./spelling.ts";

const fft = (name: string) => jaxOnly(`jnp.fft.${name}($input{, n=$n}{, axis=$dim}{, norm=$norm})`);
const several = (name: string) => jaxOnly(`jnp.fft.${name}($input{, s=$s}{, axes=$dim}{, norm=$norm})`);

export const complexSpellings = {
  fftFft: fft("fft"),
  fftIfft: fft("ifft"),
  fftRfft: fft("rfft"),
  fftIrfft: fft("irfft"),
  fftHfft: fft("hfft"),
  fftFft2: several("fft2"),
  fftIfft2: several("ifft2"),
  fftRfft2: several("rfft2"),
  fftIrfft2: several("irfft2"),
  fftFftn: several("fftn"),
  fftIfftn: several("ifftn"),
  fftRfftn: several("rfftn"),
  fftIrfftn: several("irfftn"),
  fftFftfreq: jaxOnly("jnp.fft.fftfreq($n{, $d})"),
  fftRfftfreq: jaxOnly("jnp.fft.rfftfreq($n{, $d})"),
  fftFftshift: jaxOnly("jnp.fft.fftshift($input{, $dim})"),
  fftIfftshift: jaxOnly("jnp.fft.ifftshift($input{, $dim})"),
  complex_: jaxOnly("jax.lax.complex($real, $imag)"),
  polar: null,
  angle: jaxOnly("jnp.angle($input)"),
  conj: jaxOnly("jnp.conj($input)"),
  real: jaxOnly("jnp.real($input)"),
  imag: jaxOnly("jnp.imag($input)"),
  view_as_real: null,
  view_as_complex: null,
  hann_window: null,
  hamming_window: null,
  blackman_window: null,
  bartlett_window: null,
  stft: null,
  istft: null,
} as const satisfies Spellings;
