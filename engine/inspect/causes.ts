/** @file Why no gradient reaches the predictions: walks back over origins from what was returned, and from nothing else. */
import { gradientKind } from "../ops/registry.ts";
import { cutKind, isWall } from "./cuts.ts";
import type { Origin } from "./origins.ts";

/** An op that lets no gradient through, and where. */
export interface Cutter {
  readonly op: string;
  readonly probe: number | null;
}

/** Where a value that was made of the predictions lost them. */
export interface Cut extends Cutter {
  /** The result holds nothing of it: only an `if` asked. */
  readonly isAsked: boolean;
  /** What cuts as well, between there and the result: whoever mends the one is stopped by the other. */
  readonly also: Cutter | null;
}

/** What cut the result off; null where it never had to do with the predictions. */
export function cutOf(roots: readonly Origin[], decisions: readonly Origin[] = []): Cut | null {
  const found = cutsOf(roots);
  const [first] = found.filter(({ op }) => !isWall(op));
  const cut = first ?? found[0];
  if (cut !== undefined) return { ...cut, isAsked: false };
  if (roots.some(({ reaches }) => reaches)) return null;
  const [asked] = cutsOf(decisions);
  return asked === undefined ? null : { ...asked, isAsked: true };
}

type Found = Omit<Cut, "isAsked">;

interface Step {
  readonly origin: Origin;
  /** The nearest to the predictions, of those passed so far, through which nothing comes whatever is mended. */
  readonly wall: Origin | null;
  /** What cuts by itself, on the way here from the result. */
  readonly cutters: readonly Origin[];
}

/**
 * Every cut on the way back. Where something on a path passes no gradient whatever is mended before it (a comparison after detach), that is
 * the cut of the path: advice to take the other away would lead from one error to the next.
 */
function cutsOf(roots: readonly Origin[]): Found[] {
  const found: Found[] = [];
  const seen = [new Set<Origin>(), new Set<Origin>()] as const;
  const stack = roots.map((origin): Step => ({ origin, wall: null, cutters: [] }));
  for (let step = stack.shift(); step !== undefined; step = stack.pop()) {
    const { origin, wall, cutters } = step;
    const known = seen[wall === null ? 0 : 1];
    if (!origin.depends || origin.reaches || known.has(origin)) continue;
    known.add(origin);
    const own = nameOf(origin);
    const next = own !== null && isWall(own) ? origin : wall;
    const passed = cutsAnything(origin, own) ? [...cutters, origin] : cutters;
    if (origin.inputs.some(({ reaches }) => reaches)) {
      const cause = next ?? origin;
      const after = passed.includes(cause) ? passed.slice(0, passed.indexOf(cause)) : passed;
      const also = nameOf(cause) === "numpy" ? undefined : after.findLast(({ probe }) => probe !== cause.probe);
      found.push({
        op: nameOf(cause) ?? cause.op ?? "",
        probe: cause.probe,
        also: also === undefined ? null : cutterOf(also),
      });
    }
    for (const input of origin.inputs) stack.push({ origin: input, wall: next, cutters: passed });
  }
  return found;
}

/** Even of something that has a gradient: what merely passes on numbers that have none does not. */
function cutsAnything({ op, tensor }: Origin, name: string | null): boolean {
  if (name === null || name === "number" || name === "no_grad") return false;
  const kind = cutKind(name);
  if (kind === null || kind === "form") return false;
  return kind !== "whole" || op === "long" || op === "int" || tensor?.dtype.startsWith("int") === true;
}

const cutterOf = (origin: Origin): Cutter => ({ op: nameOf(origin) ?? origin.op ?? "", probe: origin.probe });

/** What cuts there: an op that has a gradient was kept from it by no_grad. */
export function nameOf({ op, tensor, isUntaped }: Origin): string | null {
  if (op === null) return null;
  const isIndexOrMask = tensor !== null && (tensor.dtype === "bool" || tensor.dtype.startsWith("int"));
  const isCut = cutKind(op) !== null && (gradientKind(op) === "none" || isIndexOrMask || tensor === null);
  if (!isCut && isUntaped && op !== "grad" && op !== "numpy" && op !== "data") return "no_grad";
  return op;
}
