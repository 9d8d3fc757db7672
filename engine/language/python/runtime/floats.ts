/** @file Which numbers are floats. A Python int is a whole JavaScript number, a float any other; a float that is whole is a Float. */
import { Float } from "../../../tensor/dtype.ts";

export const isFloat = (value: unknown): value is number | Float =>
  value instanceof Float || (typeof value === "number" && !Number.isInteger(value));

export const isInt = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);

/** A JavaScript number as Python's float. */
export function float(value: number): number | Float {
  return Number.isInteger(value) ? new Float(value) : value;
}
