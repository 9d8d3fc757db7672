/** @file int | None: a type that is one of several. */
import { PyClass } from "./classes.ts";

export class UnionType {
  constructor(readonly members: readonly unknown[]) {}
}

const isType = (value: unknown): boolean =>
  value instanceof PyClass ||
  value instanceof UnionType ||
  (typeof value === "function" && /^class/.test(value.toString()));

/** undefined for what is no union of types. */
export function unionOf(a: unknown, b: unknown): UnionType | undefined {
  const isUnion = (isType(a) && (isType(b) || b === null)) || (a === null && isType(b));
  if (!isUnion) return undefined;
  const members = [a, b].flatMap((each) => (each instanceof UnionType ? each.members : [each]));
  return new UnionType([...new Set(members)]);
}
