/**
 * @file What page and frame say to each other, besides what they pass on. A frame has one port of its own and one for every realm: a worker in
 * which one program runs, and no other before or after it.
 */

/** From the page, over the frame's port. */
export type FrameRequest =
  /** Boot a realm; its port comes with `realm`. */
  | { readonly type: "open"; readonly realm: number }
  /** End a realm's worker. It is asked to leave first: one that does is gone for certain, and that is told with `closed`. */
  | { readonly type: "close"; readonly realm: number }
  /** Answered with `alive`, by whoever passes messages on, whatever its workers do. */
  | { readonly type: "ping" };

/** From the frame, over its port. */
export type FrameReply =
  | { readonly type: "realm"; readonly realm: number }
  | { readonly type: "closed"; readonly realm: number }
  | { readonly type: "alive" };

/** From the frame or the hardened worker, over a realm's port, besides the engine's replies. */
export type RealmEnd = "flood" | "rejections" | "unsafe" | "tampered";

/** From the frame to a realm that is to end; `left` is its answer, and its last word. */
export const LEAVE = "leave";
export const LEFT = "left";

/** The first realm is booted without being asked for: it is what the page waits for. */
export const FIRST_REALM = 0;

/** What a worker gets before the engine starts in it. */
export interface RealmBoot {
  readonly kernels: WebAssembly.Module;
}
