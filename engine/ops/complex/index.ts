/** @file Complex tensors, torch.fft, and the Fourier transform of a signal piece by piece. */
export * from "./fft.ts";
export { angle, complex_, conj, imag, polar, real, view_as_complex, view_as_real } from "./parts.ts";
export { bartlett_window, blackman_window, hamming_window, hann_window, istft, stft } from "./stft.ts";
