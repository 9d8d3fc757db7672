/** @file What a loss is tried on: tensors, and what its parameters are given. */
import type { TensorSpec } from "../../data/tensor-spec.ts";
import { leavesOf } from "../held.ts";
import type { Entry } from "../program.ts";
import { type Arguments, heldOf, named } from "../roles.ts";
import { byName, second } from "./by-name.ts";
import type { Family, Unseeded } from "./families.ts";

export interface Candidate {
  readonly tensors: readonly TensorSpec[];
  readonly arguments: Arguments;
}

/** The same loss with other arguments. */
export const givenTo = (entry: Entry, given: Arguments): Entry => ({ ...entry, arguments: given });

/** Of the tensors that a loss takes, in their order: what it calls them, and whether they are of what is predicted. */
export function leafNames(entry: Entry): readonly { readonly name: string; readonly isPredicted: boolean }[] {
  const of = (role: "predictions" | "target") =>
    named(entry, false, role).flatMap((parameter) =>
      leavesOf(parameter, heldOf(entry, parameter)).map(({ name }) => ({ name, isPredicted: role === "predictions" })),
    );
  return [...of("predictions"), ...of("target")];
}

export function candidateOf(entry: Entry, family: Family, given: Arguments): Candidate {
  const names = leafNames(givenTo(entry, given));
  const predicted = names.filter(({ isPredicted }) => isPredicted).length;
  const chosen = names.map(({ name, isPredicted }, i): Unseeded => {
    if (i === 0) return predicted > 1 && /box|bbox/i.test(name) ? (byName(name, family) ?? family.first) : family.first;
    if (isPredicted) return floating(byName(name, family)) ?? family.first;
    return i === predicted ? second(name, family) : (byName(name, family) ?? family.first);
  });
  return { tensors: chosen.map((each, i): TensorSpec => ({ ...each, seed: i })), arguments: given };
}

/** What is descended is never int64 or bool. */
const floating = (spec: Unseeded | null): Unseeded | null => (spec?.dtype === "float32" ? spec : null);
