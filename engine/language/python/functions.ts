/** @file def, lambda and their parameters. */
import { addProbe, type Emit, probe } from "./emit.ts";
import { Scope, yields } from "./scopes.ts";
import { field, parts, Refusal, type SyntaxNode } from "./syntax.ts";

export interface FunctionSource {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly parameters: SyntaxNode | null;
  readonly body: SyntaxNode;
  readonly isMethod: boolean;
}

interface Parameter {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly value: SyntaxNode | null;
  readonly kind: "plain" | "keyword" | "rest" | "keywords";
  /** As it stands. */
  readonly annotation?: string;
  /** Before a slash: no keyword names it. */
  isPositional?: boolean;
}

export function parametersOf(list: SyntaxNode | null): Parameter[] {
  const found: Parameter[] = [];
  let isKeywordOnly = false;
  for (const node of list === null ? [] : parts(list)) {
    const kind = isKeywordOnly ? "keyword" : "plain";
    switch (node.type) {
      case "identifier":
        found.push({ node, name: node.text, value: null, kind });
        break;
      case "typed_parameter": {
        const inner = parts(node)[0];
        if (inner.type === "list_splat_pattern" || inner.type === "dictionary_splat_pattern") {
          isKeywordOnly = true;
          found.push({
            node: inner,
            name: parts(inner)[0].text,
            value: null,
            kind: inner.type === "list_splat_pattern" ? "rest" : "keywords",
          });
        } else found.push({ node: inner, name: inner.text, value: null, kind, annotation: field(node, "type").text });
        break;
      }
      case "default_parameter":
      case "typed_default_parameter":
        found.push({ node: field(node, "name"), name: field(node, "name").text, value: field(node, "value"), kind });
        break;
      case "list_splat_pattern":
        isKeywordOnly = true;
        found.push({ node, name: parts(node)[0].text, value: null, kind: "rest" });
        break;
      case "dictionary_splat_pattern":
        found.push({ node, name: parts(node)[0].text, value: null, kind: "keywords" });
        break;
      case "keyword_separator":
        isKeywordOnly = true;
        break;
      case "positional_separator":
        for (const before of found) before.isPositional = true;
        break;
      default:
        throw new Refusal(node, `${node.type.replaceAll("_", " ")} is not supported as a parameter`);
    }
  }
  const names = new Set<string>();
  for (const { node, name } of found) {
    if (names.has(name)) throw new Refusal(node, `duplicate argument '${name}' in function definition`, "syntax");
    names.add(name);
  }
  return found;
}

/** A function value. Defaults are evaluated where the function is made, once. */
export function functionOf(emit: Emit, source: FunctionSource): string {
  const parameters = parametersOf(source.parameters);
  const described = parameters.map(
    ({ name, value, kind, isPositional }) =>
      `{name:${JSON.stringify(name)},kind:"${kind}"${isPositional === true ? ",isPositional:true" : ""}${value === null ? "" : `,value:${emit.expression(value)}`}}`,
  );
  const isLambda = source.node.type === "lambda";
  const body = isLambda ? [source.body] : parts(source.body);
  const [outer, wasEntry] = [emit.scope, emit.isEntry];
  const scope = new Scope(
    "function",
    outer,
    new Set(parameters.map(({ name }) => name)),
    isLambda ? [] : body,
    emit.nextScope++,
  );
  emit.scope = scope;
  const isTop = outer.kind === "module" && source.name === "forward";
  emit.isEntry = isTop || (outer.kind === "class" && (source.name === "forward" || source.name === "__call__"));
  const variables = [...scope.names].filter((name) => !scope.parameters.has(name)).map((name) => scope.jsName(name));
  const observed = emit.isEntry
    ? parameters
        .filter(({ name }) => name !== "self")
        .map(({ node, name }) => `__ll.parameter(${addProbe(emit, node, "parameter")},$${name});`)
        .join("")
    : "";
  const first =
    outer.kind === "class"
      ? `const $self0=${parameters[0] === undefined ? "undefined" : `$${parameters[0].name}`};`
      : "";
  const code = isLambda ? `return ${lambdaBody(emit, source.body)};` : emit.block(body);
  emit.scope = outer;
  emit.isEntry = wasEntry;
  const isGenerator = !isLambda && yields(source.body);
  const declared = variables.length === 0 ? "" : `let ${variables.join(",")};`;
  const names = parameters.map(({ name }) => `$${name}`).join(",");
  const doc = docstring(body);
  return `py.function(${JSON.stringify(source.name)},[${described.join(",")}],${isGenerator ? "function*" : "function"}(${names}){${declared}${first}${observed}${code}${isLambda ? "" : "return null;"}},${isGenerator},${JSON.stringify(doc)})`;
}

function lambdaBody(emit: Emit, body: SyntaxNode): string {
  return emit.isEntry ? probe(emit, body, emit.expression(body), "return") : emit.expression(body);
}

export function docstring(body: readonly SyntaxNode[]): string | null {
  const first = body[0];
  if (first?.type !== "expression_statement") return null;
  const inner = parts(first)[0];
  if (inner?.type !== "string") return null;
  return inner.text.replace(/^[rRuUbB]*('''|"""|'|")/, "").replace(/('''|"""|'|")$/, "");
}
