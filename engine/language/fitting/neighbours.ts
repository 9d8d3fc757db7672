/**
 * @file What is one change away from what a loss was tried on: another tensor in the place of one, or something else for one parameter. A pure
 * function of the loss and what it was tried on, so that a place in its list says which one is meant.
 */
import type { TensorSpec } from "../../data/tensor-spec.ts";
import { heldText } from "../held.ts";
import type { Entry, Program } from "../program.ts";
import { type Argument, type Arguments, ownOf, rolesOf } from "../roles.ts";
import { byName } from "./by-name.ts";
import { type Candidate, candidateOf, givenTo, leafNames } from "./candidate.ts";
import { type Family, half, labelled, tensor, type Unseeded } from "./families.ts";
import { startsFor } from "./starts.ts";

export interface Neighbour extends Candidate {
  /** How unlikely the change is. */
  readonly cost: number;
}

/** Where a search began, and the places of the changes that were made since. */
export type Trail = readonly number[];

/** null for a trail that leads nowhere. */
export function candidateAt(program: Pick<Program, "entry" | "js">, [start, ...changes]: Trail): Candidate | null {
  const { entry } = program;
  let at: Candidate | null = start === undefined ? null : (startsFor(program)[start] ?? null);
  for (const change of changes) at = at === null ? null : (neighboursOf(entry, at)[change] ?? null);
  return at;
}

export function neighboursOf(entry: Entry, candidate: Candidate): readonly Neighbour[] {
  const { tensors, arguments: given } = candidate;
  const names = leafNames(givenTo(entry, given));
  const shapes = tensors.flatMap((spec, i) => {
    const { name = "", isPredicted = false } = names[i] ?? {};
    const isTold = byName(name, familyOf(tensors)) !== null;
    return optionsAt(tensors, i, isPredicted).map(
      (option): Neighbour => ({
        tensors: tensors.with(i, { ...option, seed: spec.seed }),
        arguments: given,
        cost: isTold ? 3 : 2,
      }),
    );
  });
  const family = familyOf(tensors);
  const others = argumentChanges(entry, given, tensors).map((changed): Neighbour => {
    const fresh = candidateOf(entry, family, changed);
    const before = new Map(names.map(({ name }, i) => [name, tensors[i]]));
    const kept = leafNames(givenTo(entry, changed)).map(({ name }, i) => before.get(name) ?? fresh.tensors[i]);
    return { tensors: kept.flatMap((spec) => spec ?? []), arguments: changed, cost: 4 };
  });
  return [...shapes, ...others].filter(({ tensors: each }) => each.length > 0);
}

const labelsOf = ([, second]: readonly TensorSpec[], first: TensorSpec): TensorSpec => second ?? first;

const familyOf = (tensors: readonly TensorSpec[]): Family => {
  const first = tensors[0] ?? { ...tensor([8, 1], "normal"), seed: 0 };
  return { first, labels: labelsOf(tensors, first), words: /$^/ };
};

/** What may stand beside the first tensor, or, in the first place, beside the second. */
function optionsAt(tensors: readonly TensorSpec[], place: number, isPredicted: boolean): readonly Unseeded[] {
  const base = tensors[0]?.shape ?? [8, 4];
  const beside = place === 0 ? (tensors[1]?.shape ?? base) : base;
  const like = base.join() === beside.join() ? [] : floats(beside);
  const all = isPredicted ? [...floats(base), ...like] : [...wholes(base), ...floats(base), ...masks(base)];
  const now = JSON.stringify(withoutSeed(tensors[place]));
  return all.filter((option) => JSON.stringify(option) !== now);
}

function withoutSeed(spec: TensorSpec | undefined): Unseeded | null {
  if (spec === undefined) return null;
  const { seed: _, ...rest } = spec;
  return rest;
}

/** Every shape once. */
function distinct(shapes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Set<string>();
  return shapes.filter((shape) => !seen.has(shape.join()) && seen.add(shape.join()));
}

const without = (shape: readonly number[], dim: number): readonly number[] => shape.filter((_, i) => i !== dim);

function floats(base: readonly number[]): readonly Unseeded[] {
  const [n = 8, second = 4] = base;
  const last = base.at(-1) ?? 4;
  const shapes = distinct([
    base,
    base.slice(0, -1),
    without(base, 1),
    [n],
    [n, 1],
    [n, 2],
    [n, 5],
    [n, 10],
    [...base, 5],
    [n, 5, ...base.slice(1)],
    [n, 3, last],
    [n, 3, second],
    [6, last],
    [last, 6],
    [last],
    [n, n],
    [n, 3, 8, 8],
    [n, 7, 5],
    [],
  ]);
  return [
    ...shapes.map((shape) => tensor(shape, "normal")),
    ...shapes.map((shape) => tensor(shape, "uniform")),
    ...(last > 1 ? [tensor(base, "simplex"), tensor(base, "one-hot")] : []),
    ...(last === 4 ? [tensor(base, "boxes")] : []),
    tensor([n, 4], "boxes"),
    tensor([n], { kind: "list", values: [1, -1] }),
  ];
}

function wholes(base: readonly number[]): readonly Unseeded[] {
  const [n = 8, second = 4] = base;
  const last = base.at(-1) ?? 4;
  const made = [
    labelled(base.slice(0, -1), last),
    labelled([n], last),
    labelled(without(base, 1), second),
    labelled([n], second),
    labelled([n], 3),
    labelled([n], 2),
    labelled([n, 1], last),
    labelled([n, 3], last),
    labelled([n, 3], 8),
    labelled(base, 2),
    labelled(base, 5),
    labelled([second, 3], last),
    ...[n, second].flatMap((length) => [
      tensor([n], { kind: "list", values: [length] }, "int64"),
      tensor([second], { kind: "list", values: [length] }, "int64"),
    ]),
    tensor([n], { kind: "list", values: [3] }, "int64"),
    tensor([second], { kind: "list", values: [3] }, "int64"),
  ];
  return made.filter(({ fill }) => fill.kind !== "integers" || fill.below > 1);
}

const masks = (base: readonly number[]): readonly Unseeded[] =>
  distinct([base, base.slice(0, -1), without(base, 1), base.slice(0, 1), [base[0] ?? 8, 1]]).flatMap((shape) => [
    tensor(shape, half),
    tensor(shape, half, "bool"),
  ]);

/** What each parameter may be instead. */
function argumentChanges(entry: Entry, given: Arguments, tensors: readonly TensorSpec[]): readonly Arguments[] {
  const roles = rolesOf(givenTo(entry, given), false);
  const first = tensors[0]?.shape ?? [];
  const widths = [first[1] ?? 3, first.at(-1) ?? 4, first[0] ?? 8];
  const numbers = [1, 2, 0.5, 3, 16, ...widths, Math.max(1, (first.at(-1) ?? 4) - 1)];
  const settings = [...new Set(numbers)].map((value): Argument => ({ kind: "setting", value }));
  const flags = [true, false, null, "mean"].map((value): Argument => ({ kind: "setting", value }));
  const list: Argument = { kind: "setting", value: Array.from({ length: widths[0] ?? 3 }, (_, i) => 10 * (i + 1)) };
  const vector: Argument = { kind: "tensor", tensor: { ...tensor([widths[0] ?? 3], "ones"), seed: 0 } };
  const after = entry.parameters.flatMap((name, i): (readonly [string, Argument])[] => {
    const now = ownOf(given, name);
    const held = ownOf(entry.held, name);
    const several: Argument[] =
      held !== undefined && now?.kind !== "several" ? [{ kind: "several", as: heldText(held) }] : [];
    if (roles[i] === "predictions") return several.map((each) => [name, each] as const);
    if (roles[i] === "target")
      return [...several, ...flags, ...settings.slice(0, 3), list, { kind: "predictions" } as const].map(
        (each) => [name, each] as const,
      );
    if (roles[i] === "setting")
      return [{ kind: "data" } as const, list, vector, ...settings, ...flags].map((each) => [name, each] as const);
    return [];
  });
  const ofClass = (entry.needs ?? []).flatMap((name) =>
    [...settings, list, vector, ...flags].map((each) => [name, each] as const),
  );
  return [...after, ...ofClass]
    .filter(([name, argument]) => argument.kind !== "predictions" || !isTurned(given, name))
    .map(([name, argument]) => ({ ...given, [name]: argument }));
}

/** One parameter alone is what is predicted. */
const isTurned = (given: Arguments, name: string): boolean =>
  Object.entries(given).some(([other, { kind }]) => kind === "predictions" && other !== name);
