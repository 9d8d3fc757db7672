/**
 * @file Finds tensors that a loss takes: it is tried on the likeliest, and where it fails, on what is one change away from those with which it got
 * furthest. A failure deep in the loss says that what came before it was right.
 */
import type { TensorDataset } from "../data/dataset.ts";
import { specLimits } from "../data/tensor-spec.ts";
import type { Candidate } from "../language/fitting/candidate.ts";
import { neighboursOf, type Trail } from "../language/fitting/neighbours.ts";
import { startsFor } from "../language/fitting/starts.ts";
import type { Entry, Program } from "../language/program.ts";
import type { Arguments } from "../language/roles.ts";
import type { Experiment } from "../train/experiment.ts";
import { descendedBy, isGood, reachOf, reportOn, type Tried } from "./attempt.ts";
import type { Host } from "./host.ts";

/** How many are changed one by one: of what is likeliest, and when nothing else is left. */
const CHANGED = { near: 4, far: 12 } as const;
/** Tries altogether. */
const TRIES = 4000;
/** Milliseconds. */
const PATIENCE = 4000;

/** 3: it falls. 2: it falls, and operands met by expansion. 1: a scalar that a gradient starts from. 0: not that. */
type Fitness = 0 | 1 | 2 | 3;

interface Place {
  readonly candidate: Candidate;
  readonly trail: Trail;
  readonly cost: number;
  readonly reach: number;
}

export interface Found {
  readonly trail: Trail;
  readonly fitness: Fitness;
}

/** The dataset that a candidate's tensors make. */
export const tensorsOf = ({ tensors }: Candidate): TensorDataset => ({
  kind: "tensors",
  id: "tensors",
  title: "Tensors",
  tensors,
});

export function searched(
  program: Program,
  experiment: Experiment,
  given: Arguments,
  host: Host,
  onTry: () => void,
): Found | null {
  const search = new Search(program, experiment, host, onTry);
  const entry = { ...program.entry, arguments: given };
  const starts = startsFor({ entry, js: program.js }).map((start, i) => ({ start, trail: [i] }));
  const most = Math.max(...starts.map(({ start }) => start.speaks));
  const levels = [
    (speaks: number) => speaks === most,
    (speaks: number) => speaks > 0 && speaks < most,
    (speaks: number) => speaks === 0 && most > 0,
  ];
  const all: (Place | null)[] = [];
  // What speaks loudest is looked at somewhat closely before anything else is tried.
  for (const [level, isAt] of levels.entries()) {
    const some = starts.filter(({ start }) => isAt(start.speaks));
    const places = some.map(({ start, trail }, i) => search.tryOut(start, trail, level + i / some.length));
    all.push(...places);
    // What is a scalar and stays where it is, as losses with a memory do at first, is nearer to what is meant than what is far from it and falls.
    const isStill = search.best(1) !== null && search.best(2) === null;
    const near = level === 0 && !isStill ? search.walk(places, entry, CHANGED.near) : null;
    const found = search.best(3) ?? near ?? search.best(2);
    if (found !== null) return found;
  }
  return search.walk(all, entry, CHANGED.far) ?? search.best(1);
}

class Search {
  readonly #program: Program;
  readonly #experiment: Experiment;
  readonly #host: Host;
  readonly #onTry: () => void;
  readonly #startedAt: number;
  readonly #found: Found[] = [];
  readonly #seen = new Set<string>();
  #tries = 0;

  constructor(program: Program, experiment: Experiment, host: Host, onTry: () => void) {
    this.#program = program;
    this.#experiment = experiment;
    this.#host = host;
    this.#onTry = onTry;
    this.#startedAt = host.now();
  }

  get isOver(): boolean {
    return this.#tries >= TRIES || this.#host.now() - this.#startedAt > PATIENCE;
  }

  /** The first of at least such a fitness, of those that were tried. */
  best(fitness: Fitness): Found | null {
    return this.#found.find((each) => each.fitness >= fitness) ?? null;
  }

  /** null where it need not be looked at any further. */
  tryOut(candidate: Candidate, trail: Trail, cost: number): Place | null {
    const { tensors, arguments: given } = candidate;
    const key = JSON.stringify([tensors, given]);
    if (this.isOver || tensors.length > specLimits.tensors.max || this.#seen.has(key) || this.best(3) !== null)
      return null;
    this.#seen.add(key);
    this.#tries++;
    this.#onTry();
    const dataset = tensorsOf(candidate);
    const tried: Tried = {
      experiment: { ...this.#experiment, dataset: dataset.id, tensors },
      dataset,
      arguments: given,
    };
    const reach = reachOf(this.#program, tried, this.#host);
    if (reach === Number.POSITIVE_INFINITY) {
      const fitness = this.#fitness(tried);
      if (fitness > 0) this.#found.push({ trail, fitness });
    }
    return { candidate, trail, cost, reach };
  }

  #fitness(tried: Tried): Fitness {
    const report = reportOn(this.#program, tried, this.#host);
    if (!isGood(report)) return 0;
    if (!descendedBy(this.#program, tried, this.#host).falls) return 1;
    return report.hazards.some(({ code }) => code === "silent-broadcast") ? 2 : 3;
  }

  /** From those with which it got furthest, step by step; of equals, the likeliest. */
  walk(places: readonly (Place | null)[], entry: Entry, most: number): Found | null {
    const open = places.filter((place) => place !== null);
    for (let changed = 0; changed < most && !this.isOver; changed++) {
      open.sort((a, b) => finite(b.reach) - finite(a.reach) || a.cost - b.cost);
      const next = open.shift();
      if (next === undefined) return null;
      const around = neighboursOf(entry, next.candidate).map((neighbour, i) => ({ neighbour, i }));
      around.sort((a, b) => a.neighbour.cost - b.neighbour.cost || a.i - b.i);
      for (const { neighbour, i } of around) {
        const place = this.tryOut(neighbour, [...next.trail, i], next.cost + neighbour.cost);
        if (place !== null && place.reach >= next.reach) open.push(place);
      }
      const found = this.best(3);
      if (found !== null) return found;
    }
    return null;
  }
}

/** A scalar that is no good is as good as any that fails at the end. */
const finite = (reach: number): number => Math.min(reach, 1e6);
