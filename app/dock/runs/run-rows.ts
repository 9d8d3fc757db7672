/** @file What is said of a run that was kept: its settings in words, and where runs differ. Pure. */
import { catalogue } from "../../../engine/data/catalogue.ts";
import { settingsOf } from "../../../engine/study/settings.ts";
import { valueText } from "../../../engine/study/sweep.ts";
import { TENSORS } from "../../document/document.ts";
import { type KeptRun, laneOfRun } from "../../document/kept-run.ts";
import { OWN } from "../../document/own-data.ts";
import { differencesOf, type RunSubject } from "../../store/run-changes.ts";
import { subjectOfKept } from "../../store/kept-runs.ts";
import { formatCount, formatShape } from "../../verdict/format.ts";
import { titleOf } from "../../verdict/handling-words.ts";

export const titleOfRun = (run: KeptRun): string => run.name || laneOfRun(run).name || "Untitled";

function dataTitle({ experiment: { dataset, tensors }, data }: RunSubject): string {
  if (dataset === OWN) return data?.title || "own data";
  if (dataset === TENSORS) return tensors.map(({ shape }) => formatShape(shape)).join(", ");
  return catalogue.find(({ id }) => id === dataset)?.title ?? dataset;
}

/** Every setting of a run, by its name, as text. */
export function settingTexts(subject: RunSubject): ReadonlyMap<string, string> {
  const { experiment } = subject;
  const { model, seed, steps } = experiment;
  const layers = model.kind === "linear" ? "linear" : `MLP ${model.widths.join("-")}`;
  const others = settingsOf(experiment)
    .filter(({ name }) => name !== "width" && name !== "steps")
    .map((setting) => [setting.name, valueText(setting.of(experiment))] as const);
  return new Map([
    ["data", dataTitle(subject)],
    ["model", layers],
    ...others,
    ["seed", String(seed)],
    ["steps", formatCount(steps)],
    ["vector handling", titleOf(subject.handling)],
    ["language", subject.language],
  ]);
}

export interface DifferingSetting {
  readonly name: string;
  readonly texts: readonly string[];
}

/** Only those settings in which they are not all alike. */
export function differingSettings(subjects: readonly RunSubject[]): readonly DifferingSetting[] {
  const all = subjects.map(settingTexts);
  const names = [...new Set(all.flatMap((texts) => [...texts.keys()]))];
  return names
    .map((name) => ({ name, texts: all.map((texts) => texts.get(name) ?? "–") }))
    .filter(({ texts }) => new Set(texts).size > 1);
}

/** In what a run is another than the present: `lr 0.1, seed 3`; empty where it is the same. */
export function settingsBeside(run: KeptRun, present: RunSubject | null): string {
  const subject = subjectOfKept(run);
  if (present === null) return [...settingTexts(subject)].map(([name, text]) => `${name} ${text}`).join(", ");
  const [own, now] = [settingTexts(subject), settingTexts(present)];
  const words = [...own].filter(([name, text]) => now.get(name) !== text).map(([name, text]) => `${name} ${text}`);
  const isOther = differencesOf(subject, { ...present, source: subject.source }).length > 0;
  return words.length === 0 && isOther ? "other settings" : words.join(", ");
}

/** The metric that is looked at, or the first that there is; undefined where there is none. */
export const metricOfRun = ({ outcome }: KeptRun, metric: string, split: "training" | "validation") =>
  outcome.metrics[split].find(({ name }) => name === metric) ?? outcome.metrics[split][0];

/** Newest first, or best first by a metric; what has none comes last. */
export function orderedRuns(
  list: readonly KeptRun[],
  order: "newest" | "best",
  {
    metric,
    split,
    isHighBetter,
  }: { readonly metric: string; readonly split: "training" | "validation"; readonly isHighBetter: boolean },
): readonly KeptRun[] {
  if (order === "newest") return list;
  const badness = ({ outcome }: KeptRun): number => {
    const value = outcome.metrics[split].find(({ name }) => name === metric)?.value ?? Number.NaN;
    if (!Number.isFinite(value) || outcome.status === "failed") return Number.POSITIVE_INFINITY;
    return isHighBetter ? -value : value;
  };
  // Two that diverged stay as they are.
  return list.toSorted((a, b) => {
    const [one, other] = [badness(a), badness(b)];
    return one === other ? 0 : one - other;
  });
}

/** `21:34` today, `30 Nov 21:34` before. */
export function timeText(made: number, now: number): string {
  const [at, today] = [new Date(made), new Date(now)];
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === today.toDateString()) return time;
  return `${at.toLocaleDateString("en-GB", { day: "numeric", month: "short" })} ${time}`;
}
