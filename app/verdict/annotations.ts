/** @file What a lane's editor shows beside its text: plain data, made by annotations-of.ts. */
import type { Fix, Range } from "../../engine/language/program.ts";

export interface Hint {
  /** Shown behind this offset. */
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

export interface Marker extends Range {
  readonly severity: "error" | "warning" | "info";
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

export interface Annotations {
  readonly hints: readonly Hint[];
  readonly markers: readonly Marker[];
}

export const noAnnotations: Annotations = { hints: [], markers: [] };
