/** @file Everything that the module exports. */
export * from "./binary";
export * from "./choice";
export * from "./cone";
export { reservedBytes } from "./constants";
export * from "./gemm";
export * from "./gradients";
export * from "./gramian";
export * from "./optimisers";
export * from "./reduce";
export * from "./rows";
export * from "./softmax";
export * from "./trigonometry";
export * from "./unary";
