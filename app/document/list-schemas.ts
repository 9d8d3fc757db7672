/** @file Lists as documents hold them. Their length is judged first: what links and files may carry would otherwise be looked at item by item, for seconds. */
import * as v from "valibot";

export const listOf = <T>(
  item: v.GenericSchema<unknown, T>,
  { min, max }: { readonly min: number; readonly max: number },
) => v.pipe(v.array(v.unknown()), v.minLength(min), v.maxLength(max), v.array(item));
