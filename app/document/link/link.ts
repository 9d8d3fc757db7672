/**
 * @file A document as the fragment of a URL, and back. The same document gives the same fragment.
 *
 *     fragment = format, base64url(checksum, length, deflated)
 *
 * `format` is one letter; `checksum` three bytes of the CRC-32 of all that follows it; `length` that of what was deflated, in groups of seven bits.
 */
import { deflateSync } from "fflate";
import { type LossDocument, parseDocument, VERSION } from "../document.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { crc32 } from "./checksum.ts";
import { dictionary } from "./dictionary.ts";
import { fromText, toText } from "./fields.ts";
import { inflateExactly } from "./inflate.ts";

/** What is read at all. */
const MOST_FRAGMENT = 32_768;
/** What a link may hold. A document within its limits has less. */
const MOST_BYTES = 1_000_000;
const FORMAT = "1";
const CHECKSUM_BYTES = 3;

/** What is wrong with a link: made by a newer Losslab; altered on the way; cut off; without end; or holding values that are out of their range. */
export type LinkFault = "newer" | "damaged" | "cut-off" | "bomb" | "out-of-range";

export type OpenedLink =
  | { readonly kind: "document"; readonly document: LossDocument }
  | { readonly kind: "fault"; readonly fault: LinkFault };

export function encodeLink(document: LossDocument): string {
  const text = new TextEncoder().encode(toText(document));
  // Which effort packs best depends on the text.
  const [first, ...others] = ([9, 6, 4] as const).map((level) => deflateSync(text, { level, dictionary }));
  const deflated = others.reduce((best, other) => (other.length < best.length ? other : best), first);
  const body = Uint8Array.from([...groupsOf(text.length), ...deflated]);
  const crc = crc32(body);
  return FORMAT + toBase64url(Uint8Array.from([crc & 0xff, (crc >>> 8) & 0xff, (crc >>> 16) & 0xff, ...body]));
}

/** Never throws, and never inflates more than `MOST_BYTES`. */
export function decodeLink(fragment: string): OpenedLink {
  if (fragment.length > MOST_FRAGMENT) return fault("bomb");
  if (/^[2-9A-Za-z]/.test(fragment)) return fault("newer");
  if (!fragment.startsWith(FORMAT)) return fault("damaged");
  const payload = fragment.slice(FORMAT.length);
  const bytes = fromBase64url(payload);
  if (bytes === null) return fault(isCutOff(payload) ? "cut-off" : "damaged");
  const [a = 0, b = 0, c = 0] = bytes;
  const body = bytes.subarray(CHECKSUM_BYTES);
  const announced = readGroups(body);
  if (announced === null) return fault(body.length < 4 ? "cut-off" : "damaged");
  const isWhole = (crc32(body) & 0xffffff) === (a | (b << 8) | (c << 16));
  if (announced.value > MOST_BYTES) return fault(isWhole ? "bomb" : "damaged");
  const inflated = inflateExactly(body.subarray(announced.size), announced.value, dictionary);
  if (!isWhole) return fault(inflated.kind === "unfinished" ? "cut-off" : "damaged");
  // Whoever wrote a checksum over a stream that holds something else than it says did so on purpose.
  if (inflated.kind !== "bytes") return fault("bomb");
  return judge(inflated.bytes);
}

function judge(bytes: Uint8Array): OpenedLink {
  let value: unknown;
  try {
    value = fromText(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fault("damaged");
  }
  const document = parseDocument(value);
  if (document !== null) return { kind: "document", document };
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : 0;
  return fault(typeof version === "number" && version > VERSION ? "newer" : "out-of-range");
}

const fault = (kind: LinkFault): OpenedLink => ({ kind: "fault", fault: kind });

/** base64 in which single letters are missing at the end. */
function isCutOff(payload: string): boolean {
  if (!/^[\w-]*$/.test(payload)) return false;
  const bytes = fromBase64url(payload.slice(0, payload.length - (payload.length % 4)));
  if (bytes === null) return false;
  const body = bytes.subarray(CHECKSUM_BYTES);
  const announced = readGroups(body);
  if (announced === null) return body.length < 4;
  if (announced.value > MOST_BYTES) return false;
  return inflateExactly(body.subarray(announced.size), announced.value, dictionary).kind !== "bytes";
}

function groupsOf(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...groupsOf(value >>> 7)];
}

/** null where it has no end within four bytes. */
function readGroups(bytes: Uint8Array): { readonly value: number; readonly size: number } | null {
  let value = 0;
  for (let i = 0; i < Math.min(4, bytes.length); i++) {
    const byte = bytes[i] ?? 0;
    value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value, size: i + 1 };
  }
  return null;
}
