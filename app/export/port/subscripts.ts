/** @file Elements by their places. Keras takes no tensor for an index on every backend. */
import { parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { argumentOf } from "./arguments.ts";
import { isTensor, WHOLE } from "./held.ts";
import { placesIn } from "./in-place.ts";
import { includeOwn } from "./own-helpers.ts";
import { type Porting, refusal } from "./porting.ts";

/** `:`, which takes all. */
const isAll = ({ type, text }: SyntaxNode): boolean => type === "slice" && /^\s*:\s*(:\s*)?$/.test(text);

/** An index in keras.ops's functions; null where it can stand as it is. */
export function kerasSubscript(porting: Porting, node: SyntaxNode): string | null {
  const { kinds, text } = porting;
  const [value] = parts(node);
  if (value === undefined || !isTensor(kinds.of(value))) return null;
  const places = placesIn(node);
  const isIndex = (place: SyntaxNode): boolean => (kinds.of(place) & WHOLE) !== 0;
  if (!places.some(isIndex)) return null;
  const owner = argumentOf(value, text(value)).text;
  const dim = places.findIndex(isIndex);
  const [place] = places.slice(dim);
  if (place !== undefined && places.every((each, i) => i === dim || isAll(each)))
    return `ops.take(${owner}, ${text(place)}, axis=${dim})`;
  if (!places.every((each) => isIndex(each) || isNumber(each)))
    throw refusal(porting, node, "indexing with tensors and slices");
  const helper = includeOwn("elements", "keras", porting.helpers);
  return `${helper}(${[owner, ...places.map((each) => asArray(each, text(each)))].join(", ")})`;
}

const isNumber = ({ type, text }: SyntaxNode): boolean => type === "integer" || /^-\d+$/.test(text);

const asArray = (place: SyntaxNode, text: string): string => (isNumber(place) ? `ops.array(${text})` : text);
