/** @file How the plane lies: which directions, through which lanes' paths, how far; and what its axes are called. Pure. */
import {
  around,
  type Directions,
  moved,
  parameterDirections,
  parameterName,
  principalDirections,
  randomDirections,
} from "../../../engine/study/landscape/directions.ts";
import type { Plane, SurveyOf } from "../../../engine/study/landscape/facts.ts";
import { projected } from "../../../engine/study/landscape/plane.ts";
import type { Place } from "../../charts/plane/grid.ts";

export const planeKinds = ["path", "random", "parameters"] as const;
export type PlaneKind = (typeof planeKinds)[number];

export const sides = ["25", "41"] as const;
export const reaches = ["0.5", "1", "2", "4"] as const;

export interface PlaneWish {
  /** null: the exact plane where there are two parameters, and else the path's. */
  readonly kind: PlaneKind | null;
  /** Of random directions. */
  readonly seed: number;
  /** Two parameters by their number; null for those that moved most. */
  readonly pair: readonly [number, number] | null;
  /** How far the plane goes: times as far as the paths, or as the filters are long. */
  readonly reach: number;
  readonly side: number;
  /** Of a lane's loss of several components, the one that is drawn. */
  readonly components: Readonly<Record<string, number | null>>;
}

export const plainWish: PlaneWish = { kind: null, seed: 0, pair: null, reach: 1, side: 25, components: {} };

/** What of a wish decides how the plane lies. */
export const samePlane = ({ kind, seed, pair, reach }: PlaneWish): string => JSON.stringify([kind, seed, pair, reach]);

export interface LanePath extends SurveyOf<"path"> {
  readonly moments: readonly Float32Array[];
}

export interface LaidLane {
  readonly lane: string;
  readonly path: LanePath;
}

export interface Lay {
  /** What it is made of. */
  readonly of: readonly unknown[];
  readonly kind: PlaneKind;
  /** null where there is no such plane; `why` says so. */
  readonly plane: Plane | null;
  readonly why: string | null;
  readonly across: string;
  readonly up: string;
  /** The lanes that lie in it: those that train the same parameters as the first. */
  readonly lanes: readonly string[];
  readonly others: readonly string[];
  /** Each lane's path in the plane's coordinates. */
  readonly routes: readonly { readonly lane: string; readonly places: readonly Place[]; readonly isLost: boolean }[];
  readonly pair: readonly [number, number] | null;
  /** Parameters that may be chosen, those that moved most first. */
  readonly choices: readonly { readonly at: number; readonly name: string }[];
}

/** So many parameters are offered. */
const MOST_CHOICES = 200;
/** Moments of all lanes that decide the principal directions. */
const MOST_POINTS = 64;

const shapesOf = ({ tensors }: LanePath): string => JSON.stringify(tensors.map(({ shape }) => shape));

export function layOf(all: readonly LaidLane[], wish: PlaneWish, of: readonly unknown[]): Lay {
  const [first] = all;
  if (first === undefined) throw new Error("internal: a plane goes through a path");
  const held = all.filter(({ path }) => shapesOf(path) === shapesOf(first.path));
  const others = all.flatMap((each) => (held.includes(each) ? [] : [each.lane]));
  const end = first.path.moments.at(-1) ?? new Float32Array(first.path.width);
  const order = moved(first.path.moments);
  const choices = order.slice(0, MOST_CHOICES).map((at) => ({ at, name: parameterName(first.path.tensors, at) }));
  const [one = 0, two = 1] = order.slice(0, 2).sort((a, b) => a - b);
  const isIn = (at: number): boolean => at < first.path.width;
  const pair = wish.pair?.every(isIn) === true && wish.pair[0] !== wish.pair[1] ? wish.pair : ([one, two] as const);
  const kind = wish.kind ?? (first.path.width === 2 ? "parameters" : "path");
  const base = { of, kind, lanes: held.map(({ lane }) => lane), others, pair, choices };
  const found = directionsOf(kind, wish, pair, held, end);
  if ("why" in found) return { ...base, plane: null, why: found.why, across: "", up: "", routes: [] };
  const { directions, across, up, least } = found;
  const whole = held.filter(({ path }) => path.lostAt === null);
  const points = (whole.length > 0 ? whole : held).flatMap(({ path }) => path.moments);
  const plane = around(directions, points, least, wish.reach);
  return {
    ...base,
    plane,
    why: null,
    across,
    up,
    routes: held.map(({ lane, path }) => ({
      lane,
      places: path.moments.map((moment) => projected(plane, moment)),
      isLost: path.lostAt !== null,
    })),
  };
}

interface Found {
  readonly directions: Directions;
  readonly across: string;
  readonly up: string;
  /** Half as wide as the plane is at least. */
  readonly least: number;
}

function directionsOf(
  kind: PlaneKind,
  { seed }: PlaneWish,
  pair: readonly [number, number],
  held: readonly LaidLane[],
  end: Float32Array,
): Found | { readonly why: string } {
  const tensors = held[0]?.path.tensors ?? [];
  switch (kind) {
    case "random": {
      const directions = randomDirections(end, tensors, seed);
      return directions === null
        ? {
            why: "The model has too few weights for two random directions: choose two parameters, which is its whole plane.",
          }
        : { directions, across: "random direction 1 (filter norms)", up: "random direction 2", least: 1 };
    }
    case "path": {
      const each = Math.max(2, Math.floor(MOST_POINTS / held.length));
      const found = principalDirections(
        end,
        held.map(({ path }) => evenly(path.moments, each)),
      );
      if (found === null)
        return { why: "The path has no second direction: choose two parameters, or random directions." };
      const [first, second] = found.shares.map((share) => `${Number((100 * share).toPrecision(2))} %`);
      return {
        directions: found.directions,
        across: `principal direction 1 (${first} of the path)`,
        up: `principal direction 2 (${second})`,
        least: 1e-6,
      };
    }
    case "parameters": {
      const directions = parameterDirections(end, ...pair);
      const [across, up] = pair.map((at) => parameterName(tensors, at));
      return directions === null
        ? { why: "Two different parameters make a plane." }
        : { directions, across: across ?? "", up: up ?? "", least: 0.1 };
    }
  }
}

function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]).flatMap(
    (each) => each ?? [],
  );
}
