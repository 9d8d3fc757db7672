/** @file Types and schemas held together: what one of them has and the other has not does not compile. */
import type * as v from "valibot";

/** Without the difference between a list that may be written to and one that may only be read. */
export type Plain<T> = T extends readonly (infer E)[]
  ? readonly Plain<E>[]
  : T extends ArrayBufferView
    ? T
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T;

/** The one type, in every variant and every field; not merely assignable. */
export type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

/** `exactly<Report>()(schema)` is the schema, where it yields Reports and every kind of Report. */
export const exactly =
  <T>() =>
  <S extends v.GenericSchema<unknown, T>>(
    schema: S & (Same<T, v.InferOutput<S>> extends true ? unknown : { readonly schemaLacks: T }),
  ): S =>
    schema;

/** Ends a switch over all variants: another variant does not compile. */
export function unreachable(value: never): never {
  throw new Error(`internal: ${JSON.stringify(value)} is not handled`);
}
