/** @file Python's tree as nodes by name (syntax.ts), for the exports: with the tokens between them, so that a text can be put together again. */
import { byName } from "../../by-name.ts";
import { children } from "./parser/children.ts";
import { type Parsed, parsed } from "./parser/parse.ts";
import { Problem } from "./parser/problem.ts";
import type { Token } from "./parser/tokenizer.ts";
import type * as python from "./parser/tree.ts";
import type { SyntaxNode } from "./syntax.ts";

type Part = readonly [field: string | null, node: View];

class View implements SyntaxNode {
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
const plain: Readonly<Record<string, string>> = byName({
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

/** Of a source that is no Python, a module without statements. */
export function nodesIn(source: string): SyntaxNode {
  try {
    return new Nodes(parsed(source)).root();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return new Nodes(parsed("")).root();
  }
}

class Nodes {
  readonly #tree: Parsed;
  #next = 0;

  constructor(tree: Parsed) {
    this.#tree = tree;
  }

  root(): View {
    const { module, source } = this.#tree;
    return this.#node(
      "module",
      { start: 0, end: source.length },
      module.body.map((each) => [null, this.#statement(each)]),
    );
  }

  /** `parts` in any order; the tokens between them are added. */
  #node(type: string, { start, end }: python.Place, parts: readonly Part[] = [], isLeaf = false): View {
    const { source } = this.#tree;
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
      for (const token of this.#tokensIn(at, to)) {
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

  #indexAt(offset: number): number {
    const { tokens } = this.#tree;
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle].start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tokensIn(from: number, to: number): readonly Token[] {
    const { tokens } = this.#tree;
    const found: Token[] = [];
    for (let i = this.#indexAt(from); i < tokens.length && tokens[i].end <= to; i++)
      if (!layout.has(tokens[i].kind)) found.push(tokens[i]);
    return found;
  }

  /** From the first bracket after an offset to the one that closes it. */
  #brackets(from: number): python.Place {
    const { tokens } = this.#tree;
    let at = this.#indexAt(from);
    const { start, depth } = tokens[at];
    while (tokens[at].depth >= depth) at++;
    return { start, end: tokens[at].end };
  }

  #identifier(start: number, name: string): View {
    return this.#node("identifier", { start, end: start + name.length }, [], true);
  }

  #outer(node: python.Expression): python.Place {
    return this.#tree.parentheses.get(node) ?? node;
  }

  #block(body: readonly python.Statement[]): View {
    const [first] = body;
    const start = "begin" in first ? first.begin : first.start;
    const place = { start, end: body[body.length - 1].end };
    return this.#node(
      "block",
      place,
      body.map((each) => [null, this.#statement(each)]),
    );
  }

  #expression(node: python.Expression): View {
    const place = this.#tree.parentheses.get(node);
    const bare = this.#bare(node);
    return place === undefined ? bare : this.#node("parenthesized_expression", place, [[null, bare]]);
  }

  #all(nodes: readonly (python.Expression | null)[], field: string | null = null): Part[] {
    return nodes.flatMap((node): Part[] => (node === null ? [] : [[field, this.#expression(node)]]));
  }

  #bare(node: python.Expression): View {
    switch (node.kind) {
      case "Name":
        return this.#node("identifier", node, [], true);
      case "Constant": {
        const { value } = node;
        const type = value.type === "bool" && !value.value ? "false" : constants[value.type];
        return this.#node(type, node, [], true);
      }
      case "JoinedStr":
        return this.#node("string", node, this.#all(this.#embedded(node)), true);
      case "Attribute":
        return this.#node("attribute", node, [
          ["object", this.#expression(node.value)],
          ["attribute", this.#identifier(node.end - node.attr.length, node.attr)],
        ]);
      case "Subscript": {
        const { slice } = node;
        const items = slice.kind === "Tuple" && !this.#isEnclosed(slice) ? slice.elts : [slice];
        return this.#node("subscript", node, [
          ["value", this.#expression(node.value)],
          ...this.#all(items, "subscript"),
        ]);
      }
      case "Call": {
        const [only] = node.args;
        const isGenerator = only?.kind === "GeneratorExp" && only.end === node.end;
        const list = isGenerator
          ? this.#expression(only)
          : this.#arguments(this.#brackets(this.#outer(node.func).end), node.args, node.keywords);
        return this.#node("call", node, [
          ["function", this.#expression(node.func)],
          ["arguments", list],
        ]);
      }
      case "Tuple": {
        const isEnclosed = this.#isEnclosed(node);
        const type =
          node.ctx === "Load"
            ? isEnclosed
              ? "tuple"
              : "expression_list"
            : isEnclosed
              ? "tuple_pattern"
              : "pattern_list";
        return this.#node(type, node, this.#all(node.elts));
      }
      case "List":
        return this.#node(node.ctx === "Load" ? "list" : "list_pattern", node, this.#all(node.elts));
      case "Starred":
        return this.#node(node.ctx === "Load" ? "list_splat" : "list_splat_pattern", node, this.#all([node.value]));
      case "Dict":
        return this.#node(
          "dictionary",
          node,
          node.values.map((value, i) => [null, this.#pair(node.keys[i], value)]),
        );
      case "BinOp":
        return this.#node("binary_operator", node, [
          ["left", this.#expression(node.left)],
          ["right", this.#expression(node.right)],
        ]);
      case "UnaryOp":
        return this.#node(node.op === "Not" ? "not_operator" : "unary_operator", node, [
          ["argument", this.#expression(node.operand)],
        ]);
      case "BoolOp": {
        const [first, ...others] = node.values;
        return others.reduce(
          (left, each) =>
            this.#node("boolean_operator", { start: node.start, end: this.#outer(each).end }, [
              ["left", left],
              ["right", this.#expression(each)],
            ]),
          this.#expression(first),
        );
      }
      case "Compare":
        return this.#node("comparison_operator", node, this.#all([node.left, ...node.comparators]));
      case "IfExp":
        return this.#node("conditional_expression", node, this.#all([node.body, node.test, node.orelse]));
      case "NamedExpr":
        return this.#node("named_expression", node, [
          ["name", this.#expression(node.target)],
          ["value", this.#expression(node.value)],
        ]);
      case "Lambda":
        return this.#node("lambda", node, [...this.#lambdaParameters(node), ["body", this.#expression(node.body)]]);
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.#comprehension(node, this.#expression(node.elt));
      case "DictComp":
        return this.#comprehension(node, this.#pair(node.key, node.value));
      default:
        return this.#node(plain[node.kind] ?? node.kind, node, this.#all(children(node).filter(isExpression)));
    }
  }

  /** A tuple with parentheses of its own. */
  #isEnclosed({ start, elts: [first] }: python.Tuple): boolean {
    return first === undefined || this.#outer(first).start > start;
  }

  /** The expressions in the braces of an f-string. */
  #embedded({ values }: python.JoinedStr): readonly python.Expression[] {
    return values.flatMap((part) =>
      part.kind === "FormattedValue"
        ? [part.value, ...(part.format_spec === null ? [] : this.#embedded(part.format_spec))]
        : [],
    );
  }

  #pair(key: python.Expression | null, value: python.Expression): View {
    const { end } = this.#outer(value);
    if (key === null) {
      const stars = this.#tree.tokens[this.#indexAt(this.#outer(value).start) - 1];
      return this.#node("dictionary_splat", { start: stars.start, end }, this.#all([value]));
    }
    return this.#node("pair", { start: this.#outer(key).start, end }, [
      ["key", this.#expression(key)],
      ["value", this.#expression(value)],
    ]);
  }

  #comprehension(node: python.ElementComprehension | python.DictComp, body: View): View {
    const types = {
      ListComp: "list_comprehension",
      SetComp: "set_comprehension",
      DictComp: "dictionary_comprehension",
      GeneratorExp: "generator_expression",
    };
    const clauses = node.generators.flatMap(({ start, target, iter, ifs }): Part[] => [
      [
        null,
        this.#node("for_in_clause", { start, end: this.#outer(iter).end }, [
          ["left", this.#expression(target)],
          ["right", this.#expression(iter)],
        ]),
      ],
      ...ifs.map((test): Part => {
        const { start: from, end } = this.#outer(test);
        const word = this.#tree.tokens[this.#indexAt(from) - 1];
        return [null, this.#node("if_clause", { start: word.start, end }, this.#all([test]))];
      }),
    ]);
    return this.#node(types[node.kind], node, [["body", body], ...clauses]);
  }

  #arguments(place: python.Place, args: readonly python.Expression[], keywords: readonly python.Keyword[]): View {
    const named = keywords.map((keyword): Part => {
      const value: Part = ["value", this.#expression(keyword.value)];
      return keyword.arg === null
        ? [null, this.#node("dictionary_splat", keyword, [value])]
        : [
            null,
            this.#node("keyword_argument", keyword, [["name", this.#identifier(keyword.start, keyword.arg)], value]),
          ];
    });
    return this.#node("argument_list", place, [...this.#all(args), ...named]);
  }

  #lambdaParameters({ args }: python.Lambda): Part[] {
    const found = this.#parameters(args);
    if (found.length === 0) return [];
    const sorted = found.map(([, node]) => node).sort((a, b) => a.start - b.start);
    const place = { start: sorted[0].start, end: sorted[sorted.length - 1].end };
    return [["parameters", this.#node("lambda_parameters", place, found)]];
  }

  #parameters(args: python.Arguments): Part[] {
    const plainOnes = [...args.posonlyargs, ...args.args];
    const undefaulted = plainOnes.length - args.defaults.length;
    const starred = (arg: python.Argument | null, stars: number): Part[] => {
      if (arg === null) return [];
      const place = { start: arg.start - stars, end: arg.start + arg.arg.length };
      const type = stars === 1 ? "list_splat_pattern" : "dictionary_splat_pattern";
      const pattern = this.#node(type, place, [[null, this.#identifier(arg.start, arg.arg)]]);
      if (arg.annotation === null) return [[null, pattern]];
      const whole = { start: place.start, end: arg.end };
      return [
        [
          null,
          this.#node("typed_parameter", whole, [
            [null, pattern],
            ["type", this.#type(arg.annotation)],
          ]),
        ],
      ];
    };
    return [
      ...plainOnes.map((arg, i): Part => [null, this.#parameter(arg, args.defaults[i - undefaulted] ?? null)]),
      ...starred(args.vararg, 1),
      ...args.kwonlyargs.map((arg, i): Part => [null, this.#parameter(arg, args.kw_defaults[i])]),
      ...starred(args.kwarg, 2),
    ];
  }

  #type(annotation: python.Expression): View {
    return this.#node("type", this.#outer(annotation), this.#all([annotation]));
  }

  #parameter(arg: python.Argument, value: python.Expression | null): View {
    const name = this.#identifier(arg.start, arg.arg);
    const end = value === null ? arg.end : this.#outer(value).end;
    const type: Part[] = arg.annotation === null ? [] : [["type", this.#type(arg.annotation)]];
    if (value === null) return type.length === 0 ? name : this.#node("typed_parameter", arg, [[null, name], ...type]);
    return this.#node(type.length === 0 ? "default_parameter" : "typed_default_parameter", { start: arg.start, end }, [
      ["name", name],
      ...type,
      ["value", this.#expression(value)],
    ]);
  }

  #statement(node: python.Statement): View {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        return this.#decorated(node);
      case "Expr":
        return this.#node("expression_statement", node, this.#all([node.value]));
      case "Assign":
      case "AnnAssign":
      case "AugAssign":
        return this.#node("expression_statement", node, [[null, this.#assignment(node)]]);
      case "If":
        return this.#if(node);
      case "For":
      case "AsyncFor":
        return this.#node("for_statement", node, [
          ["left", this.#expression(node.target)],
          ["right", this.#expression(node.iter)],
          ["body", this.#block(node.body)],
          ...this.#else(node.orelse),
        ]);
      case "While":
        return this.#node("while_statement", node, [
          ["condition", this.#expression(node.test)],
          ["body", this.#block(node.body)],
          ...this.#else(node.orelse),
        ]);
      case "With":
      case "AsyncWith":
        return this.#with(node);
      case "Import":
        return this.#node("import_statement", node, this.#imported(node.names));
      case "ImportFrom":
        return this.#importFrom(node);
      case "Global":
      case "Nonlocal": {
        const names = this.#tokensIn(node.start, node.end).filter(({ kind }) => kind === "name");
        return this.#node(
          `${node.kind.toLowerCase()}_statement`,
          node,
          names.map(({ start, text }) => [null, this.#identifier(start, text)]),
        );
      }
      default:
        return this.#node(plain[node.kind] ?? node.kind, node, this.#within(node));
    }
  }

  /** Of statements that no export has: the expressions and blocks in them. */
  #within(node: python.AnyNode): Part[] {
    return children(node).flatMap((child): Part[] => {
      if (isExpression(child)) return [[null, this.#expression(child)]];
      return isStatement(child) ? [[null, this.#statement(child)]] : this.#within(child);
    });
  }

  #decorated(node: python.FunctionDef | python.ClassDef): View {
    const definition = node.kind === "ClassDef" ? this.#class(node) : this.#function(node);
    if (node.decorator_list.length === 0) return definition;
    const decorators = node.decorator_list.map((each): Part => {
      const place = this.#outer(each);
      const at = this.#tree.tokens[this.#indexAt(place.start) - 1];
      return [null, this.#node("decorator", { start: at.start, end: place.end }, this.#all([each]))];
    });
    const whole = { start: node.begin, end: node.end };
    return this.#node("decorated_definition", whole, [...decorators, ["definition", definition]]);
  }

  #function(node: python.FunctionDef): View {
    const list = this.#node("parameters", this.#brackets(node.at.end), this.#parameters(node.args));
    return this.#node("function_definition", node, [
      ["name", this.#identifier(node.at.start, node.name)],
      ["parameters", list],
      ...(node.returns === null ? [] : [["return_type", this.#type(node.returns)] as const]),
      ["body", this.#block(node.body)],
    ]);
  }

  #class(node: python.ClassDef): View {
    const hasList = this.#tree.tokens[this.#indexAt(node.at.end)].text === "(";
    return this.#node("class_definition", node, [
      ["name", this.#identifier(node.at.start, node.name)],
      ...(hasList
        ? [["superclasses", this.#arguments(this.#brackets(node.at.end), node.bases, node.keywords)] as const]
        : []),
      ["body", this.#block(node.body)],
    ]);
  }

  #assignment(node: python.Assign | python.AnnAssign | python.AugAssign): View {
    if (node.kind === "AugAssign")
      return this.#node("augmented_assignment", node, [
        ["left", this.#expression(node.target)],
        ["right", this.#expression(node.value)],
      ]);
    if (node.kind === "AnnAssign")
      return this.#node("assignment", node, [
        ["left", this.#expression(node.target)],
        ["type", this.#type(node.annotation)],
        ...this.#all([node.value], "right"),
      ]);
    return node.targets.reduceRight(
      (right, target) =>
        this.#node("assignment", { start: this.#outer(target).start, end: node.end }, [
          ["left", this.#expression(target)],
          ["right", right],
        ]),
      this.#expression(node.value),
    );
  }

  #if(node: python.If): View {
    const parts: Part[] = [
      ["condition", this.#expression(node.test)],
      ["consequence", this.#block(node.body)],
    ];
    for (let { orelse } = node; orelse.length > 0; ) {
      const [first] = orelse;
      if (first.kind !== "If" || !this.#tree.source.startsWith("elif", first.start)) {
        parts.push(...this.#else(orelse));
        break;
      }
      const place = { start: first.start, end: first.body[first.body.length - 1].end };
      const clause: Part[] = [
        ["condition", this.#expression(first.test)],
        ["consequence", this.#block(first.body)],
      ];
      parts.push(["alternative", this.#node("elif_clause", place, clause)]);
      orelse = first.orelse;
    }
    return this.#node("if_statement", node, parts);
  }

  #else(body: readonly python.Statement[]): Part[] {
    const [first] = body;
    if (first === undefined) return [];
    const before = this.#tree.tokens.slice(0, this.#indexAt("begin" in first ? first.begin : first.start));
    const word = before.findLast(({ text, kind }) => text === "else" && kind === "keyword");
    const block = this.#block(body);
    return [
      [
        "alternative",
        this.#node("else_clause", { start: word?.start ?? block.start, end: block.end }, [["body", block]]),
      ],
    ];
  }

  #with(node: python.With): View {
    const items = node.items.map((item): Part => {
      const value = this.#expression(item.context_expr);
      if (item.optional_vars === null) return [null, this.#node("with_item", item, [["value", value]])];
      const target = this.#node("as_pattern_target", this.#outer(item.optional_vars), this.#all([item.optional_vars]));
      const named = this.#node("as_pattern", item, [
        [null, value],
        ["alias", target],
      ]);
      return [null, this.#node("with_item", item, [["value", named]])];
    });
    return this.#node("with_statement", node, [...items, ["body", this.#block(node.body)]]);
  }

  #imported(names: readonly python.Alias[]): Part[] {
    return names.map((alias): Part => {
      if (alias.name === "*") return [null, this.#node("wildcard_import", alias, [], true)];
      const [first] = this.#tokensIn(alias.start, alias.end);
      if (alias.asname === null) return ["name", this.#node("dotted_name", alias, this.#dotted(alias))];
      const end = first.start + alias.name.length;
      const name = this.#node("dotted_name", { start: alias.start, end }, this.#dotted({ start: alias.start, end }));
      return [
        "name",
        this.#node("aliased_import", alias, [
          ["name", name],
          ["alias", this.#identifier(alias.end - alias.asname.length, alias.asname)],
        ]),
      ];
    });
  }

  #dotted({ start, end }: python.Place): Part[] {
    return this.#tokensIn(start, end)
      .filter(({ kind }) => kind === "name")
      .map((token): Part => [null, this.#identifier(token.start, token.text)]);
  }

  #importFrom(node: python.ImportFrom): View {
    const names = this.#imported(node.names);
    if (node.module === "__future__") return this.#node("future_import_statement", node, names);
    const tokens = this.#tokensIn(node.start, node.end);
    const last = tokens.findIndex(({ text }) => text === "import") - 1;
    const place = { start: tokens[1].start, end: tokens[last].end };
    const module = this.#node(node.level > 0 ? "relative_import" : "dotted_name", place, this.#dotted(place));
    return this.#node("import_from_statement", node, [["module_name", module], ...names]);
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

const isStatement = (node: python.AnyNode): node is python.Statement => statements.has(node.kind);

/** Neither a statement nor a part of one that is no value. */
const isExpression = (node: python.AnyNode): node is python.Expression =>
  !isStatement(node) && !/^(?:Match|[a-z]|ExceptHandler|Module)/.test(node.kind);
