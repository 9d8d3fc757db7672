/** @file Tries a loss on other data: which of them it is a scalar on that a gradient starts from. */
import type { Trail } from "../language/fitting/neighbours.ts";
import type { Program } from "../language/program.ts";
import { descendedBy, isGood, reachOf, reportOn } from "./attempt.ts";
import type { Host } from "./host.ts";
import type { Alternative } from "./protocol.ts";
import { searched } from "./search.ts";

/** So many that fit well are enough to choose from. */
export const ENOUGH = 3;

/** What a loss fits. */
export interface Fits {
  /** Places of the alternatives. */
  readonly places: readonly number[];
  /** How its tensors are come by, where these are among them. */
  readonly trail: Trail;
}

/**
 * The places of the first that fits of each group: it falls and its field's metrics get better, or else it falls, or else it falls and operands met
 * by expansion. Where it falls nowhere, of each group the first on which it is a scalar at least. Ends when `enough` fit well. `onTry` is told before each.
 */
export function fitsOf(
  program: Program,
  alternatives: readonly Alternative[],
  host: Host,
  onTry: () => void,
  enough = ENOUGH,
): Fits {
  const found = new Map<string, { readonly place: number; readonly fitness: number }>();
  let trail: Trail = [];
  alternatives.forEach((alternative, place) => {
    const { group, experiment } = alternative;
    const before = found.get(group);
    if (before !== undefined && before.fitness >= 3) return;
    if ([...found.values()].filter(({ fitness }) => fitness === 4).length >= enough) return;
    onTry();
    if (alternative.isSearched) {
      const tensors = searched(program, experiment, alternative.arguments, host, onTry);
      if (tensors === null) return;
      trail = tensors.trail;
      found.set(group, { place, fitness: tensors.fitness === 3 ? 4 : tensors.fitness });
      return;
    }
    const fitness = fitnessOn(program, alternative, host);
    if (fitness > (before?.fitness ?? 0)) found.set(group, { place, fitness });
  });
  const all = [...found.values()];
  const falling = all.filter(({ fitness }) => fitness > 1);
  const places = (falling.length > 0 ? falling : all)
    .sort((a, b) => Math.max(3, b.fitness) - Math.max(3, a.fitness) || a.place - b.place)
    .map(({ place }) => place);
  return { places, trail };
}

/** 4: it falls, and what is measured gets better. 3: it falls. 2: it falls, and operands met by expansion. 1: a scalar. 0: not that. */
function fitnessOn(program: Program, alternative: Alternative, host: Host): number {
  if (reachOf(program, alternative, host) !== Number.POSITIVE_INFINITY) return 0;
  const report = reportOn(program, alternative, host);
  if (!isGood(report)) return 0;
  const { falls, helps } = descendedBy(program, alternative, host);
  if (!falls) return 1;
  if (report.hazards.some(({ code }) => code === "silent-broadcast")) return 2;
  return helps ? 4 : 3;
}
