/** @file StopIteration, which carries what a generator returned. */
import { exception, type PythonError } from "./exceptions.ts";
import { Tuple } from "./sequences.ts";

export function stopIteration(value: unknown): PythonError {
  const error = exception("StopIteration", "");
  const returned = value ?? null;
  error.value.attributes.set("args", returned === null ? new Tuple() : Tuple.make([returned]));
  error.value.attributes.set("value", returned);
  return error;
}
