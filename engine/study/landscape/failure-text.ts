/** @file What a loss said where it failed. */
import { failureOf } from "../../inspect/failure.ts";

export const failureText = (error: unknown): string | null => (error === null ? null : failureOf(error, null).message);
