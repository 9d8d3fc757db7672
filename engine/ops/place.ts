/** @file Where PyTorch has an op. No engine comes with it: those that only read losses ask it too. */

/** `linalg`, `fft` and `special` are namespaces of torch, whose ops carry their name before their own: linalg_inv. */
export type Place = "torch" | "method" | "F" | "linalg" | "fft" | "special";

/** An op's name within a namespace of torch: inv of linalg_inv. */
export const shortName = (name: string, place: Place): string =>
  name.startsWith(`${place}_`) ? name.slice(place.length + 1) : name;
