/** @file The field's words that the page uses, each with what it means here: whatever explains a word takes it from this record. */

export interface Term {
  /** How it stands in the page's sentences; the longest that fits is the one that is meant. */
  readonly words: readonly string[];
  readonly text: string;
}

export const terms = {
  norm: {
    words: ["norm"],
    text: "The length of the gradient: the root of the sum of its squares. 0 means that nothing is learned; a number that explodes means that steps do.",
  },
  scalar: {
    words: ["Scalar"],
    text: "One number. Training starts from one number: its gradient says how every parameter is to change.",
  },
  vector: {
    words: ["Not a scalar", "Vector"],
    text: "Several numbers, one for each sample, say. A gradient starts from one number, so it has to be said what becomes of them: a mean, a sum, or an aggregator.",
  },
  aggregator: {
    words: ["aggregator", "UPGrad"],
    text: "A rule that makes one step of the gradients of several losses. A mean may make one loss worse for the sake of the others; some aggregators never do.",
  },
  handling: {
    words: ["vector handling"],
    text: "What becomes of a loss that is several numbers: PyTorch's refusal, a sum, a mean, weights, or an aggregator.",
  },
  conflict: {
    words: ["pairs in conflict", "in conflict"],
    text: "Two samples whose gradients point against each other (their cosine is negative): a step that helps the one harms the other.",
  },
  torn: {
    words: ["parameters torn", "torn"],
    text: "A parameter is torn where some samples want it larger and others smaller. What they agree on is left after their gradients have been added up.",
  },
  cosine: {
    words: ["cosines", "cosine"],
    text: "How far two gradients point the same way: 1 the same, 0 across, −1 against each other.",
  },
  seeds: {
    words: ["seeds"],
    text: "A seed decides which rows are kept back for validation, where parameters begin and in which order batches come. One seed may favour one loss by chance: what holds over ten is no chance.",
  },
  "match first step": {
    words: ["match first step"],
    text: "A sum is as many times larger than a mean as the batch has samples, and takes longer steps for that alone. With this, all lanes' first steps are equally long: curves then compare where losses pull, not how hard.",
  },
  yardstick: {
    words: ["On the same yardstick"],
    text: "Losses of different formulas can't be compared by their values. These measures are the same for all lanes, whatever each of them minimises.",
  },
  smoothing: {
    words: ["smoothing"],
    text: "Each point of the curve is a running mean of the losses before it; the band shows what they lie between.",
  },
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof terms;

export interface Piece {
  readonly text: string;
  readonly term: TermName | null;
}

const byWord = new Map<string, TermName>();
for (const name of Object.keys(terms).filter(isTermName)) for (const word of terms[name].words) byWord.set(word, name);

function isTermName(name: string): name is TermName {
  return name in terms;
}

const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
const anyWord = new RegExp(`(?<![\\w.])(?:${longestFirst.join("|")})(?![\\w(])`, "g");

/** A sentence in pieces: words of the record, each where it stands first, and what is between them. */
export function explained(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<TermName>();
  let at = 0;
  for (const { 0: word, index } of sentence.matchAll(anyWord)) {
    const term = byWord.get(word);
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (index > at) pieces.push({ text: sentence.slice(at, index), term: null });
    pieces.push({ text: word, term });
    at = index + word.length;
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), term: null });
  return pieces;
}
