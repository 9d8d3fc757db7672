/** @file What Python and PyTorch have several words for, in the words that both languages know. */
import { byName } from "../../../by-name.ts";
import { functionOp } from "../ops.ts";
import type { Call, Expression, Keyword } from "../tree.ts";

/** A call as it was read, or the same said otherwise. */
export function sugared(node: Call): Expression {
  const { callee, args, keywords } = withPlainArguments(node);
  const plain: Call = { ...node, args, keywords };
  if (callee.kind === "known") return knownCall(plain, callee.path);
  if (callee.kind === "member" && callee.name === "format" && callee.object.kind === "string")
    return braced(callee.object.value, plain) ?? plain;
  return plain;
}

const constructors: Readonly<Record<string, string>> = byName({
  "torch.Tensor": "float32",
  "torch.FloatTensor": "float32",
  "torch.DoubleTensor": "float64",
  "torch.IntTensor": "int32",
  "torch.LongTensor": "int64",
  "torch.BoolTensor": "bool",
});

function knownCall(node: Call, path: string): Expression {
  const { args, keywords, range } = node;
  const [first] = args;
  const dtype = constructors[path];
  if (dtype !== undefined) return constructed(node, dtype);
  switch (path) {
    case "dict":
    case "collections.OrderedDict":
      if (args.length > 0) return zipped(node) ?? node;
      return {
        kind: "dict",
        entries: keywords.map(({ name, value }) => ({
          key: { kind: "string", value: name, range: value.range },
          value,
        })),
        isBroken: false,
        range,
      };
    case "list":
    case "tuple":
      return first === undefined ? { kind: path, items: [], isBroken: false, range } : node;
    case "torch.autograd.Variable": {
      // Tensors have been variables since PyTorch 0.4.
      const wanted = keywords.find(({ name }) => name === "requires_grad")?.value;
      if (first === undefined || (wanted !== undefined && wanted.kind !== "constant")) return node;
      const isWanted = wanted?.kind === "constant" && wanted.value === true;
      return isWanted ? method(first, "requires_grad_", range) : first;
    }
    case "torch.cuda.is_available":
      return { kind: "constant", value: false, range };
    case "torch.device":
      // A device is its name, and there is one.
      return first?.kind === "string" && first.value === "cpu" && args.length === 1 ? first : node;
    case "torch.randint":
      // From 0, where only the end is given.
      return args.length === 2 && keywords.every(({ name }) => name !== "size" && name !== "high")
        ? { ...node, args: [{ kind: "number", text: "0", value: 0, isFloat: false, range }, ...args] }
        : node;
    case "functools.partial":
      return partial(node) ?? node;
    default:
      return node;
  }
}

/** dict(zip(keys, values)) is {key: value for key, value in zip(keys, values)}. */
function zipped({ args, keywords, range }: Call): Expression | null {
  const [pairs] = args;
  const isZip = pairs?.kind === "call" && pairs.callee.kind === "known" && pairs.callee.path === "zip";
  if (!isZip || args.length !== 1 || keywords.length > 0 || pairs.args.length !== 2) return null;
  const name = (text: string): Expression => ({ kind: "name", name: text, range });
  const target: Expression = { kind: "tuple", items: [name("key"), name("value")], isBroken: false, range };
  return {
    kind: "comprehension",
    result: "dict",
    key: name("key"),
    element: name("value"),
    clauses: [{ target, iterable: pairs, conditions: [] }],
    range,
  };
}

const method = (object: Expression, name: string, range: Call["range"]): Expression => ({
  kind: "call",
  callee: { kind: "member", object, name, range },
  args: [],
  keywords: [],
  range,
});

/** Of data, or of sizes: `torch.Tensor(x)` alone does not say which. */
function constructed(node: Call, dtype: string): Expression {
  const { args, range } = node;
  const [first] = args;
  const isData = args.length === 1 && first !== undefined && ["list", "tuple", "comprehension"].includes(first.kind);
  if (!isData && (args.length < 2 || args.some(({ kind }) => kind === "spread"))) return node;
  return {
    kind: "call",
    callee: { kind: "known", path: isData ? "torch.tensor" : "torch.empty", range: node.callee.range },
    args,
    keywords: [{ name: "dtype", value: { kind: "known", path: `torch.${dtype}`, range } }],
    range,
  };
}

/** "cuda" if torch.cuda.is_available() else "cpu" is "cpu" where there is no GPU. */
export function chosen(node: Extract<Expression, { kind: "conditional" }>): Expression {
  return node.test.kind === "constant" && node.test.value === false ? node.whenFalse : node;
}

const dtypes: Readonly<Record<string, string>> = byName({
  bool: "torch.bool",
  int: "torch.int64",
  float: "torch.float64",
});

/** Python's types as dtypes, and the reductions of PyTorch before 0.4. */
function withPlainArguments(node: Call): Call {
  const keywords = node.keywords.map(({ name, value }): Keyword => {
    const dtype = name === "dtype" && value.kind === "known" ? dtypes[value.path] : undefined;
    return dtype === undefined ? { name, value } : { name, value: { ...value, kind: "known", path: dtype } };
  });
  const flag = (wanted: string) => keywords.find(({ name }) => name === wanted)?.value;
  const [reduce, average] = [flag("reduce"), flag("size_average")];
  const path = node.callee.kind === "known" ? node.callee.path : "";
  const given = [reduce, average].filter((each) => each !== undefined);
  if (!path.startsWith("torch.nn.") || given.length === 0 || given.some(({ kind }) => kind !== "constant"))
    return { ...node, keywords };
  const isOff = (each: Expression | undefined) => each?.kind === "constant" && each.value === false;
  const reduction = isOff(reduce) ? "none" : isOff(average) ? "sum" : "mean";
  const others = keywords.filter(({ name }) => name !== "reduce" && name !== "size_average");
  return {
    ...node,
    keywords: [...others, { name: "reduction", value: { kind: "string", value: reduction, range: node.range } }],
  };
}

/** partial(F.huber_loss, delta=0.5) is lambda input, target: F.huber_loss(input, target, delta=0.5). */
function partial(node: Call): Expression | null {
  const [callee, ...bound] = node.args;
  const op = callee?.kind === "known" ? functionOp(callee.path) : null;
  if (callee === undefined || op === null || ![...bound, ...node.keywords.map(({ value }) => value)].every(isLiteral))
    return null;
  const { range } = node;
  const open = op.params
    .slice(bound.length)
    .filter((param) => !("default" in param) && node.keywords.every(({ name }) => name !== param.name))
    .map(({ name }) => name);
  const body: Call = {
    kind: "call",
    callee,
    args: [...bound, ...open.map((name): Expression => ({ kind: "name", name, range }))],
    keywords: node.keywords,
    range,
  };
  const parameters = open.map((name) => ({ name, value: null, annotation: null, form: "plain", range }) as const);
  return { kind: "lambda", parameters, body, range };
}

/** The same whenever it is asked for. */
function isLiteral(node: Expression): boolean {
  if (node.kind === "unary") return isLiteral(node.value);
  return ["number", "string", "constant"].includes(node.kind);
}

type Parts = (string | { readonly value: Expression; readonly format: string })[];

/** "{:.3f} of {}".format(a, b), as an f-string. Null for what an f-string cannot say. */
function braced(text: string, { args, keywords, range }: Call): Expression | null {
  const found: Parts = [];
  let next = 0;
  for (const [piece, name, format] of matches(text, /\{\{|\}\}|\{(\w*)(?::([^{}]*))?\}/g)) {
    if (piece === "{{" || piece === "}}" || !piece.startsWith("{")) {
      found.push(piece === "{{" || piece === "}}" ? piece.charAt(0) : piece);
      continue;
    }
    const at = name === "" ? next++ : Number(name);
    const value = Number.isInteger(at) ? args[at] : keywords.find((keyword) => keyword.name === name)?.value;
    if (value === undefined) return null;
    found.push({ value, format: format ?? "" });
  }
  return { kind: "template", parts: found, range };
}

/** "loss: %.3f" % x, as an f-string. Null for what an f-string cannot say. */
export function percent(text: string, right: Expression, range: Call["range"]): Expression | null {
  const values = right.kind === "tuple" ? right.items : [right];
  const found: Parts = [];
  let next = 0;
  for (const [piece, format, kind] of matches(text, /%(?:%|([\d.]*)([sdifeg]))/g)) {
    if (!piece.startsWith("%") || piece === "%%") {
      found.push(piece === "%%" ? "%" : piece);
      continue;
    }
    const value = values[next++];
    if (value === undefined) return null;
    const isText = kind === "s" || kind === "d" || kind === "i";
    if (isText && format !== "") return null;
    found.push({ value, format: isText ? "" : kind === "f" && format === "" ? ".6f" : `${format}${kind}` });
  }
  return next === values.length ? { kind: "template", parts: found, range } : null;
}

/** A text in pieces: what matches, with its groups, and what stands between. */
function matches(text: string, pattern: RegExp): (readonly [string, string, string])[] {
  const found: (readonly [string, string, string])[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) found.push([text.slice(at, match.index), "", ""]);
    found.push([match[0], match[1] ?? "", match[2] ?? ""]);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push([text.slice(at), "", ""]);
  return found;
}
