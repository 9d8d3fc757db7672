/** @file What is known about a lane's loss, findings first: plain data for the list in its inspector. Pure. */
import { severityOf } from "../../engine/inspect/hazards.ts";
import type { Fix, Range } from "../../engine/language/program.ts";
import { defaultHandling, type VectorHandling } from "../../engine/vector/handling.ts";
import type { LaneResult } from "../store/store.ts";
import { moreText } from "./format.ts";
import { type About, hazardTitle, judgementOf, remarkOf } from "./hazard-words.ts";
import { lineOf, SourceText } from "./source-text.ts";
import { termWords } from "./term-words.ts";
import { verdictOf } from "./verdict.ts";
import { wentWell } from "./went-well.ts";

/** `noted`: neither good nor bad. */
export type CheckState = "failed" | "warning" | "noted" | "passed";

export interface Check {
  readonly id: string;
  readonly state: CheckState;
  readonly title: string;
  readonly text: string;
  /** What it is good to know for, and how it was found; null where the text says so. */
  readonly means: string | null;
  /** PyTorch's own line, where PyTorch would raise. */
  readonly pytorch: string | null;
  readonly place: (Range & { readonly line: number }) | null;
  /** The first is the best known. */
  readonly fixes: readonly Fix[];
  /** How many it stands for. */
  readonly count: number;
}

const TYPES = "Types disagree";

const order: Readonly<Record<CheckState, number>> = { failed: 0, warning: 1, noted: 2, passed: 2 };

/** `known`: what experiments with the loss came to. */
export function checksOf(
  result: LaneResult,
  handling: VectorHandling = defaultHandling,
  known: readonly Check[] = [],
): Check[] {
  const { compilation, report, source, phase } = result;
  if (compilation === null || phase === "waiting" || phase === "paused") return [];
  const placed = (place: Range | null) => (place === null ? null : { ...place, line: lineOf(source, place.start) });
  const verdict = verdictOf(result, handling);
  const isJudged = report !== null && report.failure === null && result.stopped === null && !verdict.isBlocked;
  if (!isJudged) {
    if (verdict.label === null) return [];
    const { label, reason, pytorch, exception, place, fixes } = verdict;
    return [
      {
        id: "verdict",
        state: "failed",
        title: label,
        text: reason,
        means: null,
        pytorch: quoted(pytorch, exception),
        place: placed(place),
        fixes,
        count: 1,
      },
    ];
  }
  const about: About = { text: new SourceText(source, compilation, result.language), report, handling };
  const ofHazards = report.hazards.flatMap((hazard, i): Check[] => {
    const judgement = judgementOf(about, hazard);
    const remark = remarkOf(about, hazard);
    const said = judgement === null ? remark?.text : judgement.reason;
    if (said === undefined) return [];
    const isHandled = judgement?.label === "Vector";
    const place = judgement?.place ?? about.text.place(hazard.probe);
    return [
      {
        id: `${hazard.code} ${i}`,
        state: isHandled ? "passed" : severityOf(hazard.code) === "error" ? "failed" : "warning",
        title: isHandled ? `Vector ${verdict.shape ?? ""}` : hazardTitle(hazard.code),
        text: said,
        means: null,
        pytorch: quoted(judgement?.pytorch?.line ?? null, judgement?.pytorch?.exception ?? null),
        place: isHandled ? null : placed(place),
        fixes: judgement?.fixes ?? remark?.fixes ?? [],
        count: 1,
      },
    ];
  });
  const ofTypes = verdict.notes
    .filter(({ code }) => code === "type")
    .map(
      ({ text, place, fixes }, i): Check => ({
        id: `type ${i}`,
        state: "warning",
        title: TYPES,
        text,
        means: null,
        pytorch: null,
        place: placed(place),
        fixes,
        count: 1,
      }),
    );
  const more = verdict.moreNotes.map(
    ({ code, count }): Check => ({
      id: `more ${code}`,
      state: "warning",
      title: code === "type" ? TYPES : hazardTitle(code),
      text: moreText(count),
      means: null,
      pytorch: null,
      place: null,
      fixes: [],
      count,
    }),
  );
  const terms = termWords(about.text, report);
  const good = [...wentWell(report), ...(terms === null ? [] : [{ id: "terms", ...terms }])].map(
    ({ id, title, text }): Check => ({
      id,
      state: "passed",
      title,
      text,
      means: null,
      pytorch: null,
      place: null,
      fixes: [],
      count: 1,
    }),
  );
  return [...ofHazards, ...ofTypes, ...more, ...known, ...good].sort((a, b) => order[a.state] - order[b.state]);
}

const quoted = (line: string | null, exception: string | null): string | null =>
  line === null ? null : `PyTorch: “${line}”${exception === null ? "" : ` (${exception})`}`;
