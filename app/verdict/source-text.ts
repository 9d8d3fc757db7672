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
