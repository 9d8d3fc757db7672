/** @file Text that is broken into lines where it is too long, between brackets. After Wadler's "A prettier printer". */

export type Doc =
  | string
  | readonly Doc[]
  /** All on one line if there is room, and nothing in it has to be broken. */
  | { readonly kind: "group"; readonly doc: Doc; readonly isBroken: boolean }
  | { readonly kind: "nest"; readonly doc: Doc }
  /** A line break in a broken group, `flat` in one that fits. */
  | { readonly kind: "line"; readonly flat: string }
  /** Only in a broken group. */
  | { readonly kind: "broken"; readonly text: string }
  /** A comment behind a line: it may stick out. */
  | { readonly kind: "note"; readonly text: string }
  /** Always a line break. */
  | { readonly kind: "newline" };

const space: Doc = { kind: "line", flat: " " };
const nothing: Doc = { kind: "line", flat: "" };
export const newline: Doc = { kind: "newline" };
/** A place to break at: a space where there is room. */
export const breakable: Doc = space;
/** A place to break at, with nothing there otherwise. */
export const softBreak: Doc = nothing;

export const nest = (doc: Doc): Doc => ({ kind: "nest", doc });

export function join(items: readonly Doc[], separator: Doc): Doc[] {
  return items.flatMap((item, i) => (i === 0 ? [item] : [separator, item]));
}

/** Items between brackets: on one line, or each on its own. `padding` stands inside the brackets of one line. */
export function bracketed(
  open: string,
  items: readonly Doc[],
  close: string,
  { isBroken = false, padding = "" }: { readonly isBroken?: boolean; readonly padding?: "" | " " } = {},
): Doc {
  if (items.length === 0) return open + close;
  const edge: Doc = padding === " " ? space : nothing;
  const last = items[items.length - 1];
  // A lone item that has brackets of its own breaks there.
  if (items.length === 1 && !isBroken && padding === "" && isGroup(last)) return [open, last, close];
  const inner = [nest([edge, ...join(items, [",", space])]), { kind: "broken", text: "," } as const, edge];
  return { kind: "group", isBroken, doc: [open, ...inner, close] };
}

/** Something in brackets that is broken at its own places. */
export const enclosed = (open: string, inner: Doc, close: string): Doc => ({
  kind: "group",
  isBroken: false,
  doc: [open, nest([nothing, inner]), nothing, close],
});

/** What follows is indented where it is broken. */
export const hanging = (head: Doc, rest: Doc): Doc => ({ kind: "group", isBroken: false, doc: [head, nest(rest)] });

/** Brackets that are only there where what they enclose is broken. */
export const whenBroken = (open: string, inner: Doc, close: string): Doc => ({
  kind: "group",
  isBroken: false,
  doc: [{ kind: "broken", text: open }, nest([nothing, inner]), nothing, { kind: "broken", text: close }],
});

const isGroup = (doc: Doc): boolean => typeof doc !== "string" && "kind" in doc && doc.kind === "group";

export interface LayoutOptions {
  readonly width: number;
  readonly indent: string;
}

type Mode = "flat" | "broken";

export function layout(doc: Doc, { width, indent }: LayoutOptions): string {
  let text = "";
  let column = 0;
  const put = (piece: string) => {
    text += piece;
    const at = piece.lastIndexOf("\n");
    column = at < 0 ? column + piece.length : piece.length - at - 1;
  };
  const stack: [doc: Doc, depth: number, mode: Mode][] = [[doc, 0, "broken"]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [part, depth, mode] = next;
    if (typeof part === "string") put(part);
    else if (!("kind" in part)) for (let i = part.length - 1; i >= 0; i--) stack.push([part[i], depth, mode]);
    else if (part.kind === "nest") stack.push([part.doc, depth + 1, mode]);
    else if (part.kind === "broken") put(mode === "broken" ? part.text : "");
    else if (part.kind === "newline" || (part.kind === "line" && mode === "broken")) put(`\n${indent.repeat(depth)}`);
    else if (part.kind === "line") put(part.flat);
    else if (part.kind === "note") put(part.text);
    else {
      const isBroken = mustBreak(part) || (mode === "broken" && !fits(part.doc, stack, width - column));
      stack.push([part.doc, depth, isBroken ? "broken" : "flat"]);
    }
  }
  return text.replaceAll(/[ \t]+$/gm, "");
}

function mustBreak(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (!("kind" in doc)) return doc.some(mustBreak);
  if (doc.kind === "group") return doc.isBroken || mustBreak(doc.doc);
  return doc.kind === "newline" || (doc.kind === "nest" && mustBreak(doc.doc));
}

/** Whether a doc and what follows it on its line have room. */
function fits(doc: Doc, rest: readonly (readonly [Doc, number, Mode])[], room: number): boolean {
  let left = room;
  let at = rest.length;
  const stack: (readonly [Doc, Mode])[] = [[doc, "flat"]];
  while (left >= 0) {
    let next = stack.pop();
    if (next === undefined) {
      const following = rest[--at];
      if (following === undefined) return true;
      next = [following[0], following[2]];
    }
    const [part, mode] = next;
    if (typeof part === "string") left -= part.length;
    else if (!("kind" in part)) for (let i = part.length - 1; i >= 0; i--) stack.push([part[i], mode]);
    else if (part.kind === "nest" || part.kind === "group") stack.push([part.doc, mode]);
    else if (part.kind === "newline" || (part.kind === "line" && mode === "broken")) return true;
    else if (part.kind === "line") left -= part.flat.length;
  }
  return false;
}
