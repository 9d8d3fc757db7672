/** @file The methods of strings, lists, dicts and other built-in values, provided by methods.ts, which itself needs attributes. */
import type { Keywords } from "./functions.ts";

type MethodTable = Readonly<Record<string, (self: unknown, args: readonly unknown[], keywords: Keywords) => unknown>>;

export let methodsOf: (value: unknown) => MethodTable | null = () => null;

/** The methods of strings, lists and dicts, which themselves need what is here. */
export function provideMethods(of: (value: unknown) => MethodTable | null): void {
  methodsOf = of;
}
