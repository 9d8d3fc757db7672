/** @file The arguments of a call, or of a class. */
import type { Emit } from "./emit.ts";
import type { Expression, Keyword } from "./parser/tree.ts";

export interface Arguments {
  readonly positional: string;
  readonly keywords: string;
}

/** They are evaluated as they stand. */
export function argumentsOf(emit: Emit, args: readonly Expression[], named: readonly Keyword[]): Arguments {
  const positional: string[] = [];
  const keywords: string[] = [];
  for (const item of [...args, ...named].sort((a, b) => a.start - b.start)) {
    if (item.kind !== "keyword")
      positional.push(
        item.kind === "Starred" ? `...py.iterate(${emit.expression(item.value)})` : emit.expression(item),
      );
    else if (item.arg === null) keywords.push(`...py.keywords(${emit.expression(item.value)})`);
    else keywords.push(`${JSON.stringify(item.arg)}:${emit.expression(item.value)}`);
  }
  return {
    positional: `[${positional.join(",")}]`,
    keywords: keywords.length === 0 ? "null" : `{__proto__:null,${keywords.join(",")}}`,
  };
}
