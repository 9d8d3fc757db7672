/**
 * @file A loss as both languages can say it. Readers make this tree of a source, printers make a source of it. It means what
 * Python means: operators work on tensors, names belong to functions, calls have keywords. Ranges point into the source read.
 */
import type { Range } from "../program.ts";

interface At {
  readonly range: Range;
}

/** A literal number, as it was written: 1e-6 stays that. */
export interface NumberLiteral extends At {
  readonly kind: "number";
  readonly text: string;
  readonly value: number;
  /** A Python float: 1.0, not 1. */
  readonly isFloat: boolean;
}
export interface StringLiteral extends At {
  readonly kind: "string";
  readonly value: string;
}
/** Text with values in it: f"…{x:.3f}". */
export interface Template extends At {
  readonly kind: "template";
  readonly parts: readonly (string | { readonly value: Expression; readonly format: string })[];
}
export interface Constant extends At {
  readonly kind: "constant";
  readonly value: true | false | null;
}
/** `...` in an index. */
export interface Ellipsis extends At {
  readonly kind: "ellipsis";
}
/** A variable, function or class of the program. */
export interface Name extends At {
  readonly kind: "name";
  readonly name: string;
}
/** Something that is there already, by its full Python name: torch.nn.functional.mse_loss, math.log, len. */
export interface Known extends At {
  readonly kind: "known";
  readonly path: string;
}
/** `self`, `this`. */
export interface Self extends At {
  readonly kind: "self";
}
/** `super()`, `super`. */
export interface Super extends At {
  readonly kind: "super";
}
export interface Member extends At {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: string;
}
export interface Subscript extends At {
  readonly kind: "subscript";
  readonly object: Expression;
  readonly items: readonly Expression[];
  /** x[i, j] and x[i,], not x[i]. */
  readonly isTuple: boolean;
}
export interface Slice extends At {
  readonly kind: "slice";
  readonly start: Expression | null;
  readonly stop: Expression | null;
  readonly step: Expression | null;
}
export interface Keyword {
  readonly name: string;
  readonly value: Expression;
}
export interface Call extends At {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
export interface Unary extends At {
  readonly kind: "unary";
  readonly operator: "-" | "+" | "~" | "not";
  readonly value: Expression;
}
export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "@" | "&" | "|" | "^" | "<<" | ">>";
export interface Binary extends At {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=" | "is" | "is not" | "in" | "not in";
export interface Compare extends At {
  readonly kind: "compare";
  readonly operator: Comparison;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Logical extends At {
  readonly kind: "logical";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Conditional extends At {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export interface Sequence extends At {
  readonly kind: "list" | "tuple";
  readonly items: readonly Expression[];
  /** Its items stood on lines of their own. */
  readonly isBroken: boolean;
}
export interface DictLiteral extends At {
  readonly kind: "dict";
  readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
  readonly isBroken: boolean;
}
/** `*x` among arguments or items. */
export interface Spread extends At {
  readonly kind: "spread";
  readonly value: Expression;
}
export interface Lambda extends At {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}
export interface Clause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}
/** `generator` where its items are asked for one by one, as in sum(x for x in xs). */
export interface Comprehension extends At {
  readonly kind: "comprehension";
  readonly result: "list" | "generator" | "dict";
  readonly key: Expression | null;
  readonly element: Expression;
  readonly clauses: readonly Clause[];
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | Template
  | Constant
  | Ellipsis
  | Name
  | Known
  | Self
  | Super
  | Member
  | Subscript
  | Slice
  | Call
  | Unary
  | Binary
  | Compare
  | Logical
  | Conditional
  | Sequence
  | DictLiteral
  | Spread
  | Lambda
  | Comprehension;

/** What an annotation says of a value. */
export type Annotation =
  | { readonly kind: "tensor" | "float" | "int" | "bool" | "string" | "none" }
  | { readonly kind: "list"; readonly item: Annotation }
  | { readonly kind: "tuple"; readonly items: readonly Annotation[] }
  | { readonly kind: "dict"; readonly value: Annotation }
  | { readonly kind: "optional"; readonly of: Annotation }
  /** A class of the program or of nn. */
  | { readonly kind: "class"; readonly path: string };

export interface Parameter extends At {
  readonly name: string;
  readonly value: Expression | null;
  readonly annotation: Annotation | null;
  /** `rest` is *args; `keyword` can only be given by name. */
  readonly form: "plain" | "keyword" | "rest";
}

/** Comments and blank lines that stand before a statement, and the comment behind it. */
export interface Trivia {
  /** A comment's text without its marks; null for a blank line. */
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

export interface Block {
  readonly statements: readonly Statement[];
  /** Comments after the last statement. */
  readonly end: readonly (string | null)[];
}

interface Base extends At {
  readonly trivia: Trivia;
}
export interface FunctionDefinition extends Base {
  readonly kind: "function";
  readonly name: string;
  /** Without `self`. */
  readonly parameters: readonly Parameter[];
  readonly returns: Annotation | null;
  readonly doc: string | null;
  readonly body: Block;
  readonly role: "function" | "method" | "static" | "property";
}
export interface ClassDefinition extends Base {
  readonly kind: "class";
  readonly name: string;
  readonly base: Expression | null;
  readonly doc: string | null;
  /** Methods and attributes of the class. */
  readonly body: Block;
}
export interface Assign extends Base {
  readonly kind: "assign";
  /** Several for a = b = value. */
  readonly targets: readonly Expression[];
  readonly annotation: Annotation | null;
  readonly value: Expression;
}
export interface Augmented extends Base {
  readonly kind: "augmented";
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}
export interface Evaluate extends Base {
  readonly kind: "evaluate";
  readonly value: Expression;
}
export interface Return extends Base {
  readonly kind: "return";
  readonly value: Expression | null;
}
export interface Branch {
  readonly before: readonly (string | null)[];
  /** Null for else. */
  readonly test: Expression | null;
  readonly after: string | null;
  readonly body: Block;
}
export interface If extends Base {
  readonly kind: "if";
  readonly branches: readonly Branch[];
}
export interface For extends Base {
  readonly kind: "for";
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Block;
}
export interface While extends Base {
  readonly kind: "while";
  readonly test: Expression;
  readonly body: Block;
}
export interface Jump extends Base {
  readonly kind: "break" | "continue" | "pass";
}
export interface Raise extends Base {
  readonly kind: "raise";
  /** ValueError, TypeError, RuntimeError, … */
  readonly type: string;
  readonly message: Expression | null;
}
export interface Assert extends Base {
  readonly kind: "assert";
  readonly test: Expression;
  readonly message: Expression | null;
}
export interface Try extends Base {
  readonly kind: "try";
  readonly body: Block;
  readonly name: string | null;
  readonly handler: Block | null;
  readonly last: Block | null;
}
/** with torch.no_grad(): */
export interface GradMode extends Base {
  readonly kind: "gradMode";
  readonly isOn: boolean;
  readonly body: Block;
}
/** global and nonlocal. */
export interface Outer extends Base {
  readonly kind: "outer";
  readonly scope: "global" | "nonlocal";
  readonly names: readonly string[];
}
/** Nothing but comments. */
export interface Remark extends Base {
  readonly kind: "remark";
}

export type Statement =
  | FunctionDefinition
  | ClassDefinition
  | Assign
  | Augmented
  | Evaluate
  | Return
  | If
  | For
  | While
  | Jump
  | Raise
  | Assert
  | Try
  | GradMode
  | Outer
  | Remark;

/** Something that the other language, or the translation, has no words for. */
export interface Refused extends Range {
  readonly message: string;
}

export type Translation =
  | { readonly kind: "translated"; readonly text: string }
  | { readonly kind: "refused"; readonly isSyntax: boolean; readonly refusals: readonly Refused[] };

export const noTrivia: Trivia = { before: [], after: null };
export const nowhere: Range = { start: 0, end: 0 };
