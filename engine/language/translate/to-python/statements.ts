/** @file Statements in Python. */
import { bracketed, breakable, type Doc, join, nest, newline, whenBroken } from "../layout.ts";
import type { Assign, Block, ClassDefinition, Expression, FunctionDefinition, If, Statement } from "../tree.ts";
import { additive, annotationText, bareTarget, expression, type PrintContext, parameterList } from "./expressions.ts";

const comment = (text: string): string => (text === "" ? "#" : `# ${text}`);

const noteOf = (after: string | null): Doc => (after === null ? "" : { kind: "note", text: `  ${comment(after)}` });

/** Comments and blank lines, each a line; a null is a blank one. */
export function lines(before: readonly (string | null)[]): Doc[] {
  return before.map((line) => (line === null ? "" : comment(line)));
}

export function block(context: PrintContext, { statements, end }: Block, isEmptyAllowed = false): Doc[] {
  const found: Doc[] = [];
  for (const statement of statements) {
    found.push(...lines(statement.trivia.before));
    if (statement.kind !== "remark") found.push(printed(context, statement));
  }
  found.push(...lines(end));
  if (!isEmptyAllowed && statements.every(({ kind }) => kind === "remark")) found.push("pass");
  return tidy(found);
}

/** No blank line at the beginning, never two in a row. */
function tidy(found: readonly Doc[]): Doc[] {
  return found.filter((line, i) => line !== "" || (i > 0 && found[i - 1] !== ""));
}

const body = (context: PrintContext, inside: Block): Doc => nest([newline, ...join(block(context, inside), newline)]);

function printed(context: PrintContext, node: Statement): Doc {
  const { after } = node.trivia;
  const note = noteOf(after);
  switch (node.kind) {
    case "function":
      return definition(context, node, note);
    case "class":
      return classDefinition(context, node, note);
    case "if":
      return conditional(context, node);
    case "for":
      return [
        "for ",
        bareTarget(context, node.target),
        " in ",
        expression(context, node.iterable),
        ":",
        note,
        body(context, node.body),
      ];
    case "while":
      return ["while ", expression(context, node.test), ":", note, body(context, node.body)];
    case "gradMode": {
      const name = context.imports.name(node.isOn ? "torch.enable_grad" : "torch.no_grad");
      return [`with ${name}():`, note, body(context, node.body)];
    }
    case "try":
      return [
        "try:",
        note,
        body(context, node.body),
        ...(node.handler === null
          ? []
          : [newline, `except Exception${node.name === null ? "" : ` as ${node.name}`}:`, body(context, node.handler)]),
        ...(node.last === null ? [] : [newline, "finally:", body(context, node.last)]),
      ];
    default:
      return [line(context, node), note];
  }
}

/** A statement of one line. */
function line(context: PrintContext, node: Statement): Doc {
  const print = (part: Expression) => expression(context, part);
  switch (node.kind) {
    case "assign":
      return assign(context, node);
    case "augmented":
      return [print(node.target), ` ${node.operator}= `, print(node.value)];
    case "evaluate":
      return print(node.value);
    case "return":
      return node.value === null ? "return" : ["return ", wrapped(context, node.value)];
    case "raise":
      return ["raise ", node.type, "(", node.message === null ? "" : print(node.message), ")"];
    case "assert":
      return ["assert ", print(node.test), ...(node.message === null ? [] : [", ", print(node.message)])];
    case "outer":
      return `${node.scope} ${node.names.join(", ")}`;
    case "break":
    case "continue":
    case "pass":
      return node.kind;
    default:
      return "";
  }
}

/** A long sum goes into brackets, a line for each of its terms. */
function wrapped(context: PrintContext, node: Expression): Doc {
  const terms = termsOf(node);
  if (terms.length < 2) return node.kind === "tuple" ? bareTarget(context, node) : expression(context, node);
  const [first, ...others] = terms.map(({ sign, value }, i): Doc => {
    const least = i === 0 ? additive : additive + 1;
    return sign === "" ? expression(context, value, least) : [breakable, `${sign} `, expression(context, value, least)];
  });
  return whenBroken("(", [first, ...others], ")");
}

function termsOf(node: Expression): { readonly sign: "" | "+" | "-"; readonly value: Expression }[] {
  if (node.kind !== "binary" || (node.operator !== "+" && node.operator !== "-")) return [{ sign: "", value: node }];
  return [...termsOf(node.left), { sign: node.operator, value: node.right }];
}

function assign(context: PrintContext, node: Assign): Doc {
  const targets = node.targets.flatMap((target) => [bareTarget(context, target), " = "]);
  const isUnpacked = node.targets.some(({ kind }) => kind === "tuple");
  if (node.annotation === null)
    return [...targets, isUnpacked ? bareTarget(context, node.value) : wrapped(context, node.value)];
  const [target] = node.targets;
  return [
    expression(context, target),
    ": ",
    annotationText(context, node.annotation),
    " = ",
    expression(context, node.value),
  ];
}

function conditional(context: PrintContext, node: If): Doc {
  return node.branches.flatMap((branch, i): Doc[] => {
    const word = i === 0 ? "if " : branch.test === null ? "else" : "elif ";
    const note = noteOf(branch.after);
    const lead = lines(branch.before).flatMap((each) => [each, newline]);
    const head = branch.test === null ? word : [word, expression(context, branch.test)];
    return [...(i === 0 ? [] : [newline]), ...lead, head, ":", note, body(context, branch.body)];
  });
}

function definition(context: PrintContext, node: FunctionDefinition, note: Doc): Doc {
  const hasSelf = node.role === "method" || node.role === "property";
  const parameters = [...(hasSelf ? ["self"] : []), ...parameterList(context, node.parameters)];
  const returns = node.returns === null ? "" : ` -> ${annotationText(context, node.returns)}`;
  const decorator =
    node.role === "static" ? ["@staticmethod", newline] : node.role === "property" ? ["@property", newline] : [];
  const inside = block(context, node.body, node.doc !== null);
  const content = node.doc === null ? inside : [docstring(node.doc), ...inside];
  return [
    ...decorator,
    "def ",
    node.name,
    bracketed("(", parameters, ")"),
    returns,
    ":",
    note,
    nest([newline, ...join(content, newline)]),
  ];
}

function classDefinition(context: PrintContext, node: ClassDefinition, note: Doc): Doc {
  const base = node.base === null ? "" : ["(", expression(context, node.base), ")"];
  const inside = block(context, node.body, node.doc !== null);
  const content = node.doc === null ? inside : [docstring(node.doc), ...(inside.length === 0 ? [] : ["", ...inside])];
  return ["class ", node.name, base, ":", note, nest([newline, ...join(content, newline)])];
}

export function docstring(text: string): Doc {
  const quotes = text.includes('"""') || text.endsWith('"') ? "'''" : '"""';
  const open = `${text.includes("\\") ? "r" : ""}${quotes}`;
  const rows = text.split("\n");
  if (rows.length === 1) return `${open}${text}${quotes}`;
  return [open, ...join(rows, newline), newline, quotes];
}
