/** @file The one error that the engine throws at users. */
import type { Shape } from "./shape.ts";

export interface EngineErrorInit {
  /** Stable, for markers and links: `broadcast`, `dim`, `not-scalar`, ... */
  readonly code: string;
  /** `<op>: <rule>, got <actual>`, without a final stop. */
  readonly message: string;
  readonly op?: string;
  readonly shapes?: readonly Shape[];
  /** What to try. A sentence. */
  readonly hint?: string;
  /** PyTorch's own first line, where PyTorch raises. */
  readonly pytorch?: string;
}

export class EngineError extends Error {
  readonly code: string;
  readonly op: string | null;
  readonly shapes: readonly Shape[];
  readonly hint: string | null;
  readonly pytorch: string | null;

  constructor(init: EngineErrorInit) {
    super(init.message);
    this.code = init.code;
    this.op = init.op ?? null;
    this.shapes = init.shapes ?? [];
    this.hint = init.hint ?? null;
    this.pytorch = init.pytorch ?? null;
  }
}
