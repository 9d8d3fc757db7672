/** @file A node of the exports' tree. */
import type { SyntaxNode } from "./syntax.ts";

export type Part = readonly [field: string | null, node: View];

export class View implements SyntaxNode {
  parent: View | null = null;
  children: readonly View[] = [];
  readonly #fields: readonly Part[];

  constructor(
    readonly id: number,
    readonly type: string,
    readonly start: number,
    readonly end: number,
    readonly source: string,
    readonly isNamed: boolean,
    fields: readonly Part[],
  ) {
    this.#fields = fields;
    for (const [, node] of fields) node.parent = this;
  }

  get startIndex(): number {
    return this.start;
  }
  get endIndex(): number {
    return this.end;
  }
  get text(): string {
    return this.source.slice(this.start, this.end);
  }
  get namedChildren(): readonly View[] {
    return this.children.filter(({ isNamed }) => isNamed);
  }
  childForFieldName(name: string): View | null {
    return this.#fields.find(([field]) => field === name)?.[1] ?? null;
  }
  childrenForFieldName(name: string): readonly View[] {
    return this.#fields.filter(([field]) => field === name).map(([, node]) => node);
  }
}
