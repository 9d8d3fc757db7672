/** @file Lists as documents hold them. Their length is judged first: what links and files may carry would otherwise be looked at item by item, for seconds. */
import * as v from "valibot";

export const listOf = <T>(
  item: v.GenericSchema<unknown, T>,
  { min, max }: { readonly min: number; readonly max: number },
) => v.pipe(v.array(v.unknown()), v.minLength(min), v.maxLength(max), v.array(item));

/** The same of very many: where all are good, which `isGood` says at once, they are passed as they are; otherwise each is looked at, so that its place is known. */
export function manyOf<T>(
  item: v.GenericSchema<unknown, T>,
  limits: { readonly min: number; readonly max: number },
  isGood: (value: unknown) => boolean,
): v.GenericSchema<unknown, T[]> {
  const { min, max } = limits;
  const isAllGood = (list: unknown): list is T[] =>
    Array.isArray(list) && list.length >= min && list.length <= max && list.every(isGood);
  const passed = v.custom<T[]>(isAllGood);
  const each = listOf(item, limits);
  return v.lazy((list) => (isAllGood(list) ? passed : each));
}
