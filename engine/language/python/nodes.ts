/** @file Python's tree as nodes by name (syntax.ts), for the exports. */
import { ExpressionNodes, isExpression, isStatement, plain } from "./expression-nodes.ts";
import { children } from "./parser/children.ts";
import { parsed } from "./parser/parse.ts";
import { Problem } from "./parser/problem.ts";
import type * as python from "./parser/tree.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { Part, View } from "./view.ts";

/** Of a source that is no Python, a module without statements. */
export function nodesIn(source: string): SyntaxNode {
  try {
    return new Nodes(parsed(source)).root();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return new Nodes(parsed("")).root();
  }
}

class Nodes extends ExpressionNodes {
  root(): View {
    const { module, source } = this.tree;
    return this.node(
      "module",
      { start: 0, end: source.length },
      module.body.map((each) => [null, this.#statement(each)]),
    );
  }

  #block(body: readonly python.Statement[]): View {
    const [first] = body;
    const start = "begin" in first ? first.begin : first.start;
    const place = { start, end: body[body.length - 1].end };
    return this.node(
      "block",
      place,
      body.map((each) => [null, this.#statement(each)]),
    );
  }

  #statement(node: python.Statement): View {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        return this.#decorated(node);
      case "Expr":
        return this.node("expression_statement", node, this.all([node.value]));
      case "Assign":
      case "AnnAssign":
      case "AugAssign":
        return this.node("expression_statement", node, [[null, this.#assignment(node)]]);
      case "If":
        return this.#if(node);
      case "For":
      case "AsyncFor":
        return this.node("for_statement", node, [
          ["left", this.expression(node.target)],
          ["right", this.expression(node.iter)],
          ["body", this.#block(node.body)],
          ...this.#else(node.orelse),
        ]);
      case "While":
        return this.node("while_statement", node, [
          ["condition", this.expression(node.test)],
          ["body", this.#block(node.body)],
          ...this.#else(node.orelse),
        ]);
      case "With":
      case "AsyncWith":
        return this.#with(node);
      case "Import":
        return this.node("import_statement", node, this.#imported(node.names));
      case "ImportFrom":
        return this.#importFrom(node);
      case "Global":
      case "Nonlocal": {
        const names = this.tokensIn(node.start, node.end).filter(({ kind }) => kind === "name");
        return this.node(
          `${node.kind.toLowerCase()}_statement`,
          node,
          names.map(({ start, text }) => [null, this.identifier(start, text)]),
        );
      }
      default:
        return this.node(plain[node.kind] ?? node.kind, node, this.#within(node));
    }
  }

  /** Of statements that no export has: the expressions and blocks in them. */
  #within(node: python.AnyNode): Part[] {
    return children(node).flatMap((child): Part[] => {
      if (isExpression(child)) return [[null, this.expression(child)]];
      return isStatement(child) ? [[null, this.#statement(child)]] : this.#within(child);
    });
  }

  #decorated(node: python.FunctionDef | python.ClassDef): View {
    const definition = node.kind === "ClassDef" ? this.#class(node) : this.#function(node);
    if (node.decorator_list.length === 0) return definition;
    const decorators = node.decorator_list.map((each): Part => {
      const place = this.outer(each);
      const at = this.tokens[this.indexAt(place.start) - 1];
      return [null, this.node("decorator", { start: at.start, end: place.end }, this.all([each]))];
    });
    const whole = { start: node.begin, end: node.end };
    return this.node("decorated_definition", whole, [...decorators, ["definition", definition]]);
  }

  #function(node: python.FunctionDef): View {
    const list = this.node("parameters", this.brackets(node.at.end), this.parameters(node.args));
    return this.node("function_definition", node, [
      ["name", this.identifier(node.at.start, node.name)],
      ["parameters", list],
      ...(node.returns === null ? [] : [["return_type", this.type(node.returns)] as const]),
      ["body", this.#block(node.body)],
    ]);
  }

  #class(node: python.ClassDef): View {
    const hasList = this.tokens[this.indexAt(node.at.end)].text === "(";
    return this.node("class_definition", node, [
      ["name", this.identifier(node.at.start, node.name)],
      ...(hasList
        ? [["superclasses", this.arguments(this.brackets(node.at.end), node.bases, node.keywords)] as const]
        : []),
      ["body", this.#block(node.body)],
    ]);
  }

  #assignment(node: python.Assign | python.AnnAssign | python.AugAssign): View {
    if (node.kind === "AugAssign")
      return this.node("augmented_assignment", node, [
        ["left", this.expression(node.target)],
        ["right", this.expression(node.value)],
      ]);
    if (node.kind === "AnnAssign")
      return this.node("assignment", node, [
        ["left", this.expression(node.target)],
        ["type", this.type(node.annotation)],
        ...this.all([node.value], "right"),
      ]);
    return node.targets.reduceRight(
      (right, target) =>
        this.node("assignment", { start: this.outer(target).start, end: node.end }, [
          ["left", this.expression(target)],
          ["right", right],
        ]),
      this.expression(node.value),
    );
  }

  #if(node: python.If): View {
    const parts: Part[] = [
      ["condition", this.expression(node.test)],
      ["consequence", this.#block(node.body)],
    ];
    for (let { orelse } = node; orelse.length > 0; ) {
      const [first] = orelse;
      if (first.kind !== "If" || !this.tree.source.startsWith("elif", first.start)) {
        parts.push(...this.#else(orelse));
        break;
      }
      const place = { start: first.start, end: first.body[first.body.length - 1].end };
      const clause: Part[] = [
        ["condition", this.expression(first.test)],
        ["consequence", this.#block(first.body)],
      ];
      parts.push(["alternative", this.node("elif_clause", place, clause)]);
      orelse = first.orelse;
    }
    return this.node("if_statement", node, parts);
  }

  #else(body: readonly python.Statement[]): Part[] {
    const [first] = body;
    if (first === undefined) return [];
    const before = this.tokens.slice(0, this.indexAt("begin" in first ? first.begin : first.start));
    const word = before.findLast(({ text, kind }) => text === "else" && kind === "keyword");
    const block = this.#block(body);
    return [
      [
        "alternative",
        this.node("else_clause", { start: word?.start ?? block.start, end: block.end }, [["body", block]]),
      ],
    ];
  }

  #with(node: python.With): View {
    const items = node.items.map((item): Part => {
      const value = this.expression(item.context_expr);
      if (item.optional_vars === null) return [null, this.node("with_item", item, [["value", value]])];
      const target = this.node("as_pattern_target", this.outer(item.optional_vars), this.all([item.optional_vars]));
      const named = this.node("as_pattern", item, [
        [null, value],
        ["alias", target],
      ]);
      return [null, this.node("with_item", item, [["value", named]])];
    });
    return this.node("with_statement", node, [...items, ["body", this.#block(node.body)]]);
  }

  #imported(names: readonly python.Alias[]): Part[] {
    return names.map((alias): Part => {
      if (alias.name === "*") return [null, this.node("wildcard_import", alias, [], true)];
      const [first] = this.tokensIn(alias.start, alias.end);
      if (alias.asname === null) return ["name", this.node("dotted_name", alias, this.#dotted(alias))];
      const end = first.start + alias.name.length;
      const name = this.node("dotted_name", { start: alias.start, end }, this.#dotted({ start: alias.start, end }));
      return [
        "name",
        this.node("aliased_import", alias, [
          ["name", name],
          ["alias", this.identifier(alias.end - alias.asname.length, alias.asname)],
        ]),
      ];
    });
  }

  #dotted({ start, end }: python.Place): Part[] {
    return this.tokensIn(start, end)
      .filter(({ kind }) => kind === "name")
      .map((token): Part => [null, this.identifier(token.start, token.text)]);
  }

  #importFrom(node: python.ImportFrom): View {
    const names = this.#imported(node.names);
    if (node.module === "__future__") return this.node("future_import_statement", node, names);
    const tokens = this.tokensIn(node.start, node.end);
    const last = tokens.findIndex(({ text }) => text === "import") - 1;
    const place = { start: tokens[1].start, end: tokens[last].end };
    const module = this.node(node.level > 0 ? "relative_import" : "dotted_name", place, this.#dotted(place));
    return this.node("import_from_statement", node, [["module_name", module], ...names]);
  }
}
