/** @file Python statements as JavaScript. */
import { assignment } from "./assignments.ts";
import { classOf } from "./class-statements.ts";
import { condition } from "./conditions.ts";
import { addProbe, type Emit, enclosed, probe, read, temporary, write } from "./emit.ts";
import { functionOf } from "./functions.ts";
import { binaryNames } from "./operator-names.ts";
import type {
  AnnAssign,
  Assign,
  AugAssign,
  ClassDef,
  Expression,
  For,
  FunctionDef,
  If,
  Import,
  ImportFrom,
  Match,
  Raise,
  Return,
  Statement,
  While,
  With,
} from "./parser/tree.ts";
import { patternTest } from "./patterns.ts";
import { Refusal } from "./refusal.ts";
import { iterated } from "./sequences.ts";
import { tryStatement } from "./try-statements.ts";

export function block(emit: Emit, nodes: readonly Statement[]): string {
  return nodes.map((node) => statement(emit, node)).join("\n");
}

const noAsync = "async is not supported: a loss is computed at once";

function statement(emit: Emit, node: Statement): string {
  switch (node.kind) {
    case "Pass":
    case "Global":
      return "";
    case "Expr":
      return node.value.kind === "Constant" && node.value.value.type === "str" ? "" : `${emit.expression(node.value)};`;
    case "Assign":
      return assigned(emit, node);
    case "AnnAssign":
      return annotated(emit, node);
    case "AugAssign":
      return augmented(emit, node);
    case "Return":
      return returned(emit, node);
    case "If":
      return conditional(emit, node);
    case "For":
      return forLoop(emit, node);
    case "While":
      return looped(emit, node, () => ({ head: `while(${condition(emit, node, node.test)})`, first: "" }));
    case "Break":
      return `{b$${emit.loop}=true;break;}`;
    case "Continue":
      return "continue;";
    case "FunctionDef":
    case "ClassDef":
      return definition(emit, node);
    case "Import":
      return imported(emit, node);
    case "ImportFrom":
      return importedFrom(emit, node);
    case "With":
      return withStatement(emit, node);
    case "Try":
      return tryStatement(emit, node);
    case "TryStar":
      throw new Refusal(node, "except* is not supported");
    case "Raise":
      return raised(emit, node);
    case "Assert": {
      const test = condition(emit, node, node.test);
      const message = `py.assertion(${node.msg === null ? "" : emit.expression(node.msg)})`;
      return `if(!${test}){${probe(emit, enclosed(emit, node.test), message)};}`;
    }
    case "Delete":
      return node.targets.map((target) => deleted(emit, target)).join("");
    case "Nonlocal":
      if (node.names.includes("__class__")) throw new Refusal(node, "nonlocal __class__ is not supported");
      return "";
    case "Match":
      return matched(emit, node);
    case "AsyncFor":
    case "AsyncWith":
    case "AsyncFunctionDef":
      throw new Refusal(node, noAsync);
  }
}

function assigned(emit: Emit, { targets, value }: Assign): string {
  const [first] = targets;
  const code = emit.expression(value);
  if (targets.length === 1 && first.kind === "Name") return `${write(emit, first.id)}=${code};`;
  // a = b = c: one value, targets from left to right.
  const kept = temporary(emit);
  return `{const ${kept}=${code};${targets.map((target) => assignment(emit, target, kept)).join("")}}`;
}

function annotated(emit: Emit, { target, value, simple }: AnnAssign): string {
  const declared =
    simple && target.kind === "Name" && emit.scope.kind === "class"
      ? `annotations.push(${JSON.stringify(target.id)});`
      : "";
  if (value === null) return declared;
  const code = emit.expression(value);
  if (target.kind === "Name") return `${declared}${write(emit, target.id)}=${code};`;
  const kept = temporary(emit);
  return `${declared}{const ${kept}=${code};${assignment(emit, target, kept)}}`;
}

function augmented(emit: Emit, node: AugAssign): string {
  const { target } = node;
  const compute = (current: string) =>
    probe(emit, node, `py.augmented("${binaryNames[node.op]}",${current},${emit.expression(node.value)})`);
  if (target.kind === "Name") return `${write(emit, target.id)}=${compute(read(emit, target.id))};`;
  const [owner, key] = [temporary(emit), temporary(emit)];
  if (target.kind === "Attribute") {
    const name = JSON.stringify(target.attr);
    return `{const ${owner}=${emit.expression(target.value)};py.setattr(${owner},${name},${compute(`py.getattr(${owner},${name})`)});}`;
  }
  const id = addProbe(emit, target, "expression");
  return `{const ${owner}=${emit.expression(target.value)},${key}=${emit.expression(target.slice)};__ll.probe(__ll.enter(${id}),py.setitem(${owner},${key},${compute(`py.getitem(${owner},${key})`)}));}`;
}

function returned(emit: Emit, node: Return): string {
  const { value } = node;
  const code = value === null ? "null" : emit.expression(value);
  if (!emit.isEntry) return `return ${code};`;
  return `return ${probe(emit, value === null ? node : enclosed(emit, value), code, "return")};`;
}

function conditional(emit: Emit, node: If): string {
  const code = `if(${condition(emit, node, node.test)}){${emit.block(node.body)}}`;
  const [first] = node.orelse;
  if (first === undefined) return code;
  return node.orelse.length === 1 && first.kind === "If"
    ? `${code}else ${conditional(emit, first)}`
    : `${code}else{${emit.block(node.orelse)}}`;
}

interface LoopHead {
  readonly head: string;
  /** What each round begins with. */
  readonly first: string;
}

function looped(emit: Emit, node: For | While, makeHead: () => LoopHead): string {
  const { head, first } = makeHead();
  const loop = emit.loops.push({ start: node.start, end: node.end }) - 1;
  const outer = emit.loop;
  emit.loop = node.start;
  const inner = emit.block(node.body);
  emit.loop = outer;
  // A loop's else is left out where it was left by break.
  const flag = `b$${node.start}`;
  const otherwise = node.orelse.length === 0 ? "" : `if(!${flag}){${emit.block(node.orelse)}}`;
  return `{let ${flag}=false;${head}{__ll.loop(${loop});${first}${inner}}${otherwise}}`;
}

function forLoop(emit: Emit, node: For): string {
  return looped(emit, node, () => {
    const item = temporary(emit);
    const iterable = iterated(emit, node.iter, node);
    return { head: `for(const ${item} of ${iterable})`, first: assignment(emit, node.target, item) };
  });
}

function definition(emit: Emit, node: FunctionDef | ClassDef): string {
  const made = node.kind === "ClassDef" ? classOf(emit, node) : functionOf(emit, node);
  const value = node.decorator_list.reduceRight(
    (decorated, decorator) =>
      probe(emit, enclosed(emit, decorator), `py.call(${emit.expression(decorator)},[${decorated}],null)`),
    made,
  );
  return `${write(emit, node.name)}=${value};`;
}

function imported(emit: Emit, node: Import): string {
  return node.names
    .map(({ name, asname }) => {
      const loaded = asname === null ? name.split(".")[0] : name;
      const check = loaded === name ? "" : `${probe(emit, node, `py.import(${JSON.stringify(name)})`)};`;
      return `${check}${write(emit, asname ?? loaded)}=${probe(emit, node, `py.import(${JSON.stringify(loaded)})`)};`;
    })
    .join("");
}

function importedFrom(emit: Emit, node: ImportFrom): string {
  const module = ".".repeat(node.level) + (node.module ?? "");
  if (module === "__future__") return "";
  if (node.names.some(({ name }) => name === "*"))
    throw new Refusal(node, `import the names you need from ${module}, one by one`);
  return node.names
    .map(
      ({ name, asname }) =>
        `${write(emit, asname ?? name)}=${probe(emit, node, `py.importFrom(${JSON.stringify(module)},${JSON.stringify(name)})`)};`,
    )
    .join("");
}

function withStatement(emit: Emit, node: With): string {
  return node.items.reduceRight((inner, { context_expr, optional_vars }) => {
    const [held, entered, failed] = [temporary(emit), temporary(emit), temporary(emit)];
    const bind = optional_vars === null ? "" : assignment(emit, optional_vars, entered);
    return `{const ${held}=${emit.expression(context_expr)},${entered}=${probe(emit, node, `py.enter(${held})`)};let ${failed}=false;try{${bind}${inner}}catch(e){${failed}=true;if(!py.exit(${held},e))throw e;}finally{if(!${failed})py.exit(${held},null);}}`;
  }, emit.block(node.body));
}

function raised(emit: Emit, node: Raise): string {
  if (node.exc === null) return `throw py.reraised();`;
  const error = emit.expression(node.exc);
  const cause = node.cause === null ? "" : `,${emit.expression(node.cause)}`;
  return `${probe(emit, node, `py.raise(${error}${cause})`)};`;
}

/** A name that is bound nowhere cannot be unbound. */
const deletion = (emit: Emit, name: string): string =>
  emit.scope.resolve(name) === null ? "" : `${write(emit, name)}=undefined;`;

function deleted(emit: Emit, target: Expression): string {
  switch (target.kind) {
    case "Name":
      return `${probe(emit, target, read(emit, target.id))};${deletion(emit, target.id)}`;
    case "Attribute":
      return `${probe(emit, target, `py.delattr(${emit.expression(target.value)},${JSON.stringify(target.attr)})`)};`;
    case "Subscript":
      return `${probe(emit, target, `py.delitem(${emit.expression(target.value)},${emit.expression(target.slice)})`)};`;
    case "Tuple":
    case "List":
      return target.elts.map((each) => deleted(emit, each)).join("");
    default:
      throw new Error(`internal: ${target.kind} is deleted`);
  }
}

function matched(emit: Emit, node: Match): string {
  const subject = temporary(emit);
  const value = emit.expression(node.subject);
  const clauses = node.cases.map(({ pattern, guard, body }) => {
    const test = patternTest(emit, pattern, subject);
    const all = guard === null ? test : `${test}&&py.truth(${emit.expression(guard)})`;
    return `if(${all}){${emit.block(body)}}`;
  });
  return `{const ${subject}=${value};${clauses.join("else ")}}`;
}
