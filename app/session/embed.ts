/** @file The page as a part of another one: `?embed` shows the whole comparison, `?embed=B` one lane; `&controls=none` leaves out what changes it. */
import type { Lane, LossDocument } from "../document/document.ts";

export interface Embedding {
  /** null for all lanes. */
  readonly lane: string | null;
  readonly hasControls: boolean;
}

/** null where the page stands for itself. */
export function embeddingOf(query: string): Embedding | null {
  const parameters = new URLSearchParams(query);
  const lane = parameters.get("embed");
  if (lane === null) return null;
  return { lane: lane === "" ? null : lane, hasControls: parameters.get("controls") !== "none" };
}

export function queryOf({ lane, hasControls }: Embedding): string {
  return `?embed${lane === null ? "" : `=${lane}`}${hasControls ? "" : "&controls=none"}`;
}

/** With the one lane that is shown; all of them where there is no such lane. */
export function partOf(document: LossDocument, { lane }: Embedding): LossDocument {
  const lanes = document.lanes.filter(({ id }) => id === lane);
  // What all lanes came to together is no hash of one.
  const study = { seeds: null, sweep: document.study.sweep === null ? null : { ...document.study.sweep, mark: null } };
  return lanes.length === 0 ? document : { ...document, lanes, study };
}

/** What is shown, and the lanes of the whole document that are not, in their places. */
export function wholeOf(shown: LossDocument, whole: LossDocument | null): LossDocument {
  if (whole === null) return shown;
  const isThere = (id: string): boolean => shown.lanes.some((lane) => lane.id === id);
  const lanes = [...whole.lanes.filter(({ id }) => !isThere(id)), ...shown.lanes].sort(
    (a, b) => placeOf(a, whole) - placeOf(b, whole),
  );
  // On other data or settings the hidden lanes' runs would be others.
  const isAsBefore = JSON.stringify([shown.experiment, shown.data]) === JSON.stringify([whole.experiment, whole.data]);
  const hidden = Object.entries(whole.runs).filter(([id]) => isAsBefore && !isThere(id));
  // Nor is that of the one a hash of all.
  const study = { ...shown.study, seeds: null };
  return { ...shown, lanes, runs: { ...Object.fromEntries(hidden), ...shown.runs }, study };
}

/** Lanes that were added come last. */
function placeOf({ id }: Lane, { lanes }: LossDocument): number {
  const at = lanes.findIndex((lane) => lane.id === id);
  return at < 0 ? lanes.length : at;
}

export function snippetOf(url: string, title: string): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="720" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;
}
