/** @file A run that ends since its numbers did: what it came to until then stands. */
import { EngineError } from "../../tensor/errors.ts";

export const isLost = (error: unknown): boolean => error instanceof EngineError && error.code === "non-finite";
