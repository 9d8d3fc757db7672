/** @file Names that are too long, cut so that they can still be told apart. */

/** What a name ends in that tells it from its neighbours: "Focal loss 12" and "Focal loss (3)" end in their number. */
const NUMBER = /\s*[([]?\d+[)\]]?$/u;

export interface NameParts {
  readonly stem: string;
  /** With the space before it; empty where there is none. */
  readonly number: string;
}

export function partsOf(name: string): NameParts {
  const number = /\s/.test(name) ? (NUMBER.exec(name)?.[0] ?? "") : "";
  return /^\s/.test(number) ? { stem: name.slice(0, -number.length), number } : { stem: name, number: "" };
}

/** At most `longest` characters: whole words as far as they fit, and then the number it ends in. A word alone that is too long is cut itself. */
export function cutName(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const { stem, number } = partsOf(name);
  const room = longest - number.length;
  if (room <= 0) return name.slice(0, longest);
  return stemWithin(stem, room) + number;
}

function stemWithin(stem: string, room: number): string {
  if (stem.length <= room) return stem;
  const cut = stem.slice(0, room);
  const isWhole = /\s/.test(stem.charAt(room));
  const words = isWhole ? cut : cut.replace(/\s+\S*$/u, "");
  // Half of a pair of surrogates is no letter.
  return words.replace(/[\s\uD800-\uDBFF·,;:–-]+$/u, "");
}
