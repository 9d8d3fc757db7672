/** @file Comprehensions and generators. */
import { assignment } from "./assignments.ts";
import { condition } from "./conditions.ts";
import { type Emit, temporary } from "./emit.ts";
import type { Comprehension, DictComp, ElementComprehension } from "./parser/tree.ts";
import { Refusal } from "./refusal.ts";
import { Scope, targets } from "./scopes.ts";
import { iterated } from "./sequences.ts";

const kinds = { ListComp: "list", SetComp: "set", DictComp: "dict", GeneratorExp: "generator" } as const;

export function comprehension(emit: Emit, node: ElementComprehension | DictComp): string {
  const kind = kinds[node.kind];
  const [outermost] = node.generators;
  const bound = new Set<string>();
  for (const each of node.generators) {
    if (each.is_async) throw new Refusal(node, "async is not supported: a loss is computed at once");
    targets(each.target, bound);
  }
  const outer = emit.scope;
  // The first iterable belongs to the scope outside.
  const first = iterated(emit, outermost.iter, node);
  emit.scope = new Scope("function", outer, bound, [], emit.nextScope++);
  const element =
    node.kind === "DictComp"
      ? `r.push([${emit.expression(node.key)},${emit.expression(node.value)}]);`
      : kind === "generator"
        ? `yield ${emit.expression(node.elt)};`
        : `r.push(${emit.expression(node.elt)});`;
  const code = node.generators.reduceRight(
    (inner, each) => clause(emit, node, each, inner, each === outermost),
    element,
  );
  emit.scope = outer;
  const variables = [...bound].map((name) => `$${name}`);
  const declared = variables.length === 0 ? "" : `let ${variables.join(",")};`;
  if (kind === "generator") return `py.generator((function*(first){${declared}${code}})(${first}))`;
  const list = `((first)=>{const r=[];${declared}${code}return r;})(${first})`;
  return kind === "list" ? list : `py.${kind}(${list})`;
}

function clause(
  emit: Emit,
  node: ElementComprehension | DictComp,
  { target, iter, ifs }: Comprehension,
  inner: string,
  isFirst: boolean,
): string {
  const body = ifs.reduceRight((code, test) => `if(${condition(emit, node, test)}){${code}}`, inner);
  const item = temporary(emit);
  const loop = emit.loops.push({ start: node.start, end: node.end }) - 1;
  const source = isFirst ? "first" : iterated(emit, iter, node);
  return `for(const ${item} of ${source}){__ll.loop(${loop});${assignment(emit, target, item)}${body}}`;
}
