/** @file How likelihoods refuse what they are given. */
import { EngineError } from "../tensor/errors.ts";

export function refuse(op: string, code: string, message: string, pytorch: string, hint?: string): EngineError {
  return new EngineError({ code, op, message: `${op}: ${message}`, pytorch, ...(hint === undefined ? {} : { hint }) });
}
