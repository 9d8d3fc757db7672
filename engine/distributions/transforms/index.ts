/** @file torch.distributions.transforms, by their names there. */
export * from "./affine.ts";
export { ComposeTransform } from "./composed.ts";
export * from "./cumulative.ts";
export * from "./event-dims.ts";
export * from "./plain.ts";
export { Transform } from "./transform.ts";
