/** @file How likelihoods refuse what they are given. */
import { EngineError, type ErrorCode, type ExceptionType } from "../../tensor/errors.ts";

export function refuse(
  type: ExceptionType,
  op: string,
  code: ErrorCode,
  message: string,
  pytorch: string,
  hint?: string,
): EngineError {
  return new EngineError({
    type,
    code,
    op,
    message: `${op}: ${message}`,
    pytorch,
    ...(hint === undefined ? {} : { hint }),
  });
}
