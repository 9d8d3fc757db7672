/** @file What the editor takes over from the text that stood in its place. */

/** What was pressed before the editor was there and needs it. */
export type Held =
  | { readonly kind: "key"; readonly init: KeyboardEventInit }
  | { readonly kind: "paste" | "type"; readonly text: string }
  /** Stands in the text already. */
  | { readonly kind: "pasted"; readonly start: number; readonly end: number };

/** Offsets of a text. */
export interface Selected {
  readonly start: number;
  readonly end: number;
  /** The caret stands at the start. */
  readonly isBackward: boolean;
}

export interface TakenOver {
  readonly isFocused: boolean;
  readonly selected: Selected | null;
  readonly scroll: { readonly top: number; readonly left: number };
  readonly held: readonly Held[];
}
