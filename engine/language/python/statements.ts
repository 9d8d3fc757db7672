/** @file Python statements as JavaScript. */
import { addProbe, type Emit, probe, probeFrom, read, temporary, write } from "./emit.ts";
import { argumentsOf, assignment, condition, index, iterated, operatorName } from "./expressions.ts";
import { docstring, functionOf } from "./functions.ts";
import { pattern } from "./patterns.ts";
import { Scope } from "./scopes.ts";
import { field, fields, parts, Refusal, type SyntaxNode } from "./syntax.ts";

export function block(emit: Emit, nodes: readonly SyntaxNode[]): string {
  return nodes.map((node) => statement(emit, node)).join("\n");
}

const body = (emit: Emit, node: SyntaxNode, name = "body"): string => `{${emit.block(parts(field(node, name)))}}`;

function statement(emit: Emit, node: SyntaxNode): string {
  switch (node.type) {
    case "comment":
    case "pass_statement":
    case "type_alias_statement":
      return "";
    case "expression_statement":
      return parts(node).length === 1
        ? expressionStatement(emit, parts(node)[0])
        : parts(node)
            .map((part) => `${emit.expression(part)};`)
            .join("");
    case "return_statement":
      return returned(emit, node);
    case "if_statement":
      return conditional(emit, node);
    case "for_statement":
      return forLoop(emit, node);
    case "while_statement":
      return whileLoop(emit, node);
    case "break_statement":
      return "{broke=true;break;}".replace("broke", loopFlag(emit, node));
    case "continue_statement":
      return "continue;";
    case "function_definition":
      return definition(emit, node, []);
    case "class_definition":
      return definition(emit, node, []);
    case "decorated_definition":
      return definition(
        emit,
        field(node, "definition"),
        parts(node).filter(({ type }) => type === "decorator"),
      );
    case "import_statement":
    case "import_from_statement":
    case "future_import_statement":
      return imported(emit, node);
    case "with_statement":
      return withStatement(emit, node);
    case "try_statement":
      return tryStatement(emit, node);
    case "raise_statement":
      return raised(emit, node);
    case "assert_statement": {
      const [test, message] = parts(node);
      return `if(!${condition(emit, node, test)}){${probe(emit, test, `py.assertion(${message === undefined ? "" : emit.expression(message)})`)};}`;
    }
    case "delete_statement":
      return parts(node)
        .flatMap((target) => (target.type === "expression_list" ? parts(target) : [target]))
        .map((target) => deleted(emit, target))
        .join("");
    case "global_statement":
      return "";
    case "nonlocal_statement":
      for (const name of parts(node)) {
        if (name.text === "__class__") throw new Refusal(node, "nonlocal __class__ is not supported");
        const owner = emit.scope.parent?.resolve(name.text) ?? null;
        if (owner === null || owner.kind !== "function")
          throw new Refusal(node, `no binding for nonlocal '${name.text}' found`, "syntax");
      }
      return "";
    case "match_statement":
      return matched(emit, node);
    case "print_statement":
    case "exec_statement":
      if (parts(node)[0]?.type === "chevron") throw new Refusal(node, "print >> is not supported: use print(…)");
      throw new Refusal(
        node,
        `Missing parentheses in call to '${node.type.slice(0, -10)}'. Did you mean ${node.type.slice(0, -10)}(...)?`,
        "syntax",
      );
    default:
      throw new Refusal(node, `${node.type.replaceAll("_", " ")} is not supported`);
  }
}

function expressionStatement(emit: Emit, node: SyntaxNode): string {
  if (node.type === "assignment") return assigned(emit, node);
  if (node.type === "augmented_assignment") return augmented(emit, node);
  if (node.type === "string" || node.type === "concatenated_string") return "";
  return `${emit.expression(node)};`;
}

function assigned(emit: Emit, node: SyntaxNode): string {
  const value = node.childForFieldName("right");
  const annotation = node.childForFieldName("type");
  const left = field(node, "left");
  const declared =
    annotation !== null && emit.scope.kind === "class" ? `annotations.push(${JSON.stringify(left.text)});` : "";
  if (value === null) return declared;
  // a = b = c: one value, targets from left to right.
  const targets = [left];
  let last = value;
  while (last.type === "assignment") {
    // Only what stands alone may be annotated: x = y: int is none of Python's.
    const colon = last.children.find((child) => child?.type === ":");
    if (colon !== null && colon !== undefined) throw new Refusal(colon, "invalid syntax", "syntax");
    targets.push(field(last, "left"));
    last = field(last, "right");
  }
  const code = emit.expression(last);
  if (targets.length === 1 && left.type === "identifier") return `${declared}${write(emit, left.text)}=${code};`;
  const kept = temporary(emit);
  return `${declared}{const ${kept}=${code};${targets.map((target) => assignment(emit, target, kept)).join("")}}`;
}

function augmented(emit: Emit, node: SyntaxNode): string {
  const [left, right] = [field(node, "left"), field(node, "right")];
  const symbol = field(node, "operator").type.slice(0, -1);
  const compute = (current: string) =>
    probe(emit, node, `py.augmented(${JSON.stringify(operatorName(symbol))},${current},${emit.expression(right)})`);
  if (left.type === "identifier") {
    if (!emit.scope.names.has(left.text) && emit.scope.resolve(left.text) === null)
      throw new Refusal(left, `name '${left.text}' is not defined`);
    return `${write(emit, left.text)}=${compute(read(emit, left.text))};`;
  }
  const [owner, key] = [temporary(emit), temporary(emit)];
  if (left.type === "attribute") {
    const name = JSON.stringify(field(left, "attribute").text);
    return `{const ${owner}=${emit.expression(field(left, "object"))};py.setattr(${owner},${name},${compute(`py.getattr(${owner},${name})`)});}`;
  }
  if (left.type !== "subscript")
    throw new Refusal(
      left,
      `'${left.type.replaceAll("_", " ")}' is an illegal expression for augmented assignment`,
      "syntax",
    );
  const id = addProbe(emit, left, "expression");
  return `{const ${owner}=${emit.expression(field(left, "value"))},${key}=${index(emit, left)};__ll.probe(__ll.enter(${id}),py.setitem(${owner},${key},${compute(`py.getitem(${owner},${key})`)}));}`;
}

function returned(emit: Emit, node: SyntaxNode): string {
  if (emit.scope.kind !== "function") throw new Refusal(node, "'return' outside function", "syntax");
  const value = parts(node)[0];
  const code = value === undefined ? "null" : emit.expression(value);
  return emit.isEntry ? `return ${probe(emit, value ?? node, code, "return")};` : `return ${code};`;
}

function conditional(emit: Emit, node: SyntaxNode): string {
  let code = `if(${condition(emit, node, field(node, "condition"))})${body(emit, node, "consequence")}`;
  for (const clause of fields(node, "alternative")) {
    code +=
      clause.type === "elif_clause"
        ? `else if(${condition(emit, clause, field(clause, "condition"))})${body(emit, clause, "consequence")}`
        : `else${body(emit, clause)}`;
  }
  return code;
}

/** The variable that tells a loop's else whether it was left by break. */
function loopFlag(_emit: Emit, node: SyntaxNode): string {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === "for_statement" || at.type === "while_statement") return `b$${at.startIndex}`;
  }
  throw new Refusal(node, "'break' outside loop", "syntax");
}

function looped(emit: Emit, node: SyntaxNode, head: string, first: string): string {
  const loop = emit.loops.push({ start: node.startIndex, end: node.endIndex }) - 1;
  const alternative = node.childForFieldName("alternative");
  const flag = `b$${node.startIndex}`;
  const inner = emit.block(parts(field(node, "body")));
  const otherwise = alternative === null ? "" : `if(!${flag})${body(emit, alternative)}`;
  return `{let ${flag}=false;${head}{__ll.loop(${loop});${first}${inner}}${otherwise}}`;
}

function forLoop(emit: Emit, node: SyntaxNode): string {
  if (node.children.some((child) => child?.type === "async"))
    throw new Refusal(node, "async is not supported: a loss is computed at once");
  const item = temporary(emit);
  const iterable = iterated(emit, field(node, "right"), node);
  return looped(emit, node, `for(const ${item} of ${iterable})`, assignment(emit, field(node, "left"), item));
}

function whileLoop(emit: Emit, node: SyntaxNode): string {
  return looped(emit, node, `while(${condition(emit, node, field(node, "condition"))})`, "");
}

function definition(emit: Emit, node: SyntaxNode, decorators: readonly SyntaxNode[]): string {
  const name = field(node, "name").text;
  if (node.children.some((child) => child?.type === "async"))
    throw new Refusal(node, "async is not supported: a loss is computed at once");
  let value =
    node.type === "class_definition"
      ? classOf(emit, node)
      : functionOf(emit, {
          node,
          name,
          parameters: field(node, "parameters"),
          body: field(node, "body"),
          isMethod: emit.scope.kind === "class",
        });
  for (const decorator of [...decorators].reverse())
    value = probe(emit, parts(decorator)[0], `py.call(${emit.expression(parts(decorator)[0])},[${value}],null)`);
  return `${write(emit, name)}=${value};`;
}

function classOf(emit: Emit, node: SyntaxNode): string {
  const superclasses = node.childForFieldName("superclasses");
  const { positional, keywords } =
    superclasses === null ? { positional: "[]", keywords: "null" } : argumentsOf(emit, superclasses);
  const outer = emit.scope;
  const statements = parts(field(node, "body"));
  const scope = new Scope("class", outer, new Set(), statements, emit.nextScope++);
  emit.scope = scope;
  const wasEntry = emit.isEntry;
  emit.isEntry = false;
  const code = emit.block(statements);
  emit.scope = outer;
  emit.isEntry = wasEntry;
  const names = [...scope.names];
  const declared = names.length === 0 ? "" : `let ${names.map((name) => scope.jsName(name)).join(",")};`;
  const members = names.map((name) => `[${JSON.stringify(name)},${scope.jsName(name)}]`).join(",");
  // CPython places what goes wrong in the making of a class at the statement.
  return probeFrom(
    emit,
    field(node, "name"),
    node.startIndex,
    `py.class(${JSON.stringify(field(node, "name").text)},${positional},${keywords},(__class__,annotations)=>{${declared}${code}return [${members}];},${JSON.stringify(docstring(statements))})`,
  );
}

function imported(emit: Emit, node: SyntaxNode): string {
  if (node.type === "future_import_statement") return "";
  if (node.type === "import_statement") {
    return fields(node, "name")
      .map((name) => {
        const path = name.type === "aliased_import" ? field(name, "name").text : name.text;
        const variable = name.type === "aliased_import" ? field(name, "alias").text : path.split(".")[0];
        const loaded = name.type === "aliased_import" ? path : path.split(".")[0];
        const check = loaded === path ? "" : `${probe(emit, node, `py.import(${JSON.stringify(path)})`)};`;
        return `${check}${write(emit, variable)}=${probe(emit, node, `py.import(${JSON.stringify(loaded)})`)};`;
      })
      .join("");
  }
  const module = field(node, "module_name").text;
  if (node.children.some((child) => child?.type === "wildcard_import"))
    throw new Refusal(node, `import the names you need from ${module}, one by one`);
  return fields(node, "name")
    .map((name) => {
      const wanted = name.type === "aliased_import" ? field(name, "name").text : name.text;
      const variable = name.type === "aliased_import" ? field(name, "alias").text : name.text;
      return `${write(emit, variable)}=${probe(emit, node, `py.importFrom(${JSON.stringify(module)},${JSON.stringify(wanted)})`)};`;
    })
    .join("");
}

function withStatement(emit: Emit, node: SyntaxNode): string {
  const clause = parts(node).find(({ type }) => type === "with_clause");
  const items =
    clause === undefined
      ? []
      : parts(clause).flatMap((item) => (item.type === "with_item" ? [field(item, "value")] : []));
  const flat = items.flatMap((item) => (item.type === "tuple" ? parts(item) : [item]));
  return flat.reduceRight(
    (inner, item) => {
      const isNamed = item.type === "as_pattern";
      const manager = isNamed ? parts(item)[0] : item;
      const target = isNamed ? parts(parts(item)[1])[0] : null;
      const [held, entered, failed] = [temporary(emit), temporary(emit), temporary(emit)];
      const bind = target === null ? "" : assignment(emit, target, entered);
      return `{const ${held}=${emit.expression(manager)},${entered}=${probe(emit, node, `py.enter(${held})`)};let ${failed}=false;try{${bind}${inner}}catch(e){${failed}=true;if(!py.exit(${held},e))throw e;}finally{if(!${failed})py.exit(${held},null);}}`;
    },
    emit.block(parts(field(node, "body"))),
  );
}

function tryStatement(emit: Emit, node: SyntaxNode): string {
  const clauses = parts(node);
  const handlers = clauses.filter(({ type }) => type === "except_clause");
  const otherwise = clauses.find(({ type }) => type === "else_clause");
  const last = clauses.find(({ type }) => type === "finally_clause");
  if (clauses.some(({ type }) => type === "except_group_clause")) throw new Refusal(node, "except* is not supported");
  if (handlers.length === 0 && last === undefined)
    throw new Refusal(node, "expected 'except' or 'finally' block", "syntax");
  const [error, completed] = [temporary(emit), temporary(emit)];
  let code = emit.block(parts(field(node, "body")));
  const caught = handlers.map((handler) => except(emit, handler, error)).join("else ");
  const onError =
    handlers.length === 0 ? "" : `catch(${error}_){const ${error}=py.caught(${error}_);${caught}else throw ${error}_;}`;
  if (otherwise !== undefined) {
    // What the else part raises is not this try's business.
    code = `let ${completed}=false;try{${code}${completed}=true;}${onError}if(${completed})${body(emit, otherwise)}`;
    return last === undefined ? `{${code}}` : `try{${code}}finally{${emit.block(parts(parts(last)[0]))}}`;
  }
  return `try{${code}}${onError}${last === undefined ? "" : `finally{${emit.block(parts(parts(last)[0]))}}`}`;
}

function except(emit: Emit, handler: SyntaxNode, error: string): string {
  const children = parts(handler);
  const inner = children.find(({ type }) => type === "block");
  const what = children.find(({ type }) => type !== "block");
  const code = inner === undefined ? "" : emit.block(parts(inner));
  if (what === undefined) return `if(true){${code}}`;
  const isNamed = what.type === "as_pattern";
  const types = emit.expression(isNamed ? parts(what)[0] : what);
  const target = isNamed ? parts(parts(what)[1])[0] : null;
  if (target !== null && target.type !== "identifier") throw new Refusal(target, "invalid syntax", "syntax");
  const name = target?.text ?? null;
  const bind = name === null ? "" : `${write(emit, name)}=${error};`;
  return `if(py.matches(${error},${types})){${bind}${code}}`;
}

function raised(emit: Emit, node: SyntaxNode): string {
  const [value] = parts(node);
  if (value === undefined) return `throw py.reraised();`;
  const cause = node.childForFieldName("cause");
  return `${probe(emit, node, `py.raise(${emit.expression(value)}${cause === null ? "" : `,${emit.expression(cause)}`})`)};`;
}

/** A name that is bound nowhere cannot be unbound. */
const deletion = (emit: Emit, target: SyntaxNode): string =>
  emit.scope.resolve(target.text) === null ? "" : `${write(emit, target.text)}=undefined;`;

function deleted(emit: Emit, target: SyntaxNode): string {
  if (target.type === "identifier") return `${probe(emit, target, read(emit, target.text))};${deletion(emit, target)}`;
  if (target.type === "attribute")
    return `${probe(emit, target, `py.delattr(${emit.expression(field(target, "object"))},${JSON.stringify(field(target, "attribute").text)})`)};`;
  if (target.type === "subscript")
    return `${probe(emit, target, `py.delitem(${emit.expression(field(target, "value"))},${index(emit, target)})`)};`;
  if (["parenthesized_expression", "tuple", "list"].includes(target.type))
    return parts(target)
      .map((each) => deleted(emit, each))
      .join("");
  throw new Refusal(target, "cannot delete this", "syntax");
}

function matched(emit: Emit, node: SyntaxNode): string {
  const subject = temporary(emit);
  const value = emit.expression(field(node, "subject"));
  const clauses = fields(field(node, "body"), "alternative").map((clause) => {
    const cases = parts(clause).filter(({ type }) => type === "case_pattern");
    const guard = clause.childForFieldName("guard");
    const test = cases.length > 1 ? pattern.sequence(emit, cases, subject) : pattern.test(emit, cases[0], subject);
    const condition = guard === null ? test : `${test}&&py.truth(${emit.expression(parts(guard)[0])})`;
    return `if(${condition})${body(emit, clause, "consequence")}`;
  });
  return `{const ${subject}=${value};${clauses.join("else ")}}`;
}
