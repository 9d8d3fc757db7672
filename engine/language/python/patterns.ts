/** @file The patterns of match: each becomes a test that binds names on its way. */
import { type Emit, temporary, write } from "./emit.ts";
import type { MatchClass, MatchMapping, Pattern } from "./parser/tree.ts";

function bind(emit: Emit, name: string | null, value: string): string {
  return name === null ? "true" : `(${write(emit, name)}=${value},true)`;
}

export function patternTest(emit: Emit, node: Pattern, subject: string): string {
  switch (node.kind) {
    case "MatchValue":
      return `py.truth(py.eq(${subject},${emit.expression(node.value)}))`;
    case "MatchSingleton":
      return `${subject}===${node.value.type === "bool" ? node.value.value : "null"}`;
    case "MatchOr":
      return `(${node.patterns.map((part) => patternTest(emit, part, subject)).join("||")})`;
    case "MatchAs":
      return node.pattern === null
        ? bind(emit, node.name, subject)
        : `(${patternTest(emit, node.pattern, subject)}&&${bind(emit, node.name, subject)})`;
    case "MatchSequence":
      return sequence(emit, node.patterns, subject);
    case "MatchMapping":
      return mapping(emit, node, subject);
    case "MatchClass":
      return instance(emit, node, subject);
    case "MatchStar":
      return bind(emit, node.name, subject);
  }
}

function sequence(emit: Emit, items: readonly Pattern[], subject: string): string {
  const star = items.findIndex(({ kind }) => kind === "MatchStar");
  const held = temporary(emit);
  const tests = items.map((item, i) => patternTest(emit, item, `${held}[${i}]`));
  return `((${held})=>${held}!==null${tests.map((each) => `&&${each}`).join("")})(py.sequencePattern(${subject},${items.length},${star}))`;
}

/** A pattern of a value that may be missing. */
function present(emit: Emit, pattern: Pattern, code: string): string {
  const held = temporary(emit);
  return `((${held})=>${held}!==undefined&&${patternTest(emit, pattern, held)})(${code})`;
}

function mapping(emit: Emit, node: MatchMapping, subject: string): string {
  const keys = node.keys.map((key) => emit.expression(key));
  const tests = node.patterns.map((pattern, i) => present(emit, pattern, `py.keyPattern(${subject},${keys[i]})`));
  if (node.rest !== null) tests.push(bind(emit, node.rest, `py.restPattern(${subject},[${keys.join(",")}])`));
  return `(py.isMapping(${subject})${tests.map((each) => `&&${each}`).join("")})`;
}

function instance(emit: Emit, node: MatchClass, subject: string): string {
  const type = emit.expression(node.cls);
  const tests = [
    // int(x), str(x): the one positional pattern is the value itself; others name theirs in __match_args__.
    ...node.patterns.map((pattern, i) => present(emit, pattern, `py.positionalPattern(${subject},${type},${i})`)),
    ...node.kwd_patterns.map((pattern, i) =>
      present(emit, pattern, `py.attributePattern(${subject},${JSON.stringify(node.kwd_attrs[i])})`),
    ),
  ];
  return `(py.isinstance(${subject},${type})${tests.map((each) => `&&${each}`).join("")})`;
}
