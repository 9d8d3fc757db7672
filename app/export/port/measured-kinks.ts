/** @file For tests and measurements: what PyTorch, JAX and Keras made of an expression at its kinks. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inFramework, type Kink, kinksFolder } from "./kinks.ts";

type Value = number | string;

/** Value, gradient in p, gradient in t; or what was raised. Numbers that JSON lacks are text. */
export type Outcome = readonly (readonly Value[])[] | string;

export interface MeasuredKink {
  readonly expression: string;
  /** Of the exported texts that were measured. */
  readonly texts: string;
  readonly torch: Outcome;
  /** null where the export is refused. */
  readonly jax: Outcome | null;
  readonly tensorflow: Outcome | null;
  readonly kerasOnJax: Outcome | null;
}

export const measuredKinks = (): readonly MeasuredKink[] =>
  JSON.parse(readFileSync(`${kinksFolder}/measured.json`, "utf8"));

/** Another text than was measured has another one. */
export const textsOf = (kink: Kink): string =>
  createHash("sha256")
    .update(`${inFramework(kink, "jax")}\n${inFramework(kink, "keras")}`)
    .digest("hex")
    .slice(0, 12);

const alike = (a: Value | undefined, b: Value | undefined): boolean =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 2e-5 * Math.max(1, Math.abs(a)) : a === b;

/** In words; null where both are the same. */
export function apart(torch: Outcome, other: Outcome): string | null {
  if (typeof torch === "string" || typeof other === "string") return `PyTorch ${brief(torch)}, here ${brief(other)}`;
  const place = torch.findIndex(
    (part, i) => part.length !== other[i]?.length || part.some((value, j) => !alike(value, other[i]?.[j])),
  );
  if (place < 0) return null;
  const name = ["value", "gradient in p", "gradient in t"][place];
  return `${name} ${torch[place]?.join(" ")} in PyTorch, ${other[place]?.join(" ")} here`;
}

const brief = (outcome: Outcome): string => (typeof outcome === "string" ? outcome : "gives numbers");
