/** @file The patterns of match: each becomes a test that binds names on its way. */
import { type Emit, temporary, write } from "./emit.ts";
import { parts, Refusal, type SyntaxNode } from "./syntax.ts";

function bind(emit: Emit, name: string, value: string): string {
  return name === "_" ? "true" : `(${write(emit, name)}=${value},true)`;
}

function test(emit: Emit, node: SyntaxNode, subject: string): string {
  if (node.type === "case_pattern") {
    const inner = parts(node)[0];
    if (inner === undefined) return node.text.trim() === "_" ? "true" : `py.eq(${subject},${node.text})===true`;
    return test(emit, inner, subject);
  }
  switch (node.type) {
    case "dotted_name":
      return node.text.includes(".")
        ? `py.truth(py.eq(${subject},${dotted(emit, node)}))`
        : bind(emit, node.text, subject);
    case "integer":
    case "float":
    case "string":
    case "concatenated_string":
      return `py.truth(py.eq(${subject},${emit.expression(node)}))`;
    case "true":
    case "false":
      return `${subject}===${node.type}`;
    case "none":
      return `${subject}===null`;
    case "union_pattern":
      return `(${parts(node)
        .map((part) => test(emit, part, subject))
        .join("||")})`;
    case "as_pattern": {
      const [inner, name] = [parts(node)[0], parts(node).at(-1)];
      return `(${test(emit, inner, subject)}&&${bind(emit, name?.text ?? "_", subject)})`;
    }
    case "list_pattern":
    case "tuple_pattern":
      return sequence(emit, parts(node), subject);
    case "dict_pattern":
      return mapping(emit, node, subject);
    case "class_pattern":
      return instance(emit, node, subject);
    default:
      throw new Refusal(node, `${node.type.replaceAll("_", " ")} is not supported in case`);
  }
}

function dotted(emit: Emit, node: SyntaxNode): string {
  const [first, ...rest] = parts(node);
  return rest.reduce((code, part) => `py.getattr(${code},${JSON.stringify(part.text)})`, emit.expression(first));
}

function sequence(emit: Emit, items: readonly SyntaxNode[], subject: string): string {
  const isStar = (item: SyntaxNode) => item.type === "splat_pattern" || parts(item)[0]?.type === "splat_pattern";
  const star = items.findIndex(isStar);
  const held = temporary(emit);
  const tests = items.map((item, i) => {
    const place = `${held}[${i}]`;
    if (i !== star) return test(emit, item, place);
    const splat = item.type === "splat_pattern" ? item : parts(item)[0];
    return bind(emit, parts(splat)[0]?.text ?? "_", place);
  });
  return `((${held})=>${held}!==null${tests.map((each) => `&&${each}`).join("")})(py.sequencePattern(${subject},${items.length},${star}))`;
}

function keyOf(emit: Emit, node: SyntaxNode): string {
  const inner = node.type === "case_pattern" ? parts(node)[0] : node;
  return inner.type === "dotted_name" ? dotted(emit, inner) : emit.expression(inner);
}

function mapping(emit: Emit, node: SyntaxNode, subject: string): string {
  const children = parts(node);
  const tests: string[] = [];
  const keys: string[] = [];
  for (let i = 0; i < children.length; i++) {
    const splat = children[i].type === "splat_pattern" ? children[i] : parts(children[i])[0];
    if (splat?.type === "splat_pattern") {
      tests.push(bind(emit, parts(splat)[0]?.text ?? "_", `py.restPattern(${subject},[${keys.join(",")}])`));
      continue;
    }
    const key = keyOf(emit, children[i++]);
    keys.push(key);
    const held = temporary(emit);
    tests.push(`((${held})=>${held}!==undefined&&${test(emit, children[i], held)})(py.keyPattern(${subject},${key}))`);
  }
  return `(py.isMapping(${subject})${tests.map((each) => `&&${each}`).join("")})`;
}

function instance(emit: Emit, node: SyntaxNode, subject: string): string {
  const [name, ...arguments_] = parts(node);
  const tests = arguments_.map((argument, i) => {
    const inner = argument.type === "case_pattern" ? parts(argument)[0] : argument;
    if (inner?.type !== "keyword_pattern") {
      // int(x), str(x): the one positional pattern is the value itself; others name theirs in __match_args__.
      const held = temporary(emit);
      return `((${held})=>${held}!==undefined&&${test(emit, argument, held)})(py.positionalPattern(${subject},${dotted(emit, name)},${i}))`;
    }
    const [key, value] = parts(inner);
    const held = temporary(emit);
    return `((${held})=>${held}!==undefined&&${test(emit, value, held)})(py.attributePattern(${subject},${JSON.stringify(key.text)}))`;
  });
  return `(py.isinstance(${subject},${dotted(emit, name)})${tests.map((each) => `&&${each}`).join("")})`;
}

export const pattern = { test, sequence };
