/** @file Tables of methods, by name. */
import type { Keywords } from "./functions.ts";

type Method = (self: never, args: readonly unknown[], keywords: Keywords) => unknown;

export type Table = Readonly<Record<string, (self: unknown, args: readonly unknown[], keywords: Keywords) => unknown>>;

export function table<T>(
  methods: Readonly<Record<string, (self: T, args: readonly unknown[], keywords: Keywords) => unknown>>,
): Table {
  return methods as Readonly<Record<string, Method>> as Table;
}
