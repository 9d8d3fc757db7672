/** @file A hostile program as a stranger's link. */
import { defaultDocument } from "../../app/document/defaults.ts";
import { decodeLink, encodeLink } from "../../app/document/link/link.ts";
import type { Program } from "./programs.ts";

/** null where it is more than links may hold: it can only be typed. */
export function linkTo({ language, source }: Program): string | null {
  const [lane, ...others] = defaultDocument.lanes;
  const link = encodeLink({ ...defaultDocument, lanes: [{ ...lane, language, source }, ...others] });
  return decodeLink(link).kind === "document" ? link : null;
}
