/** @file What the parts of a rewriting share. */
import { Refusal } from "../../../engine/language/python/refusal.ts";
import type { SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { type Framework, frameworkNames } from "./frameworks.ts";
import type { Helpers } from "./helper-text.ts";
import type { Kinds } from "./kinds.ts";
import type { Names } from "./names.ts";

export interface Porting {
  readonly framework: Framework;
  readonly names: Names;
  readonly kinds: Kinds;
  /** Those that come along. */
  readonly helpers: Helpers;
  /** The function or class that is the loss. */
  readonly entry: string;
  /** A node as it is in the framework. Throws Refusal. */
  text(node: SyntaxNode): string;
}

export const refusal = ({ framework }: Porting, node: SyntaxNode, what: string): Refusal =>
  new Refusal(node, `${what} has no counterpart in ${frameworkNames[framework]} here`);
