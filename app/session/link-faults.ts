/** @file What is said about a link that cannot be opened. */
import type { LinkFault } from "../document/link/link.ts";

export const faults: Readonly<Record<LinkFault, string>> = {
  newer:
    "This link was made by a newer Losslab than this page. Reload the page to get the newest, then open the link again.",
  damaged: "This link was altered on its way: its checksum does not fit what it holds. Ask for it again.",
  "cut-off": "This link is cut off: its end is missing. Copy it whole, or ask for it again.",
  bomb: "This link holds more than a document can, so it was not unpacked.",
  "out-of-range": "This link holds settings that Losslab does not take, so nothing of it was opened.",
};
