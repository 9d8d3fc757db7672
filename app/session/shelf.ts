/** @file Where documents are kept, and the rule by which two tabs don't overwrite each other. */
import * as v from "valibot";
import { exactly } from "../../engine/exactly.ts";
import { cutName } from "../document/cut-name.ts";
import { documentLimits, type LossDocument } from "../document/document.ts";
import { nameOf } from "../document/name.ts";

export interface SavedDocument {
  readonly id: string;
  /** Another one with every save. */
  readonly stamp: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** Its code came from somebody else and was never allowed to run. */
  readonly isWaiting: boolean;
  readonly document: LossDocument;
}

/** As it is kept: what is in it is not looked at before it is opened, so that what only a newer page can read is left alone. */
export interface KeptDocument extends Omit<SavedDocument, "document"> {
  readonly document: unknown;
}

export interface ListedDocument {
  readonly id: string;
  readonly name: string;
  readonly changed: number;
}

/** `conflict`: somebody else has saved it since. */
export type SaveOutcome = "saved" | "conflict";

export interface Shelf {
  /** The one changed last comes first. */
  list(): Promise<readonly ListedDocument[]>;
  read(id: string): Promise<KeptDocument | null>;
  /** `base` is the stamp that it was last read or saved with; null for a document that is not there yet. Rejects where the browser refuses. */
  save(kept: KeptDocument, base: string | null): Promise<SaveOutcome>;
  remove(id: string): Promise<void>;
}

const keptSchema = exactly<KeptDocument>()(
  v.object({
    id: v.string(),
    stamp: v.string(),
    changed: v.number(),
    isWaiting: v.boolean(),
    document: v.unknown(),
  }),
);

export function parseKept(value: unknown): KeptDocument | null {
  const result = v.safeParse(keptSchema, value);
  return result.success ? result.output : null;
}

/** Whether `next`, made from `base`, may take the place of what is there. What was saved already is saved. */
export function mayReplace(there: KeptDocument | null, next: KeptDocument, base: string | null): boolean {
  return (there?.stamp ?? null) === base || there?.stamp === next.stamp;
}

export function listed(kept: readonly KeptDocument[]): ListedDocument[] {
  return kept
    .map(({ id, changed, document }) => ({ id, changed, name: nameOf(document) }))
    .sort((a, b) => b.changed - a.changed);
}

/** As it is kept, with another title: what this page can't read keeps all it has. */
export function titled(document: unknown, title: string): unknown {
  return typeof document === "object" && document !== null
    ? { ...document, title: cutName(title, documentLimits.title) }
    : document;
}
