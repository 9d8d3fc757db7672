/** @file Python expressions as JavaScript. Every value goes through the runtime `py`, which knows Python's rules. */
import { argumentsOf } from "./call-arguments.ts";
import { comprehension } from "./comprehensions.ts";
import { condition } from "./conditions.ts";
import { type Emit, enclosed, probe, probedName, probeFrom, temporary, write } from "./emit.ts";
import { functionOf } from "./functions.ts";
import { constant, formatted } from "./literals.ts";
import { binaryNames, comparisonNames } from "./operator-names.ts";
import type {
  Attribute,
  BoolOp,
  Call,
  Compare,
  Dict,
  Expression,
  Place,
  Slice,
  UnaryOp,
  Yield,
  YieldFrom,
} from "./parser/tree.ts";
import { Refusal } from "./refusal.ts";
import { sequence } from "./sequences.ts";

export function expression(emit: Emit, node: Expression): string {
  switch (node.kind) {
    case "Name":
      return probedName(emit, node);
    case "Constant":
      return constant(emit, node);
    case "JoinedStr":
      return formatted(emit, node);
    case "Tuple":
      return `py.tuple(${sequence(emit, node.elts)})`;
    case "List":
      return sequence(emit, node.elts);
    case "Set":
      return probe(emit, node, `py.set(${sequence(emit, node.elts)})`);
    case "Dict":
      return dictionary(emit, node);
    case "BinOp":
      return probe(
        emit,
        node,
        `py.${binaryNames[node.op]}(${emit.expression(node.left)},${emit.expression(node.right)})`,
      );
    case "UnaryOp":
      return unary(emit, node);
    case "BoolOp":
      return booleanOperator(emit, node, node.values);
    case "Compare":
      return comparisons(emit, node);
    case "IfExp":
      return `(${condition(emit, node, node.test)}?${emit.expression(node.body)}:${emit.expression(node.orelse)})`;
    case "Lambda":
      return functionOf(emit, { name: "<lambda>", args: node.args, body: node.body });
    case "Call":
      return call(emit, node);
    case "Attribute":
      return probeFrom(
        emit,
        node,
        attributeStart(emit, node, node),
        `py.getattr(${emit.expression(node.value)},${JSON.stringify(node.attr)})`,
      );
    case "Subscript":
      return probe(emit, node, `py.getitem(${emit.expression(node.value)},${emit.expression(node.slice)})`);
    case "Slice":
      return slice(emit, node);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return comprehension(emit, node);
    case "NamedExpr":
      return `(${write(emit, node.target.id)}=${emit.expression(node.value)})`;
    case "Yield":
    case "YieldFrom":
      return yielded(emit, node);
    case "Await":
      throw new Refusal(node, "await is not supported: a loss is computed at once");
    case "Starred":
    case "FormattedValue":
      throw new Error(`internal: ${node.kind} stands alone`);
  }
}

/** Where CPython says an attribute stands: at its name, if that is on another line than the object's beginning. */
function attributeStart({ source }: Emit, { start, end, attr }: Attribute, whole: Place): number {
  const name = end - attr.length;
  return source.slice(start, name).includes("\n") ? name : whole.start;
}

function dictionary(emit: Emit, node: Dict): string {
  const entries = node.values.map((value, i) => {
    const key = node.keys[i];
    return key === null
      ? `...py.entries(${emit.expression(value)})`
      : `[${emit.expression(key)},${emit.expression(value)}]`;
  });
  return probe(emit, node, `py.dict([${entries.join(",")}])`);
}

const unaryNames = { USub: "neg", UAdd: "pos", Invert: "invert" } as const;

function unary(emit: Emit, node: UnaryOp): string {
  const { op, operand } = node;
  if (op === "Not") return `!${condition(emit, node, operand)}`;
  // A negative literal is a constant.
  if (op === "USub" && operand.kind === "Constant") {
    const code = emit.expression(operand);
    if (/^[\d.eI]/.test(code)) return code === "0" ? "0" : `(-${code})`;
  }
  return probe(emit, node, `py.${unaryNames[op]}(${emit.expression(operand)})`);
}

/** a and b and c is (a and b) and c. */
function booleanOperator(emit: Emit, node: BoolOp, values: readonly Expression[]): string {
  const [first] = values;
  if (values.length === 1) return emit.expression(first);
  const before = values.slice(0, -1);
  const right = values[values.length - 1];
  const last = enclosed(emit, before[before.length - 1]);
  const kept = temporary(emit);
  const left = before.length === 1 ? last : { kind: node.kind, start: node.start, end: last.end };
  const test = probe(emit, left, `py.truth(${kept}=${booleanOperator(emit, node, before)})`);
  const code =
    node.op === "And" ? `(${test}?${emit.expression(right)}:${kept})` : `(${test}?${kept}:${emit.expression(right)})`;
  return `((${kept})=>${code})()`;
}

function comparisons(emit: Emit, node: Compare): string {
  const names = node.ops.map((op) => comparisonNames[op]);
  const operands = [node.left, ...node.comparators];
  if (names.length === 1)
    return probe(emit, node, `py.${names[0]}(${emit.expression(operands[0])},${emit.expression(operands[1])})`);
  // a < b < c: b is evaluated once, c only if the first holds.
  const held = operands.map(() => temporary(emit));
  const result = temporary(emit);
  const [first, second, ...others] = operands;
  let code = `${held[0]}=${emit.expression(first)},${held[1]}=${emit.expression(second)},${result}=py.${names[0]}(${held[0]},${held[1]})`;
  others.forEach((operand, i) => {
    code += `,${result}=!py.truth(${result})?${result}:(${held[i + 2]}=${emit.expression(operand)},py.${names[i + 1]}(${held[i + 1]},${held[i + 2]}))`;
  });
  return probe(emit, node, `((${[...held, result].join(",")})=>(${code},${result}))()`);
}

function call(emit: Emit, node: Call): string {
  const { func, args, keywords } = node;
  const isSuper = func.kind === "Name" && func.id === "super" && emit.scope.resolve("super") === null;
  if (isSuper && args.length === 0 && keywords.length === 0) return `py.super(__class__,$self0)`;
  const given = argumentsOf(emit, args, keywords);
  if (func.kind === "Attribute") {
    // The id is entered first, so that a missing attribute is reported for the call.
    const owner = emit.expression(func.value);
    return probeFrom(
      emit,
      node,
      attributeStart(emit, func, node),
      `py.method(${owner},${JSON.stringify(func.attr)},${given.positional},${given.keywords})`,
    );
  }
  return probe(emit, node, `py.call(${emit.expression(func)},${given.positional},${given.keywords})`);
}

const slice = (emit: Emit, { lower, upper, step }: Slice): string =>
  `py.slice(${[lower, upper, step].map((part) => (part === null ? "null" : emit.expression(part))).join(",")})`;

function yielded(emit: Emit, node: Yield | YieldFrom): string {
  if (node.kind === "YieldFrom") return `(yield* py.iterate(${emit.expression(node.value)}))`;
  return node.value === null ? "(yield null)" : `(yield ${emit.expression(node.value)})`;
}
