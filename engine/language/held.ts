/**
 * @file How a parameter holds its tensors: one, or several in a list, a tuple, a dict or an object, nested. A document has it as text, which is
 * Python with a `_` for each tensor: `[_, _]`, `(_, _)`, `{"pred_logits": _, "pred_boxes": _}`, `object(logits=_)`.
 */

export type Held = "tensor" | Group;

export interface Group {
  readonly kind: "list" | "tuple" | "dict" | "object";
  readonly parts: readonly Part[];
}

export interface Part {
  /** A dict's key, an object's attribute; of a list or a tuple what its user calls it, if anything. */
  readonly name: string;
  readonly held: Held;
}

/** Tensors of one parameter, and groups in groups. */
export const heldLimits = { tensors: { min: 1, max: 12 }, depth: 3, text: 400 } as const;

const known = new Map<string, Group>();
/** Texts come from documents: some hundreds at most are kept. */
const KEPT = 256;

/** null for what is no such text: nothing in it, too many tensors, too deep. */
export function parseHeld(text: string): Group | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (text.length > heldLimits.text) return null;
  const reader = new Reader(text);
  const held = reader.group(1);
  if (held === null || !reader.isDone) return null;
  const count = leafCount(held);
  if (count < heldLimits.tensors.min || count > heldLimits.tensors.max) return null;
  if (known.size >= KEPT) known.clear();
  known.set(text, held);
  return held;
}

export function heldText(held: Held): string {
  if (held === "tensor") return "_";
  const parts = held.parts.map(({ held: part }) => heldText(part));
  switch (held.kind) {
    case "list":
      return `[${parts.join(", ")}]`;
    case "tuple":
      return `(${parts.join(", ")}${parts.length === 1 ? "," : ""})`;
    case "dict":
      return `{${held.parts.map(({ name }, i) => `${JSON.stringify(name)}: ${parts[i]}`).join(", ")}}`;
    case "object":
      return `object(${held.parts.map(({ name }, i) => `${name}=${parts[i]}`).join(", ")})`;
  }
}

export const leafCount = (held: Held): number =>
  held === "tensor" ? 1 : held.parts.reduce((sum, part) => sum + leafCount(part.held), 0);

export interface Leaf {
  /** As Python would take it out: `outputs["pred_boxes"]`, `features[0]`. */
  readonly label: string;
  /** The innermost name on the way to it. */
  readonly name: string;
}

/** In the order in which they are taken. */
export function leavesOf(name: string, held: Held, label = name): Leaf[] {
  if (held === "tensor") return [{ label, name }];
  return held.parts.flatMap((part, i) => {
    const within =
      held.kind === "object"
        ? `${label}.${part.name}`
        : `${label}[${held.kind === "dict" ? JSON.stringify(part.name) : i}]`;
    return leavesOf(part.name === "" ? name : part.name, part.held, within);
  });
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isDone(): boolean {
    this.#blank();
    return this.#at === this.#text.length;
  }

  group(depth: number): Group | null {
    if (depth > heldLimits.depth) return null;
    if (this.#take("[")) return this.#parts("list", "]", depth, () => "");
    if (this.#take("(")) return this.#parts("tuple", ")", depth, () => "");
    if (this.#take("{")) return this.#parts("dict", "}", depth, () => this.#key());
    return this.#take("object(") ? this.#parts("object", ")", depth, () => this.#attribute()) : null;
  }

  #parts(kind: Group["kind"], end: string, depth: number, nameOf: () => string | null): Group | null {
    const parts: Part[] = [];
    while (!this.#take(end)) {
      const name = nameOf();
      if (name === null || (name !== "" && parts.some((part) => part.name === name))) return null;
      const held = this.#take("_") ? "tensor" : this.group(depth + 1);
      if (held === null) return null;
      parts.push({ name, held });
      if (!this.#take(",")) return this.#take(end) ? { kind, parts } : null;
    }
    return { kind, parts };
  }

  #key(): string | null {
    const quoted = this.#match(/["']([^"'\\\n]{1,60})["']\s*:/y);
    return quoted?.[1] ?? null;
  }

  #attribute(): string | null {
    return this.#match(/([A-Za-z_]\w{0,59})\s*=/y)?.[1] ?? null;
  }

  #take(word: string): boolean {
    this.#blank();
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    this.#blank();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #blank(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
