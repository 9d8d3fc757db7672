/** @file A loss's text with its probes: where things are, what stands there, and edits that mend it. */
import type { Compilation, Fix, Probe, Range } from "../../engine/language/program.ts";
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
    const edits = probe.takesPostfix
      ? [{ start: probe.end, end: probe.end, text: call }]
      : [
          { start: probe.start, end: probe.start, text: "(" },
          { start: probe.end, end: probe.end, text: `)${call}` },
        ];
    return [{ title: `Append ${call}`, edits }];
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

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}
