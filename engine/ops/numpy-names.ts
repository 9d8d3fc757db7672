/** @file NumPy's words for PyTorch's arguments. No engine comes with it: those that only read losses ask it too. */

/** PyTorch takes them as well. */
export const numpyNames: Readonly<Record<string, string>> = {
  axis: "dim",
  keepdims: "keepdim",
  x: "input",
  x2: "other",
};
