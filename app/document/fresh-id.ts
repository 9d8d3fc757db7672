/** @file A name that nothing else has. */

/** Unguessable is not needed; different from all others is. Not `randomUUID`: that is missing where the page is served without TLS. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36).padStart(2, "0")).join("");
}
