/** @file What checks share: the loss to be asked, and what they all want to know of it first. */
import { type Coupling, couplingOf } from "./coupling.ts";
import { type Profile, profileOf } from "./profile.ts";
import type { Point, Subject } from "./subject.ts";

export interface Studied {
  readonly subject: Subject;
  readonly coupling: Coupling;
  readonly profile: Profile | null;
  /** Of the batch as it is. */
  readonly here: Point;
}

/** null where the loss has no finite value and gradient on its batch: its verdict says why. */
export function studied(subject: Subject): Studied | null {
  const here = subject.ask();
  if (here === null || !Number.isFinite(here.value) || !here.gradient.every(Number.isFinite)) return null;
  const coupling = couplingOf(subject);
  return { subject, here, coupling, profile: profileOf(subject, coupling) };
}
