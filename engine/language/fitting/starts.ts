/** @file Where a search for tensors that a loss takes begins: families of shapes, the likeliest first, with what use and names tell of its parameters. */
import { heldText } from "../held.ts";
import { predicted, wanting } from "../loss-names.ts";
import type { Entry, Program } from "../program.ts";
import { type Argument, type Arguments, named, ownOf } from "../roles.ts";
import { type Candidate, candidateOf } from "./candidate.ts";
import { families, type Family, labelled, readFor, tensor } from "./families.ts";

/** Of names that could be either. */
export const mayBeTensor =
  /^(alpha|beta|gamma|delta|sigma|nu|rho|eta|kappa|scale|w|p|q|k|m|s|c|C)$|weight|prior|temperature|tau/i;

/** Of what is never predicted itself. */
const none = /^(ind|idx|index|indices|ids?|weights?|masks?|imgs?|images?|x)$|_(idx|index|indices|ids?)$/i;

export interface Start extends Candidate {
  /** How much the loss's names and its text speak for its family. */
  readonly speaks: number;
}

type Written = Pick<Program, "entry" | "js">;

/** The likeliest first; each once. */
export function startsFor({ entry, js }: Written): readonly Start[] {
  const words = [entry.name, ...entry.parameters, ...Object.values(entry.held ?? {}).flatMap(namesIn)];
  const told = words.map((word) => families.filter((family) => family.words.test(word)));
  // A word that few families share says more.
  const speaks = (family: Family): number =>
    told.reduce((sum, those) => sum + (those.includes(family) ? 1 / those.length : 0), readFor(family, js) / 2);
  const ranked = families
    .map((family, place) => ({ family, place, speaks: speaks(family) }))
    .sort((a, b) => b.speaks - a.speaks || a.place - b.place);
  const all = givens(entry).flatMap((given) =>
    ranked.flatMap(({ family, speaks }) => variants(entry, family, given, js).map((each) => ({ ...each, speaks }))),
  );
  const seen = new Set<string>();
  return all.filter(({ tensors, arguments: given }) => {
    const text = JSON.stringify([tensors, given]);
    return tensors.length > 0 && !seen.has(text) && seen.add(text);
  });
}

const namesIn = ({ parts }: { readonly parts: readonly { readonly name: string }[] }): readonly string[] =>
  parts.map(({ name }) => name).filter((name) => name !== "");

/** Labels of rows where the text asks for classes; all of one shape where labels did not fit; and masks as bool. */
function variants(entry: Entry, family: Family, given: Arguments, text: string): readonly Candidate[] {
  const plain = candidateOf(entry, family, given);
  const [rows = 1, width = 1] = family.first.shape;
  const ofRows: Family = { ...family, labels: labelled([rows], width) };
  const isOfRows = family.first.shape.length === 2 && width > 1 && readFor(ofRows, text) > readFor(family, text);
  const labels = isOfRows ? [candidateOf(entry, ofRows, given)] : [];
  return [...labels, plain, candidateOf(entry, { ...family, labels: family.first }, given), withBooleans(plain)];
}

const withBooleans = ({ tensors, arguments: given }: Candidate): Candidate => ({
  tensors: tensors.map((spec, i) => (i > 0 && spec.fill.kind === "mask" ? { ...spec, dtype: "bool" } : spec)),
  arguments: given,
});

/** What parameters may be besides what they are called: as their use tells first. */
function givens(entry: Entry): readonly Arguments[] {
  const given = entry.arguments ?? {};
  const told = Object.entries(entry.held ?? {}).flatMap(([name, held]): [string, Argument][] =>
    ownOf(given, name) === undefined && !(entry.hasRest === true && entry.parameters.at(-1) === name)
      ? [[name, { kind: "several", as: heldText(held) }]]
      : [],
  );
  const { parameters } = entry;
  const first = parameters[0] ?? "";
  const isNone = !predicted.test(first) && (wanting.test(first) || none.test(first));
  const other = isNone ? parameters.find((name) => predicted.test(name)) : undefined;
  const turned: [string, Argument][] = other === undefined ? [] : [[other, { kind: "predictions" }]];
  const unsure = named(entry, false, "setting").filter((name) => mayBeTensor.test(name));
  const flipped = unsure.map((name): [string, Argument] => [name, { kind: "data" }]);
  const needed = (entry.needs ?? []).filter(
    (name) => mayBeTensor.test(name) || /prototypes?|centers?|anchors|cost/i.test(name),
  );
  const asTensors = needed.map((name): [string, Argument] => [
    name,
    { kind: "tensor", tensor: { ...tensor([5], "ones"), seed: 0 } },
  ]);
  const sets = [[...told, ...turned], told, turned, [], flipped, asTensors];
  const seen = new Set<string>();
  return sets
    .map((entries): Arguments => ({ ...given, ...Object.fromEntries(entries) }))
    .filter((each) => {
      const text = JSON.stringify(each);
      return !seen.has(text) && seen.add(text);
    });
}
