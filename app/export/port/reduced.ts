/** @file The end of a loss's helper. */

/** PyTorch's reduction of `each`. */
export const reduced = `return each if reduction == "none" else @sum(each) if reduction == "sum" else @mean(each)`;
