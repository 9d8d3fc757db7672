/** @file itertools. Nothing is taken from what is gone through before it is asked for: it may have no end. */
import { call, none } from "./call.ts";
import { equals } from "./comparisons.ts";
import { valueError } from "./exceptions.ts";
import type { Keywords, Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { namespace, native } from "./native.ts";
import { binary } from "./operators.ts";
import { iterate, truth } from "./protocols.ts";
import { Tuple } from "./sequences.ts";

type Run = Native["run"];

const listOf = (value: unknown): unknown[] => [...iterate(value)];
const iteratorOf = (items: unknown): Iterator<unknown> => iterate(items)[Symbol.iterator]();

function* product(lists: readonly unknown[][]): Iterable<Tuple> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield Tuple.make([]);
    return;
  }
  for (const item of first) for (const others of product(rest)) yield Tuple.make([item, ...others]);
}

/** `next` says where to go on after an item: behind it, or at it again. */
function* combinations(items: readonly unknown[], count: number, next: 0 | 1, from = 0): Iterable<Tuple> {
  if (count === 0) {
    yield Tuple.make([]);
    return;
  }
  for (let i = from; i < items.length; i++)
    for (const others of combinations(items, count - 1, next, i + next)) yield Tuple.make([items[i], ...others]);
}

function* permutations(items: readonly unknown[], count: number): Iterable<Tuple> {
  if (count === 0) {
    yield Tuple.make([]);
    return;
  }
  for (let i = 0; i < items.length; i++)
    for (const others of permutations(items.toSpliced(i, 1), count - 1)) yield Tuple.make([items[i], ...others]);
}

function* accumulated(items: unknown, f: unknown, initial: unknown): Iterable<unknown> {
  let total = initial;
  if (total !== null) yield total;
  for (const item of iterate(items)) {
    total = total === null ? item : f === null ? binary("add", total, item) : call(f, [total, item], none);
    yield total;
  }
}

function* endless(start: unknown, step: unknown): Iterable<unknown> {
  for (let at = start; ; at = binary("add", at, step)) yield at;
}

function* repeated(item: unknown, times: number): Iterable<unknown> {
  for (let i = 0; i < times; i++) yield item;
}

/** Takes no more than it gives: the rest stays for whoever asks next. */
function* sliced(items: unknown, start: number, stop: number, step: number): Iterable<unknown> {
  const source = iteratorOf(items);
  for (let [i, wanted] = [0, start]; i < stop; i++) {
    const { done, value } = source.next();
    if (done === true) return;
    if (i !== wanted) continue;
    yield value;
    wanted += step;
  }
}

function sliceOf([items, ...bounds]: readonly unknown[]): Iterable<unknown> {
  const [start, stop, step] = bounds.length === 1 ? [null, bounds[0], null] : bounds;
  for (const bound of [start ?? null, stop ?? null])
    if (bound !== null && !(typeof bound === "number" && Number.isInteger(bound) && bound >= 0))
      throw valueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  return sliced(items, Number(start ?? 0), Number(stop ?? Number.POSITIVE_INFINITY), Number(step ?? 1));
}

function* cycled(items: unknown): Iterable<unknown> {
  const seen: unknown[] = [];
  for (const item of iterate(items)) {
    seen.push(item);
    yield item;
  }
  while (seen.length > 0) yield* seen;
}

function* chained(lists: Iterable<unknown>): Iterable<unknown> {
  for (const list of lists) yield* iterate(list);
}

function* longest(lists: readonly unknown[], fill: unknown): Iterable<Tuple> {
  const sources = lists.map(iteratorOf);
  const over = sources.map(() => false);
  for (;;) {
    const row = sources.map((source, i): unknown => {
      const step = over[i] ? { done: true as const, value: fill } : source.next();
      if (step.done === true) over[i] = true;
      return step.done === true ? fill : step.value;
    });
    if (over.every(Boolean)) return;
    yield Tuple.make(row);
  }
}

/** A group ends when the next one is asked for. */
function* grouped(items: unknown, key: unknown): Iterable<Tuple> {
  const source = iteratorOf(items);
  const keyOf = (item: unknown) => (key === null ? item : call(key, [item], none));
  let step = source.next();
  while (step.done !== true) {
    const own = keyOf(step.value);
    const isOwn = () => step.done !== true && equals(keyOf(step.value), own);
    const group = (function* () {
      while (isOwn()) {
        const item: unknown = step.value;
        step = source.next();
        yield item;
      }
    })();
    yield Tuple.make([own, new PyIterator(group, "itertools._grouper")]);
    while (isOwn()) step = source.next();
  }
}

function* takenWhile(f: unknown, items: unknown): Iterable<unknown> {
  for (const item of iterate(items)) {
    if (!truth(call(f, [item], none))) return;
    yield item;
  }
}

function* droppedWhile(f: unknown, items: unknown): Iterable<unknown> {
  let isDropping = true;
  for (const item of iterate(items)) {
    isDropping = isDropping && truth(call(f, [item], none));
    if (!isDropping) yield item;
  }
}

function* filteredFalse(f: unknown, items: unknown): Iterable<unknown> {
  for (const item of iterate(items)) if (!truth(f === null ? item : call(f, [item], none))) yield item;
}

function* pairs(items: unknown): Iterable<Tuple> {
  let before: { readonly item: unknown } | null = null;
  for (const item of iterate(items)) {
    if (before !== null) yield Tuple.make([before.item, item]);
    before = { item };
  }
}

function* selected(items: unknown, selectors: unknown): Iterable<unknown> {
  const chosen = iteratorOf(selectors);
  for (const item of iterate(items)) {
    const step = chosen.next();
    if (step.done === true) return;
    if (truth(step.value)) yield item;
  }
}

/** Each keeps what another has taken and it has not. */
function split(items: unknown, count: number): Tuple {
  const source = iteratorOf(items);
  const waiting: unknown[][] = Array.from({ length: count }, () => []);
  const part = function* (own: unknown[]): Iterable<unknown> {
    for (;;) {
      if (own.length === 0) {
        const step = source.next();
        if (step.done === true) return;
        for (const queue of waiting) queue.push(step.value);
      }
      yield own.shift();
    }
  };
  return Tuple.make(waiting.map((own) => new PyIterator(part(own), "itertools._tee")));
}

function* mapped(f: unknown, items: unknown): Iterable<unknown> {
  for (const args of iterate(items)) yield call(f, listOf(args), none);
}

/** Those that give an iterator, which is called after them. */
const iterators: Readonly<Record<string, (args: readonly unknown[], keywords: Keywords) => Iterable<unknown>>> = {
  chain: (lists) => chained(lists),
  product: (lists, keywords) =>
    product(Array.from({ length: Number(keywords?.repeat ?? 1) }, () => lists.map(listOf)).flat()),
  combinations: ([items, count], keywords) => combinations(listOf(items), Number(count ?? keywords?.r), 1),
  combinations_with_replacement: ([items, count], keywords) =>
    combinations(listOf(items), Number(count ?? keywords?.r), 0),
  permutations: ([items, count], keywords) => {
    const list = listOf(items);
    return permutations(list, Number(count ?? keywords?.r ?? list.length));
  },
  accumulate: ([items, f = null], keywords) => accumulated(items, keywords?.func ?? f, keywords?.initial ?? null),
  count: ([start = 0, step = 1], keywords) => endless(keywords?.start ?? start, keywords?.step ?? step),
  repeat: ([item, times], keywords) =>
    repeated(item ?? keywords?.object ?? null, Number(times ?? keywords?.times ?? Number.POSITIVE_INFINITY)),
  islice: (args) => sliceOf(args),
  zip_longest: (lists, keywords) => longest(lists, keywords?.fillvalue ?? null),
  groupby: ([items, key = null], keywords) => grouped(items, keywords?.key ?? key),
  cycle: ([items]) => cycled(items),
  takewhile: ([f, items]) => takenWhile(f, items),
  dropwhile: ([f, items]) => droppedWhile(f, items),
  filterfalse: ([f, items]) => filteredFalse(f, items),
  pairwise: ([items]) => pairs(items),
  compress: ([items, selectors], keywords) => selected(items, selectors ?? keywords?.selectors),
  starmap: ([f, items]) => mapped(f, items),
};

const functions: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(
    Object.entries(iterators).map(([name, run]): [string, Run] => [
      name,
      (args, keywords) => new PyIterator(run(args, keywords), `itertools.${name}`),
    ]),
  ),
  tee: ([items, count = 2], keywords) => split(items, Number(keywords?.n ?? count)),
};

const chain = native("chain", functions.chain);
chain.attributes.set(
  "from_iterable",
  native("from_iterable", ([lists]) => new PyIterator(chained(iterate(lists)), "itertools.chain")),
);

export const itertools = namespace("itertools", {
  ...Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, native(name, run)])),
  chain,
});
