/** @file Python's expressions as nodes by name (syntax.ts), for the exports: with the tokens between them, so that a text can be put together again. */
import { byName } from "../../by-name.ts";
import { children } from "./parser/children.ts";
import type { Parsed } from "./parser/parse.ts";
import type { Token } from "./parser/tokenizer.ts";
import type * as python from "./parser/tree.ts";
import { type Part, View } from "./view.ts";

const layout: ReadonlySet<Token["kind"]> = new Set(["newline", "indent", "dedent", "end"]);

const constants: Readonly<Record<python.Value["type"], string>> = {
  int: "integer",
  float: "float",
  complex: "float",
  str: "string",
  bytes: "string",
  bool: "true",
  None: "none",
  Ellipsis: "ellipsis",
};

/** What has no parts that need a name of their own. */
export const plain: Readonly<Record<string, string>> = byName({
  Return: "return_statement",
  Raise: "raise_statement",
  Assert: "assert_statement",
  Delete: "delete_statement",
  Pass: "pass_statement",
  Break: "break_statement",
  Continue: "continue_statement",
  Match: "match_statement",
  Try: "try_statement",
  TryStar: "try_statement",
  Await: "await",
  Yield: "yield",
  YieldFrom: "yield",
  Slice: "slice",
  Set: "set",
  Starred: "list_splat",
});

/** With those of the expressions in f-strings, each after the string that it stands in, and as deep in brackets as they are on the page. */
function allTokens({ tokens, embeddedTokens }: Parsed): readonly Token[] {
  if (embeddedTokens.size === 0) return tokens;
  const all = [tokens, ...embeddedTokens.values()].flat().sort((a, b) => a.start - b.start);
  const round: Token[] = [];
  return all.map((token) => {
    while ((round.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= token.start) round.pop();
    const placed = { ...token, depth: token.depth + (round.at(-1)?.depth ?? 0) };
    if (token.kind === "string") round.push(placed);
    return placed;
  });
}

export class ExpressionNodes {
  #next = 0;
  protected readonly tokens: readonly Token[];

  constructor(protected readonly tree: Parsed) {
    this.tokens = allTokens(tree);
  }

  /** `parts` in any order; the tokens between them are added. */
  protected node(type: string, { start, end }: python.Place, parts: readonly Part[] = [], isLeaf = false): View {
    const { source } = this.tree;
    const named = parts.map(([, node]) => node).sort((a, b) => a.start - b.start);
    if (isLeaf) {
      const leaf = new View(this.#next++, type, start, end, source, true, parts);
      leaf.children = named;
      return leaf;
    }
    const all: View[] = [];
    const found: Part[] = [...parts];
    let at = start;
    const fill = (to: number) => {
      for (const token of this.tokensIn(at, to)) {
        const view = new View(this.#next++, token.text, token.start, token.end, source, false, []);
        all.push(view);
        if (view.type !== "(" && view.type !== ")" && view.type !== ",") found.push(["operator", view]);
      }
    };
    for (const child of named) {
      fill(child.start);
      all.push(child);
      at = child.end;
    }
    fill(end);
    const view = new View(this.#next++, type, start, end, source, true, found);
    for (const child of all) child.parent = view;
    view.children = all;
    return view;
  }

  protected indexAt(offset: number): number {
    const { tokens } = this;
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle].start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  protected tokensIn(from: number, to: number): readonly Token[] {
    const { tokens } = this;
    const found: Token[] = [];
    for (let i = this.indexAt(from); i < tokens.length && tokens[i].end <= to; i++)
      if (!layout.has(tokens[i].kind)) found.push(tokens[i]);
    return found;
  }

  /** From the first bracket after an offset to the one that closes it. */
  protected brackets(from: number): python.Place {
    const { tokens } = this;
    let at = this.indexAt(from);
    const { start, depth } = tokens[at];
    while (tokens[at].depth >= depth) at++;
    return { start, end: tokens[at].end };
  }

  protected identifier(start: number, name: string): View {
    return this.node("identifier", { start, end: start + name.length }, [], true);
  }

  protected outer(node: python.Expression): python.Place {
    return this.tree.parentheses.get(node) ?? node;
  }

  protected expression(node: python.Expression): View {
    const place = this.tree.parentheses.get(node);
    const bare = this.bare(node);
    return place === undefined ? bare : this.node("parenthesized_expression", place, [[null, bare]]);
  }

  protected all(nodes: readonly (python.Expression | null)[], field: string | null = null): Part[] {
    return nodes.flatMap((node): Part[] => (node === null ? [] : [[field, this.expression(node)]]));
  }

  protected bare(node: python.Expression): View {
    switch (node.kind) {
      case "Name":
        return this.node("identifier", node, [], true);
      case "Constant": {
        const { value } = node;
        const type = value.type === "bool" && !value.value ? "false" : constants[value.type];
        return this.node(type, node, [], true);
      }
      case "JoinedStr":
        return this.node("string", node, this.all(this.embedded(node)), true);
      case "Attribute":
        return this.node("attribute", node, [
          ["object", this.expression(node.value)],
          ["attribute", this.identifier(node.end - node.attr.length, node.attr)],
        ]);
      case "Subscript": {
        const { slice } = node;
        const items = slice.kind === "Tuple" && !this.isEnclosed(slice) ? slice.elts : [slice];
        return this.node("subscript", node, [["value", this.expression(node.value)], ...this.all(items, "subscript")]);
      }
      case "Call": {
        const [only] = node.args;
        const isGenerator = only?.kind === "GeneratorExp" && only.end === node.end;
        const list = isGenerator
          ? this.expression(only)
          : this.arguments(this.brackets(this.outer(node.func).end), node.args, node.keywords);
        return this.node("call", node, [
          ["function", this.expression(node.func)],
          ["arguments", list],
        ]);
      }
      case "Tuple": {
        const isEnclosed = this.isEnclosed(node);
        const type =
          node.ctx === "Load"
            ? isEnclosed
              ? "tuple"
              : "expression_list"
            : isEnclosed
              ? "tuple_pattern"
              : "pattern_list";
        return this.node(type, node, this.all(node.elts));
      }
      case "List":
        return this.node(node.ctx === "Load" ? "list" : "list_pattern", node, this.all(node.elts));
      case "Starred":
        return this.node(node.ctx === "Load" ? "list_splat" : "list_splat_pattern", node, this.all([node.value]));
      case "Dict":
        return this.node(
          "dictionary",
          node,
          node.values.map((value, i) => [null, this.pair(node.keys[i], value)]),
        );
      case "BinOp":
        return this.node("binary_operator", node, [
          ["left", this.expression(node.left)],
          ["right", this.expression(node.right)],
        ]);
      case "UnaryOp":
        return this.node(node.op === "Not" ? "not_operator" : "unary_operator", node, [
          ["argument", this.expression(node.operand)],
        ]);
      case "BoolOp": {
        const [first, ...others] = node.values;
        return others.reduce(
          (left, each) =>
            this.node("boolean_operator", { start: node.start, end: this.outer(each).end }, [
              ["left", left],
              ["right", this.expression(each)],
            ]),
          this.expression(first),
        );
      }
      case "Compare":
        return this.node("comparison_operator", node, this.all([node.left, ...node.comparators]));
      case "IfExp":
        return this.node("conditional_expression", node, this.all([node.body, node.test, node.orelse]));
      case "NamedExpr":
        return this.node("named_expression", node, [
          ["name", this.expression(node.target)],
          ["value", this.expression(node.value)],
        ]);
      case "Lambda":
        return this.node("lambda", node, [...this.lambdaParameters(node), ["body", this.expression(node.body)]]);
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.comprehension(node, this.expression(node.elt));
      case "DictComp":
        return this.comprehension(node, this.pair(node.key, node.value));
      default:
        return this.node(plain[node.kind] ?? node.kind, node, this.all(children(node).filter(isExpression)));
    }
  }

  /** A tuple with parentheses of its own. */
  protected isEnclosed({ start, elts: [first] }: python.Tuple): boolean {
    return first === undefined || this.outer(first).start > start;
  }

  /** The expressions in the braces of an f-string. */
  protected embedded({ values }: python.JoinedStr): readonly python.Expression[] {
    return values.flatMap((part) =>
      part.kind === "FormattedValue"
        ? [part.value, ...(part.format_spec === null ? [] : this.embedded(part.format_spec))]
        : [],
    );
  }

  protected pair(key: python.Expression | null, value: python.Expression): View {
    const { end } = this.outer(value);
    if (key === null) {
      const stars = this.tokens[this.indexAt(this.outer(value).start) - 1];
      return this.node("dictionary_splat", { start: stars.start, end }, this.all([value]));
    }
    return this.node("pair", { start: this.outer(key).start, end }, [
      ["key", this.expression(key)],
      ["value", this.expression(value)],
    ]);
  }

  protected comprehension(node: python.ElementComprehension | python.DictComp, body: View): View {
    const types = {
      ListComp: "list_comprehension",
      SetComp: "set_comprehension",
      DictComp: "dictionary_comprehension",
      GeneratorExp: "generator_expression",
    };
    const clauses = node.generators.flatMap(({ start, target, iter, ifs }): Part[] => [
      [
        null,
        this.node("for_in_clause", { start, end: this.outer(iter).end }, [
          ["left", this.expression(target)],
          ["right", this.expression(iter)],
        ]),
      ],
      ...ifs.map((test): Part => {
        const { start: from, end } = this.outer(test);
        const word = this.tokens[this.indexAt(from) - 1];
        return [null, this.node("if_clause", { start: word.start, end }, this.all([test]))];
      }),
    ]);
    return this.node(types[node.kind], node, [["body", body], ...clauses]);
  }

  protected arguments(
    place: python.Place,
    args: readonly python.Expression[],
    keywords: readonly python.Keyword[],
  ): View {
    const named = keywords.map((keyword): Part => {
      const value: Part = ["value", this.expression(keyword.value)];
      return keyword.arg === null
        ? [null, this.node("dictionary_splat", keyword, [value])]
        : [
            null,
            this.node("keyword_argument", keyword, [["name", this.identifier(keyword.start, keyword.arg)], value]),
          ];
    });
    return this.node("argument_list", place, [...this.all(args), ...named]);
  }

  protected lambdaParameters({ args }: python.Lambda): Part[] {
    const found = this.parameters(args);
    if (found.length === 0) return [];
    const sorted = found.map(([, node]) => node).sort((a, b) => a.start - b.start);
    const place = { start: sorted[0].start, end: sorted[sorted.length - 1].end };
    return [["parameters", this.node("lambda_parameters", place, found)]];
  }

  protected parameters(args: python.Arguments): Part[] {
    const plainOnes = [...args.posonlyargs, ...args.args];
    const undefaulted = plainOnes.length - args.defaults.length;
    const starred = (arg: python.Argument | null, stars: number): Part[] => {
      if (arg === null) return [];
      const place = { start: arg.start - stars, end: arg.start + arg.arg.length };
      const type = stars === 1 ? "list_splat_pattern" : "dictionary_splat_pattern";
      const pattern = this.node(type, place, [[null, this.identifier(arg.start, arg.arg)]]);
      if (arg.annotation === null) return [[null, pattern]];
      const whole = { start: place.start, end: arg.end };
      return [
        [
          null,
          this.node("typed_parameter", whole, [
            [null, pattern],
            ["type", this.type(arg.annotation)],
          ]),
        ],
      ];
    };
    return [
      ...plainOnes.map((arg, i): Part => [null, this.parameter(arg, args.defaults[i - undefaulted] ?? null)]),
      ...starred(args.vararg, 1),
      ...args.kwonlyargs.map((arg, i): Part => [null, this.parameter(arg, args.kw_defaults[i])]),
      ...starred(args.kwarg, 2),
    ];
  }

  protected type(annotation: python.Expression): View {
    return this.node("type", this.outer(annotation), this.all([annotation]));
  }

  protected parameter(arg: python.Argument, value: python.Expression | null): View {
    const name = this.identifier(arg.start, arg.arg);
    const end = value === null ? arg.end : this.outer(value).end;
    const type: Part[] = arg.annotation === null ? [] : [["type", this.type(arg.annotation)]];
    if (value === null) return type.length === 0 ? name : this.node("typed_parameter", arg, [[null, name], ...type]);
    return this.node(type.length === 0 ? "default_parameter" : "typed_default_parameter", { start: arg.start, end }, [
      ["name", name],
      ...type,
      ["value", this.expression(value)],
    ]);
  }
}

const statements: ReadonlySet<string> = new Set<python.Statement["kind"]>([
  "FunctionDef",
  "AsyncFunctionDef",
  "ClassDef",
  "Return",
  "Delete",
  "Assign",
  "AugAssign",
  "AnnAssign",
  "For",
  "AsyncFor",
  "While",
  "If",
  "With",
  "AsyncWith",
  "Match",
  "Raise",
  "Try",
  "TryStar",
  "Assert",
  "Import",
  "ImportFrom",
  "Global",
  "Nonlocal",
  "Expr",
  "Pass",
  "Break",
  "Continue",
]);

export const isStatement = (node: python.AnyNode): node is python.Statement => statements.has(node.kind);

/** Neither a statement nor a part of one that is no value. */
export const isExpression = (node: python.AnyNode): node is python.Expression =>
  !isStatement(node) && !/^(?:Match|[a-z]|ExceptHandler|Module)/.test(node.kind);
