/** @file What a program can leave behind in the engine that the next run in its realm would meet. */
import { isDetectingAnomalies } from "../autograd/backward.ts";
import { isValidatingByDefault } from "../distributions/distribution.ts";
import { defaultDType } from "../tensor/dtype.ts";
import { isGradEnabled } from "../tensor/grad-mode.ts";

/** Equal for equal surroundings. */
export const surroundings = (): string =>
  [isGradEnabled(), isDetectingAnomalies(), isValidatingByDefault(), defaultDType()].join(" ");
