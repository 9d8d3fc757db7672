/** @file Inflates, but never more than was announced. */
import { Inflate } from "fflate";

export type Inflated =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  /** It ends in the middle. */
  | { readonly kind: "unfinished" }
  /** It is no such stream, or holds another amount than announced. */
  | { readonly kind: "wrong" };

/** So many bytes go in at a time: deflate makes at most about a thousand out of one, so no more than 64 kB come of it before they are counted. */
const PIECE = 64;
/** fflate's code for a stream that ends too early. */
const UNEXPECTED_EOF = 0;

class TooMuch extends Error {}

export function inflateExactly(data: Uint8Array, length: number, dictionary: Uint8Array): Inflated {
  // Of a stream that was cut off before its first byte there is nothing to go wrong.
  if (data.length === 0) return { kind: "unfinished" };
  const bytes = new Uint8Array(length);
  let count = 0;
  const stream = new Inflate({ dictionary }, (piece) => {
    if (count + piece.length > length) throw new TooMuch();
    bytes.set(piece, count);
    count += piece.length;
  });
  try {
    for (let at = 0; at < data.length; at += PIECE)
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  } catch (error) {
    const isEarly = error instanceof Error && "code" in error && error.code === UNEXPECTED_EOF;
    return { kind: isEarly ? "unfinished" : "wrong" };
  }
  return count === length ? { kind: "bytes", bytes } : { kind: "wrong" };
}
