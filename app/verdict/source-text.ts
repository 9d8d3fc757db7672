/** @file A loss's text with its probes: where things are, what stands there, and edits that mend it. */
import type { Compilation, Fix, Operand, Probe, Range, TextEdit } from "../../engine/language/program.ts";
import type { LaneLanguage } from "../document/document.ts";
import { oneLine } from "./format.ts";

/** What stands before and behind an expression that adds several tensors up. */
const adders = {
  python: { sequence: ["sum((", "))"], dict: ["sum((", ").values())"] },
  typescript: { sequence: ["torch.stack(", ").sum()"], dict: ["torch.stack(Object.values(", ")).sum()"] },
} as const satisfies Record<LaneLanguage, object>;

export class SourceText {
  constructor(
    readonly source: string,
    readonly compilation: Compilation,
    readonly language: LaneLanguage,
  ) {}

  probe(index: number | null): Probe | null {
    return index === null ? null : (this.compilation.program?.probes[index] ?? null);
  }

  place(index: number | null): Range | null {
    const probe = this.probe(index);
    return probe === null ? null : { start: probe.start, end: probe.end };
  }

  line(index: number | null): string {
    const place = this.place(index);
    return place === null ? "" : ` (line ${lineOf(this.source, place.start)})`;
  }

  quote(index: number | null): string {
    const place = this.place(index);
    return place === null ? "the loss" : oneLine(this.source.slice(place.start, place.end), 60);
  }

  isPerSample(shape: readonly number[]): boolean {
    return shape.length > 0 && (shape[0] ?? 0) > 1;
  }

  append(index: number | null, call: string): Fix[] {
    const probe = this.probe(index);
    if (probe === null) return [];
    return [{ title: `Append ${call}`, edits: postfix(probe, call) }];
  }

  /** What an expression computes with, left to right. */
  operandsOf(index: number | null): readonly Operand[] {
    const probe = this.probe(index);
    if (probe === null) return [];
    if (probe.operands !== undefined) return probe.operands;
    const inside = (this.compilation.program?.probes ?? []).filter(
      (other) =>
        other.start >= probe.start && other.end <= probe.end && other.end - other.start < probe.end - probe.start,
    );
    const isWithin = (a: Range, b: Range) => a !== b && a.start >= b.start && a.end <= b.end;
    return inside.filter((part) => !inside.some((other) => isWithin(part, other))).sort((a, b) => a.start - b.start);
  }

  /** Names in an expression that failed with this message, as what was likely meant. */
  renames(within: Range | null, message: string): Fix[] {
    const { renames, diagnostics } = this.compilation;
    const fixes = [
      ...(renames ?? []).map((edit) => ({ title: `Rename to ${edit.text}`, edits: [edit] })),
      ...diagnostics.flatMap(({ code, fix }) => (code === "type" && fix !== undefined ? [fix] : [])),
    ];
    return fixes
      .filter(({ edits: [edit] }) => {
        if (edit === undefined) return false;
        const isInside = within === null || (edit.start >= within.start && edit.end <= within.end);
        return isInside && message.split(/\W+/).includes(this.source.slice(edit.start, edit.end));
      })
      .slice(0, 1);
  }

  /** Makes one tensor of several that are returned in a container. */
  addUp(index: number | null, container: "tuple" | "list" | "dict"): Fix[] {
    const place = this.place(index);
    if (place === null) return [];
    const [before, after] = adders[this.language][container === "dict" ? "dict" : "sequence"];
    return [
      {
        title: "Add them up",
        edits: [
          { start: place.start, end: place.start, text: before },
          { start: place.end, end: place.end, text: after },
        ],
      },
    ];
  }

  /** Takes `.detach()` and the like away, where it ends the expression. */
  removeCall(index: number | null, name: string): Fix[] {
    const place = this.place(index);
    if (place === null) return [];
    const text = this.source.slice(place.start, place.end);
    const match = new RegExp(`\\.\\s*${name}\\(\\s*\\)$`).exec(text);
    if (match === null) return [];
    return [{ title: `Remove .${name}()`, edits: [{ start: place.start + match.index, end: place.end, text: "" }] }];
  }

  /** Two pieces of the text in each other's place. */
  swap(one: number | null, other: number | null): Fix[] {
    const [first, second] = [this.place(one), this.place(other)];
    if (first === null || second === null) return [];
    return [
      {
        title: `Swap ${this.code(first)} and ${this.code(second)}`,
        edits: [
          { ...first, text: this.code(second) },
          { ...second, text: this.code(first) },
        ],
      },
    ];
  }

  code(place: Range | null): string {
    return place === null ? "" : this.source.slice(place.start, place.end);
  }

  /** Takes `.data` and the like away, where it ends the expression. */
  removeAttribute(index: number | null, name: string): Fix[] {
    const place = this.place(index);
    if (place === null || !this.code(place).endsWith(`.${name}`)) return [];
    return [{ title: `Remove .${name}`, edits: [{ start: place.end - name.length - 1, end: place.end, text: "" }] }];
  }

  /** What a call was made on, in its place: x of x.clamp(0, 1) and of torch.clamp(x, 0, 1). */
  unwrapCall(index: number | null, name: string): Fix[] {
    const place = this.place(index);
    if (place === null) return [];
    const code = this.code(place);
    const [first] = this.operandsOf(index);
    const isFunction = new RegExp(`^(torch|F)\\.${name}\\(`).test(code) && code.endsWith(")");
    const operand = isFunction
      ? this.operandsOf(index).find(({ start }) => start >= place.start + code.indexOf("("))
      : first;
    if (operand === undefined) return [];
    const isMethod = new RegExp(`^\\s*\\.${name}\\([^()]*\\)$`).test(this.source.slice(operand.end, place.end));
    if (!isFunction && !(isMethod && operand.start === place.start)) return [];
    const inner = this.code(operand);
    const after = this.source.slice(place.end, place.end + 1);
    const needsGroup = !operand.takesPostfix && !/^[\s),;]?$/.test(after);
    return [{ title: `Take ${name}() out`, edits: [{ ...place, text: needsGroup ? `(${inner})` : inner }] }];
  }

  /** A call is given one argument more; none that has it already. */
  addKeyword(index: number | null, name: string, value: string): Fix[] {
    const place = this.place(index);
    if (place === null || this.language !== "python") return [];
    const code = this.code(place);
    if (!code.endsWith(")") || new RegExp(`\\b${name}\\b`).test(code)) return [];
    const at = place.end - 1;
    return [{ title: `Add ${name}=${value}`, edits: [{ start: at, end: at, text: `, ${name}=${value}` }] }];
  }
}

/** A call written behind an expression, in parentheses where it needs them. */
export function postfix({ start, end, takesPostfix }: Operand, call: string): TextEdit[] {
  if (takesPostfix) return [{ start: end, end, text: call }];
  return [
    { start, end: start, text: "(" },
    { start: end, end, text: `)${call}` },
  ];
}

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}
