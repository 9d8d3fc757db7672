/** @file A combination of options that PyTorch refuses, in its words and in ours. */
import { EngineError } from "../tensor/errors.ts";

export interface Refusal {
  /** `<rule>, got <actual>`. */
  readonly rule: string;
  /** What to try. A sentence. */
  readonly hint: string;
  readonly pytorch: string;
  /** What PyTorch raises; ValueError where nothing is said. */
  readonly type?: "ValueError" | "ZeroDivisionError";
}

export function refused(op: string, { rule, hint, pytorch, type = "ValueError" }: Refusal): EngineError {
  return new EngineError({ type, code: "domain", op, message: `${op}: ${rule}`, hint, pytorch });
}
