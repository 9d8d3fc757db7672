/**
 * @file A document as this browser kept it: opened whatever is beyond its limits, for it is the visitor's own work.
 *
 * Texts come back whole however long they are. Numbers are brought into their range, lists to their length, and what has no nearest good value
 * becomes what a first visitor finds. All of it is read off the schema's own complaints, so that no limit can be forgotten here.
 */
import * as v from "valibot";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { defaultDocument } from "./defaults.ts";
import { documentSchema, type LossDocument, VERSION } from "./document.ts";
import { keysOf } from "./limits.ts";
import { migrated } from "./migrations.ts";
import { OWN } from "./own-data.ts";

export type OpenedKept =
  | {
      readonly kind: "document";
      readonly document: LossDocument;
      /** What was not kept as it was: `experiment.lr`. */
      readonly mended: readonly string[];
    }
  /** Made by a newer Losslab. */
  | { readonly kind: "newer" }
  /** No document at all. */
  | { readonly kind: "unreadable" };

type Keys = readonly (string | number)[];

/** Every round mends at least one thing or gives up. */
const MOST_ROUNDS = 20;

export function openKept(value: unknown): OpenedKept {
  if (isNewer(value)) return { kind: "newer" };
  let draft: unknown = migrated(value);
  if (typeof draft !== "object" || draft === null || !("lanes" in draft) || !Array.isArray(draft.lanes))
    return { kind: "unreadable" };
  const whole: { readonly keys: Keys; readonly text: string }[] = [];
  const mended: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { success, output, issues } = v.safeParse(documentSchema, draft);
    if (success) {
      const document = whole.reduce<unknown>((before, { keys, text }) => withPart(before, keys, text), output);
      return isDocument(document, output) ? { kind: "document", document, mended } : { kind: "unreadable" };
    }
    for (const issue of issues) {
      const keys = keysOf(issue).filter((key) => typeof key === "string" || typeof key === "number");
      const { input } = issue;
      const limit = "requirement" in issue ? issue.requirement : null;
      if (issue.type === "max_length" && typeof input === "string") {
        whole.push({ keys, text: input });
        draft = withPart(draft, keys, "");
        continue;
      }
      if (typeof limit === "number" && typeof input === "number" && /^m(in|ax)_value$/.test(issue.type))
        draft = withPart(draft, keys, limit);
      else if (typeof limit === "number" && Array.isArray(input) && issue.type === "max_length")
        draft = withPart(draft, keys, input.slice(0, limit));
      else draft = withDefault(draft, keys);
      mended.push(keys.slice(0, 3).join("."));
    }
  }
  return { kind: "unreadable" };
}

export function isNewer(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("version" in value)) return false;
  return typeof value.version === "number" && value.version > VERSION;
}

/** What the schema passed, with nothing but longer texts in it. */
function isDocument(value: unknown, passed: LossDocument): value is LossDocument {
  return typeof value === "object" && value !== null && Object.keys(passed).every((key) => key in value);
}

/** The whole of a part for which there is no nearest good value. */
function withDefault(draft: unknown, [part, index, field]: Keys): unknown {
  if (part === "lanes") {
    // Which of two lanes of one letter is meant, nobody knows.
    if (typeof index !== "number") return draft;
    // A lane without its text is none.
    const good: Readonly<Record<string, unknown>> = { name: "", handling: defaultHandling, lr: null };
    if (typeof field !== "string" || !(field in good)) return draft;
    return withPart(draft, [part, index, field], good[field]);
  }
  // The data set of the document that its data are missing of is another one.
  if (part === undefined) return withPart(draft, ["experiment", "dataset"], defaultDocument.experiment.dataset);
  if (part === "data") {
    const without = withPart(draft, ["data"], null);
    return datasetOf(draft) === OWN
      ? withPart(without, ["experiment", "dataset"], defaultDocument.experiment.dataset)
      : without;
  }
  const defaults: Readonly<Record<string, unknown>> = { ...defaultDocument };
  const whole = defaults[String(part)];
  if (typeof index === "string" && typeof whole === "object" && whole !== null && index in whole) {
    const fields: Readonly<Record<string, unknown>> = { ...whole };
    return withPart(draft, [part, index], fields[index]);
  }
  return withPart(draft, [part], whole);
}

function datasetOf(draft: unknown): unknown {
  if (typeof draft !== "object" || draft === null || !("experiment" in draft)) return null;
  const { experiment } = draft;
  return typeof experiment === "object" && experiment !== null && "dataset" in experiment ? experiment.dataset : null;
}

/** With another value at a place; where there is no such place, as it was. */
function withPart(value: unknown, keys: Keys, part: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return part;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return typeof key === "number" && key < list.length ? list.with(key, withPart(list[key], rest, part)) : list;
  }
  if (typeof value !== "object" || value === null) return value;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return { ...fields, [key]: withPart(fields[key], rest, part) };
}
