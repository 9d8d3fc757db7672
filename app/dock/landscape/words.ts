/** @file A landscape in words: what is drawn of which loss, what is not, and why. Pure. */
import type { SurveyOf } from "../../../engine/study/landscape/facts.ts";
import type { VectorHandling } from "../../../engine/vector/handling.ts";
import { formatCount, formatNumber } from "../../verdict/format.ts";
import { endsOf, type LaneBasins, type LaneSurface } from "./drawn.ts";
import { type Busy, isFound, type Lack, type Landscapes } from "./Surveyor.ts";

const reasons: Readonly<Record<SurveyOf<"none">["reason"], string>> = {
  size: "has fewer than two parameters, or more than can be laid in a plane",
  scalar: "has no components",
  failed: "could not be run again",
};

export function lackWords(lane: string, lack: Lack): string {
  if (lack.kind === "swapped")
    return `Numbers of lane ${lane} were turned while it trained, so that no text gives its run again: train it anew.`;
  if (lack.kind === "kept")
    return `Lane ${lane} shows a run that was made before: train it, and the loss is seen round it.`;
  if (lack.kind === "ended")
    return `Lane ${lane} did not answer when it was asked away from its path, and was stopped.`;
  return `Lane ${lane} ${reasons[lack.reason]}${lack.failure === null ? "" : `: ${lack.failure}`}.`;
}

/** All that is not drawn, and why. */
export function lacksOf({ paths, surfaces, basins, lay }: Landscapes, lanes: readonly string[]): string[] {
  const of = (held: Readonly<Record<string, { readonly found: { readonly kind: string } | Lack }>>): string[] =>
    lanes.flatMap((lane) => {
      const found = held[lane]?.found;
      return found === undefined || isFound(found) ? [] : [lackWords(lane, found)];
    });
  const others = (lay?.others ?? []).map(
    (lane) =>
      `Lane ${lane} was trained with another model than lane ${lay?.lanes[0] ?? ""}: its parameters lie in no plane of these.`,
  );
  return [
    ...new Set([...of(paths), ...of(surfaces), ...of(basins), ...others, ...(lay?.why == null ? [] : [lay.why])]),
  ];
}

/** What of a loss of several components is drawn. */
export function componentWords(
  { components }: Pick<SurveyOf<"surface">, "components">,
  handling: VectorHandling,
  chosen: number | null,
): string | null {
  if (components < 2) return null;
  const all = `of its ${formatCount(components)} components`;
  if (chosen !== null) return `component ${chosen} ${all}`;
  switch (handling.kind) {
    case "sum":
      return `the sum ${all}, which is what the lane minimises`;
    case "mean":
      return `the mean ${all}, which is what the lane minimises`;
    case "weights":
      return handling.weights.length === components
        ? `the weighted sum ${all}, which is what the lane minimises`
        : `the mean ${all}: there are other weights than components here`;
    case "aggregator":
      return `the mean ${all}: ${handling.name} chooses a direction at each step, and minimises no one number`;
    case "refuse":
      return `the mean ${all}: the lane refuses a vector`;
  }
}

/** Of one lane's map, beside its sign. */
export function surfaceNote({ found, loss, metric }: LaneSurface, value: "loss" | "metric", least: number): string {
  const { values } = value === "loss" ? loss : metric;
  const odd = values.filter((each) => !Number.isFinite(each)).length;
  const parts = [Number.isFinite(least) ? `least ${formatNumber(least)}` : "no finite value"];
  if (odd > 0) parts.push(`${formatCount(odd)} of ${formatCount(values.length)} places are NaN or infinite`);
  if (found.failure !== null) parts.push(`where it fails it says “${found.failure}”`);
  return parts.join("; ");
}

const startsOf = (count: number): string => `${formatCount(count)} ${count === 1 ? "start" : "starts"}`;

export function basinWords({ found }: LaneBasins): string {
  const all = endsOf(found);
  const ends = all.filter(({ letter }) => letter !== null);
  const lost = all.find(({ letter }) => letter === null)?.count ?? 0;
  const total = formatCount(found.basin.length);
  const said = ends
    .slice(0, 4)
    .map(
      ({ letter, count, loss }) =>
        `${letter} from ${startsOf(count)} (loss ${formatNumber(Number(loss.toPrecision(3)))})`,
    );
  const more = ends.length > 4 ? `, and ${formatCount(ends.length - 4)} others` : "";
  const diverged = lost === 0 ? "" : ` ${formatCount(lost)} ${lost === 1 ? "diverges" : "diverge"}.`;
  if (ends.length === 0) return `All ${total} starts diverge.`;
  if (ends.length === 1 && lost === 0) return `All ${total} starts end at one place: ${said.join("")}.`;
  return `${total} starts end at ${ends.length === 1 ? "one place" : `${formatCount(ends.length)} places`}: ${said.join(", ")}${more}.${diverged}`;
}

const doing: Readonly<Record<Busy["what"], string>> = {
  path: "takes its run again",
  surface: "over the plane",
  basins: "from other starts",
};

export const busyWords = ({ lane, what, share }: Busy): string =>
  `Lane ${lane} ${doing[what]}: ${Math.floor(100 * share)} %`;
