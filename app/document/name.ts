/** @file What a document is called. */
import * as v from "valibot";
import { plainLine } from "../../engine/inspect/plain-text.ts";

const namedParts = v.object({
  title: v.fallback(v.string(), ""),
  lanes: v.fallback(v.array(v.object({ name: v.string() })), []),
});

/** Its title, or what its lanes are called. */
export function nameOf(document: unknown): string {
  const result = v.safeParse(namedParts, document);
  if (!result.success) return "Untitled";
  const { title, lanes } = result.output;
  return plainLine(title || lanes.map(({ name }) => name).join(" · ") || "Untitled");
}
