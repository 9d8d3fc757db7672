/**
 * @file Python's syntax tree, in the shape of CPython 3.11's `ast`: its classes, its fields in their order. Offsets are UTF-16 units of the
 * source, end exclusive; where a string is formatted, what CPython says of its parts' places is not kept but where they are.
 */

export interface Place {
  readonly start: number;
  readonly end: number;
}

interface Node<Kind extends string> extends Place {
  readonly kind: Kind;
}

export type Context = "Load" | "Store" | "Del";

/** A literal's value. `text` is as it was written, where it is a number. */
export type Value =
  | { readonly type: "int"; readonly value: bigint; readonly text: string }
  | { readonly type: "float" | "complex"; readonly value: number; readonly text: string }
  | { readonly type: "str"; readonly value: string; readonly isUnicode: boolean }
  | { readonly type: "bytes"; readonly value: string }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "None" | "Ellipsis" };

export interface Module extends Node<"Module"> {
  readonly body: readonly Statement[];
}

export interface Name extends Node<"Name"> {
  readonly id: string;
  readonly ctx: Context;
}
export interface Constant extends Node<"Constant"> {
  readonly value: Value;
}
export interface Attribute extends Node<"Attribute"> {
  readonly value: Expression;
  readonly attr: string;
  readonly ctx: Context;
}
export interface Subscript extends Node<"Subscript"> {
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: Context;
}
export interface Starred extends Node<"Starred"> {
  readonly value: Expression;
  readonly ctx: Context;
}
export interface List extends Node<"List"> {
  readonly elts: readonly Expression[];
  readonly ctx: Context;
}
export interface Tuple extends Node<"Tuple"> {
  readonly elts: readonly Expression[];
  readonly ctx: Context;
}
export interface SetDisplay extends Node<"Set"> {
  readonly elts: readonly Expression[];
}
export interface Dict extends Node<"Dict"> {
  /** null before `**value`. */
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}
export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";
export type ComparisonOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";
export interface BinOp extends Node<"BinOp"> {
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Node<"UnaryOp"> {
  readonly op: "Invert" | "Not" | "UAdd" | "USub";
  readonly operand: Expression;
}
export interface BoolOp extends Node<"BoolOp"> {
  readonly op: "And" | "Or";
  readonly values: readonly Expression[];
}
export interface Compare extends Node<"Compare"> {
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}
export interface NamedExpr extends Node<"NamedExpr"> {
  readonly target: Name;
  readonly value: Expression;
}
export interface IfExp extends Node<"IfExp"> {
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Lambda extends Node<"Lambda"> {
  readonly args: Arguments;
  readonly body: Expression;
}
export interface Call extends Node<"Call"> {
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
export interface Slice extends Node<"Slice"> {
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}
export interface Comprehension extends Node<"comprehension"> {
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: boolean;
}
export interface ElementComprehension extends Node<"ListComp" | "SetComp" | "GeneratorExp"> {
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Node<"DictComp"> {
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Node<"Await"> {
  readonly value: Expression;
}
export interface Yield extends Node<"Yield"> {
  readonly value: Expression | null;
}
export interface YieldFrom extends Node<"YieldFrom"> {
  readonly value: Expression;
}
export interface JoinedStr extends Node<"JoinedStr"> {
  readonly values: readonly Expression[];
}
export interface FormattedValue extends Node<"FormattedValue"> {
  readonly value: Expression;
  readonly conversion: "" | "s" | "r" | "a";
  readonly format_spec: JoinedStr | null;
}

export type Expression =
  | Name
  | Constant
  | Attribute
  | Subscript
  | Starred
  | List
  | Tuple
  | SetDisplay
  | Dict
  | BinOp
  | UnaryOp
  | BoolOp
  | Compare
  | NamedExpr
  | IfExp
  | Lambda
  | Call
  | Slice
  | ElementComprehension
  | DictComp
  | Await
  | Yield
  | YieldFrom
  | JoinedStr
  | FormattedValue;

export interface Keyword extends Node<"keyword"> {
  /** null of `**value`. */
  readonly arg: string | null;
  readonly value: Expression;
}
export interface Argument extends Node<"arg"> {
  readonly arg: string;
  readonly annotation: Expression | null;
}
export interface Arguments extends Node<"arguments"> {
  readonly posonlyargs: readonly Argument[];
  readonly args: readonly Argument[];
  readonly vararg: Argument | null;
  readonly kwonlyargs: readonly Argument[];
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Argument | null;
  readonly defaults: readonly Expression[];
}
export interface Alias extends Node<"alias"> {
  readonly name: string;
  readonly asname: string | null;
}

export interface FunctionDef extends Node<"FunctionDef" | "AsyncFunctionDef"> {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  /** Where the name stands. */
  readonly at: Place;
  /** Where its first decorator stands, if it has any. */
  readonly begin: number;
}
export interface ClassDef extends Node<"ClassDef"> {
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly at: Place;
  readonly begin: number;
}
export interface Return extends Node<"Return"> {
  readonly value: Expression | null;
}
export interface Delete extends Node<"Delete"> {
  readonly targets: readonly Expression[];
}
export interface Assign extends Node<"Assign"> {
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AugAssign extends Node<"AugAssign"> {
  readonly target: Name | Attribute | Subscript;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
export interface AnnAssign extends Node<"AnnAssign"> {
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** A name without parentheses. */
  readonly simple: boolean;
}
export interface For extends Node<"For" | "AsyncFor"> {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends Node<"While"> {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface If extends Node<"If"> {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface WithItem extends Node<"withitem"> {
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}
export interface With extends Node<"With" | "AsyncWith"> {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface Raise extends Node<"Raise"> {
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}
export interface ExceptHandler extends Node<"ExceptHandler"> {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}
export interface Try extends Node<"Try" | "TryStar"> {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface Assert extends Node<"Assert"> {
  readonly test: Expression;
  readonly msg: Expression | null;
}
export interface Import extends Node<"Import"> {
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Node<"ImportFrom"> {
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}
export interface NamesOf extends Node<"Global" | "Nonlocal"> {
  readonly names: readonly string[];
}
export interface ExpressionStatement extends Node<"Expr"> {
  readonly value: Expression;
}
export type Bare = Node<"Pass" | "Break" | "Continue">;
export interface MatchCase extends Node<"match_case"> {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}
export interface Match extends Node<"Match"> {
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | NamesOf
  | ExpressionStatement
  | Bare;

export interface MatchValue extends Node<"MatchValue"> {
  readonly value: Expression;
}
export interface MatchSingleton extends Node<"MatchSingleton"> {
  readonly value: Value;
}
export interface MatchSequence extends Node<"MatchSequence"> {
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Node<"MatchMapping"> {
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Node<"MatchClass"> {
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}
export interface MatchStar extends Node<"MatchStar"> {
  readonly name: string | null;
}
export interface MatchAs extends Node<"MatchAs"> {
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Node<"MatchOr"> {
  readonly patterns: readonly Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

export type AnyNode =
  | Module
  | Statement
  | Expression
  | Pattern
  | Keyword
  | Argument
  | Arguments
  | Alias
  | WithItem
  | ExceptHandler
  | MatchCase
  | Comprehension;
