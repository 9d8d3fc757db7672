/** @file def, lambda and their parameters. */
import { addProbe, type Emit, enclosed, probe, type Spot } from "./emit.ts";
import type { Argument, Arguments, Expression, Statement } from "./parser/tree.ts";
import { Scope, yields } from "./scopes.ts";

export interface FunctionSource {
  readonly name: string;
  readonly args: Arguments;
  /** An expression is a lambda's. */
  readonly body: readonly Statement[] | Expression;
}

export interface Parameter {
  /** Its name, with its stars. */
  readonly spot: Spot;
  readonly name: string;
  readonly value: Expression | null;
  readonly kind: "plain" | "keyword" | "rest" | "keywords";
  readonly annotation: Expression | null;
  /** Before a slash: no keyword names it. */
  readonly isPositional: boolean;
}

/** As they stand. */
export function parametersOf(args: Arguments): Parameter[] {
  const of = (
    { arg, start, annotation }: Argument,
    kind: Parameter["kind"],
    value: Expression | null = null,
    isPositional = false,
  ): Parameter => {
    const stars = kind === "rest" ? 1 : kind === "keywords" ? 2 : 0;
    const spot: Spot = { kind: stars === 0 ? "Name" : "arg", start: start - stars, end: start + arg.length };
    return { spot, name: arg, value, kind, annotation, isPositional };
  };
  const { posonlyargs, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = args;
  const plain = [...posonlyargs, ...args.args];
  const undefaulted = plain.length - defaults.length;
  return [
    ...plain.map((each, i) => of(each, "plain", defaults[i - undefaulted] ?? null, i < posonlyargs.length)),
    ...(vararg === null ? [] : [of(vararg, "rest")]),
    ...kwonlyargs.map((each, i) => of(each, "keyword", kw_defaults[i])),
    ...(kwarg === null ? [] : [of(kwarg, "keywords")]),
  ];
}

/** A function value. Defaults are evaluated where the function is made, once. */
export function functionOf(emit: Emit, { name, args, body }: FunctionSource): string {
  const parameters = parametersOf(args);
  const described = parameters.map(
    ({ name: parameter, value, kind, isPositional }) =>
      `{name:${JSON.stringify(parameter)},kind:"${kind}"${isPositional ? ",isPositional:true" : ""}${value === null ? "" : `,value:${emit.expression(value)}`}}`,
  );
  const { scope: outer, isEntry: wasEntry, loop } = emit;
  const isLambda = !isBlock(body);
  const scope = new Scope(
    "function",
    outer,
    new Set(parameters.map((parameter) => parameter.name)),
    isLambda ? [] : body,
    emit.nextScope++,
  );
  emit.scope = scope;
  const isTop = outer.kind === "module" && name === "forward";
  emit.isEntry = isTop || (outer.kind === "class" && (name === "forward" || name === "__call__"));
  const variables = [...scope.names].filter((each) => !scope.parameters.has(each)).map((each) => scope.jsName(each));
  const observed = emit.isEntry
    ? parameters
        .filter((parameter) => parameter.name !== "self")
        .map(({ spot, name: parameter }) => `__ll.parameter(${addProbe(emit, spot, "parameter")},$${parameter});`)
        .join("")
    : "";
  const first =
    outer.kind === "class"
      ? `const $self0=${parameters[0] === undefined ? "undefined" : `$${parameters[0].name}`};`
      : "";
  const code = isBlock(body) ? emit.block(body) : `return ${lambdaBody(emit, body)};`;
  emit.scope = outer;
  emit.isEntry = wasEntry;
  emit.loop = loop;
  const isGenerator = isBlock(body) && body.some(yields);
  const declared = variables.length === 0 ? "" : `let ${variables.join(",")};`;
  const names = parameters.map((parameter) => `$${parameter.name}`).join(",");
  const doc = isBlock(body) ? docstring(body) : null;
  return `py.function(${JSON.stringify(name)},[${described.join(",")}],${isGenerator ? "function*" : "function"}(${names}){${declared}${first}${observed}${code}${isLambda ? "" : "return null;"}},${isGenerator},${JSON.stringify(doc)})`;
}

const isBlock = (body: FunctionSource["body"]): body is readonly Statement[] => Array.isArray(body);

function lambdaBody(emit: Emit, body: Expression): string {
  return emit.isEntry ? probe(emit, enclosed(emit, body), emit.expression(body), "return") : emit.expression(body);
}

export function docstring([first]: readonly Statement[]): string | null {
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  const { value } = first.value;
  return value.type === "str" ? value.value : null;
}
