/** @file What checks share: the loss to be asked, and what the first of them found out for all. */
import type { Subject } from "./subject.ts";

export interface Studied {
  readonly subject: Subject;
}
