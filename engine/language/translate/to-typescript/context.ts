/** @file What the printers of TypeScript share. */
import type { Bindings } from "../bindings.ts";
import type { Inference } from "../infer.ts";
import { type Doc, hanging, softBreak } from "../layout.ts";
import type { Refusals } from "../refusals.ts";
import type { Block, ClassDefinition, Expression, FunctionDefinition, Lambda } from "../tree.ts";
import { present, type Type } from "../types.ts";
import type { Declarations } from "./declarations.ts";
import type { Names } from "./names.ts";

/** The two printers, for the parts of them that print what is inside. */
interface Printers {
  expression(context: PrintContext, node: Expression): Printed;
  block(context: PrintContext, block: Block): Doc[];
}

export interface PrintContext {
  readonly print: Printers;
  readonly inference: Inference;
  readonly bindings: Bindings;
  readonly refusals: Refusals;
  readonly names: Names;
  readonly declarations: Declarations;
  /** The class whose method is being printed. */
  readonly owner: ClassDefinition | null;
  /** The function whose statements are being printed. */
  readonly function: FunctionDefinition | Lambda | null;
}

/** How tightly a piece of TypeScript binds. */
export const binds = {
  arrow: 2,
  conditional: 3,
  nullish: 4,
  or: 4,
  and: 5,
  equality: 9,
  relational: 10,
  additive: 12,
  multiplicative: 13,
  power: 14,
  unary: 15,
  postfix: 17,
  atom: 18,
} as const;

export interface Printed {
  readonly doc: Doc;
  readonly binds: number;
  /** A value and the methods called on it, one after the other. */
  readonly chain?: { readonly head: Doc; readonly links: readonly Doc[] };
}

export const printed = (doc: Doc, tightness: number = binds.postfix): Printed => ({ doc, binds: tightness });

/** In brackets, if it binds less tightly than its place asks for. */
export const inPlace = ({ doc, binds: own }: Printed, least: number): Doc => (own < least ? ["(", doc, ")"] : doc);

export const typeAt = (context: PrintContext, node: Expression): Type => present(context.inference.typeOf(node));

/** Says that something cannot be told, and goes on. */
export function refuse(context: PrintContext, node: Expression, message: string): Printed {
  context.refusals.add(node.range, message);
  return printed("null", binds.atom);
}

export const expression = (context: PrintContext, node: Expression): Printed => context.print.expression(context, node);

/** owner.method(…). A long chain of them has a line for each. */
export function link(owner: Printed, ...added: readonly Doc[]): Printed {
  const head = owner.chain?.head ?? inPlace(owner, binds.postfix);
  const links = [...(owner.chain?.links ?? []), added];
  const [first, ...others] = links;
  const doc: Doc =
    others.length < 2
      ? [head, ...links]
      : hanging(
          [head, first],
          others.flatMap((each) => [softBreak, each]),
        );
  return { doc, binds: binds.postfix, chain: { head, links } };
}

/** An expression where a comma may follow: an argument, an item. */
export const value = (context: PrintContext, node: Expression): Doc => inPlace(expression(context, node), binds.arrow);

/** A tensor that is used: what backward leaves is there by then. */
export function held(context: PrintContext, node: Expression): Printed {
  const made = expression(context, node);
  const isGradient = node.kind === "member" && node.name === "grad";
  return isGradient && context.inference.typeOf(node).kind === "optional" ? printed([made.doc, "!"]) : made;
}

/** The argument of an op. */
export const given = (context: PrintContext, node: Expression): Doc => inPlace(held(context, node), binds.arrow);

/** An expression with a dot behind it. */
export function receiver(context: PrintContext, node: Expression): Doc {
  const { doc, binds: own } = held(context, node);
  const type = typeAt(context, node);
  // The lists of nn have no methods of arrays.
  if (type.kind === "list" && type.holder !== undefined) return ["[...", doc, "]"];
  return own < binds.postfix || node.kind === "number" ? ["(", doc, ")"] : doc;
}
