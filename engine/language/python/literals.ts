/** @file Literals: numbers, strings, f-strings. */
import { type Emit, probe } from "./emit.ts";
import type { Constant, Expression, FormattedValue, JoinedStr } from "./parser/tree.ts";
import { Refusal } from "./refusal.ts";

export function constant(emit: Emit, node: Constant): string {
  const { value } = node;
  switch (value.type) {
    case "bool":
      return String(value.value);
    case "None":
      return "null";
    case "Ellipsis":
      return "py.ellipsis";
    case "complex":
      return `py.complex(${value.value})`;
    case "int": {
      const whole = Number(value.value);
      if (!Number.isSafeInteger(whole))
        throw new Refusal(node, "integers beyond 2**53 are not supported: write a float such as 1e20");
      return String(whole);
    }
    case "float": {
      if (!Number.isFinite(value.value)) return "Infinity";
      return Number.isInteger(value.value) ? `py.float(${value.value})` : String(value.value);
    }
    case "bytes":
      throw new Refusal(node, "bytes are not supported: use a string");
    case "str":
      checkNames(emit, node);
      return JSON.stringify(value.value);
  }
}

function checkNames({ named }: Emit, node: Expression): void {
  if (named.has(node.start)) throw new Refusal(node, "characters by name are not supported: write the character");
}

export function formatted(emit: Emit, node: JoinedStr): string {
  checkNames(emit, node);
  return `(${['""', ...node.values.map((part) => piece(emit, node, part))].join("+")})`;
}

function piece(emit: Emit, whole: JoinedStr, part: Expression): string {
  if (part.kind !== "FormattedValue") return emit.expression(part);
  const code = value(emit, part, (spec) => specifier(emit, spec));
  return probe(emit, whole, code);
}

/** `{value!r:>8.3f}` */
const value = (emit: Emit, part: FormattedValue, format: (spec: JoinedStr) => string): string =>
  `py.format(${emit.expression(part.value)},${part.format_spec === null ? '""' : format(part.format_spec)},"${part.conversion}")`;

/** What comes after the colon, which may have values of its own. */
function specifier(emit: Emit, { values }: JoinedStr): string {
  const pieces = values.map((part) =>
    part.kind === "FormattedValue" ? value(emit, part, (spec) => specifier(emit, spec)) : emit.expression(part),
  );
  return ['""', ...pieces].join("+");
}
