/** @file What calls give: PyTorch's functions and methods, Python's builtins, the program's own functions. */
import type { Inference } from "./infer.ts";
import { elementsOfData, functionOp, isModuleName, methodOp, plainMethods, resultOf } from "./ops.ts";
import type { Call, ClassDefinition, Expression, FunctionDefinition, Lambda, Parameter } from "./tree.ts";
import {
  bool,
  float,
  floats,
  int,
  isNumber,
  isTensor,
  itemOf,
  join,
  listOf,
  never,
  none,
  present,
  shape,
  string,
  type Type,
  tensor,
  unknown,
} from "./types.ts";

export function callType(inference: Inference, node: Call): Type {
  const args = node.args.map((arg) =>
    arg.kind === "spread" ? inference.itemsOf(arg.value) : inference.expression(arg),
  );
  for (const { value } of node.keywords) inference.expression(value);
  const { callee } = node;
  if (callee.kind === "member") return methodType(inference, node, callee.object, callee.name, args);
  return typeOfCalled(inference, node, inference.expression(callee), args);
}

function typeOfCalled(inference: Inference, node: Call, type: Type, args: readonly Type[]): Type {
  switch (type.kind) {
    case "mixed":
      return type.types.map((each) => typeOfCalled(inference, node, each, args)).reduce(join, never);
    case "known":
      return knownCall(inference, node, type.path, args);
    case "function":
      return own(inference, type.definition, node);
    case "class":
      return constructed(inference, type.definition, node);
    case "module":
      return tensor;
    case "instance": {
      const forward = inference.attribute(type.definition, "forward");
      return forward?.kind === "function" ? own(inference, forward.definition, node) : unknown;
    }
    case "never":
      return never;
    default:
      return unknown;
  }
}

/** Arguments by the parameters they go to. */
export function argumentsBy(parameters: readonly Parameter[], { args, keywords }: Call): Map<Parameter, Expression[]> {
  const found = new Map<Parameter, Expression[]>();
  const positional = parameters.filter(({ form }) => form === "plain");
  const rest = parameters.find(({ form }) => form === "rest");
  args.forEach((arg, i) => {
    const parameter = positional[i] ?? rest;
    if (parameter !== undefined) found.set(parameter, [...(found.get(parameter) ?? []), arg]);
  });
  for (const { name, value } of keywords) {
    const parameter = parameters.find((each) => each.name === name);
    if (parameter !== undefined) found.set(parameter, [value]);
  }
  return found;
}

function own(inference: Inference, definition: FunctionDefinition | Lambda, node: Call): Type {
  for (const [parameter, values] of argumentsBy(definition.parameters, node))
    for (const value of values)
      inference.learnParameter(
        definition,
        parameter,
        value.kind === "spread" ? inference.itemsOf(value.value) : inference.typeOf(value),
      );
  return inference.returnsOf(definition);
}

function constructed(inference: Inference, definition: ClassDefinition, node: Call): Type {
  const init = inference.attribute(definition, "__init__");
  if (init?.kind === "function") own(inference, init.definition, node);
  return { kind: "instance", definition };
}

const namedParameters: Type = listOf({ kind: "tuple", items: [string, floats] });

const keepsNumbers: ReadonlySet<string> = new Set(["abs", "min", "max"]);

function knownCall(inference: Inference, node: Call, path: string, args: readonly Type[]): Type {
  const op = functionOp(path);
  if (op !== null) {
    op.params.forEach(({ kind }, i) => {
      if (kind === "tensor" && node.args[i] !== undefined) inference.learnTensor(node.args[i]);
    });
    if (["torch.tensor", "torch.as_tensor", "torch.full"].includes(path)) {
      const data = path === "torch.full" ? args[1] : args[0];
      return { kind: "tensor", elements: data === undefined ? "any" : elementsOfData(data) };
    }
    const hasDim = node.keywords.some(({ name }) => name === "dim" || name === "axis");
    return resultOf(op, args, hasDim);
  }
  const [first] = args;
  if (path.startsWith("torch.nn.")) {
    const name = path.slice("torch.nn.".length);
    if (name === "Parameter") return floats;
    if (name === "ParameterList" || name === "ModuleList") {
      const item =
        name === "ParameterList" ? floats : (itemOf(first ?? unknown) ?? ({ kind: "module", name: "Module" } as const));
      return { kind: "list", item, isShape: false, holder: name };
    }
    return isModuleName(name) ? { kind: "module", name } : unknown;
  }
  if (path === "torch.autograd.grad") return listOf(tensor);
  if (path === "torch.is_tensor") return bool;
  if (path.startsWith("math.")) return /^math\.(floor|ceil|trunc|factorial|gcd)$/.test(path) ? int : float;
  if (path.startsWith("numpy.")) return float;
  return builtin(path, args, first);
}

function builtin(name: string, args: readonly Type[], first: Type | undefined): Type {
  if (keepsNumbers.has(name)) {
    if (args.length === 1 && name !== "abs") return first === undefined ? unknown : (itemOf(first) ?? unknown);
    return args.reduce(join, never);
  }
  switch (name) {
    case "round":
      return args.length > 1 ? float : int;
    case "len":
    case "int":
      return int;
    case "float":
      return float;
    case "bool":
    case "isinstance":
    case "any":
    case "all":
      return bool;
    case "str":
      return string;
    case "print":
    case "warnings.warn":
      return none;
    case "range":
      return listOf(int);
    case "sum": {
      const item = first === undefined ? unknown : (itemOf(first) ?? unknown);
      // An empty sum is 0, but nobody adds up nothing.
      return args.length > 1 ? join(args[1], item) : isNumber(item) || isTensor(item) ? item : unknown;
    }
    case "enumerate":
      return listOf({ kind: "tuple", items: [int, first === undefined ? unknown : (itemOf(first) ?? unknown)] });
    case "zip":
      return listOf({ kind: "tuple", items: args.map((arg) => itemOf(arg) ?? unknown) });
    case "list":
    case "tuple":
    case "reversed":
    case "sorted":
      return first === undefined ? listOf(never) : first.kind === "tuple" ? first : listOf(itemOf(first) ?? unknown);
    case "map": {
      const [f] = args;
      if (f?.kind === "known") {
        const op = functionOp(f.path);
        if (op !== null) return listOf(resultOf(op, [tensor], false));
      }
      return listOf(unknown);
    }
    default:
      return unknown;
  }
}

function methodType(inference: Inference, node: Call, object: Expression, name: string, args: readonly Type[]): Type {
  if (object.kind === "super") return name === "forward" ? tensor : none;
  const owner = present(inference.expression(object));
  switch (owner.kind) {
    case "tensor":
      return ofTensor(owner, name, node, args);
    case "instance": {
      const member = inference.attribute(owner.definition, name);
      if (member?.kind === "function") return own(inference, member.definition, node);
      if (member?.kind === "module") return tensor;
      if (member?.kind === "known") return knownCall(inference, node, member.path, args);
      if (member?.kind === "instance") {
        const forward = inference.attribute(member.definition, "forward");
        return forward?.kind === "function" ? own(inference, forward.definition, node) : unknown;
      }
      if (name === "parameters") return listOf(floats);
      if (name === "named_parameters") return namedParameters;
      return member?.kind === "never" ? never : unknown;
    }
    case "class": {
      const member = inference.attribute(owner.definition, name);
      return member?.kind === "function" ? own(inference, member.definition, node) : unknown;
    }
    case "module":
      if (name === "named_parameters") return namedParameters;
      return name === "parameters" ? listOf(floats) : name === "forward" ? tensor : unknown;
    case "list":
      return ofList(inference, object, owner.item, name, args);
    case "tuple":
      return name === "index" || name === "count" ? int : unknown;
    case "dict":
      if (name === "update") inference.learnValue(object, itemOfDict(args[0]));
      if (name === "items") return listOf({ kind: "tuple", items: [string, owner.value] });
      if (name === "values") return listOf(owner.value);
      if (name === "keys") return listOf(string);
      return name === "get" ? join(owner.value, args[1] ?? none) : name === "pop" ? owner.value : unknown;
    case "string":
      return /^(format|join|upper|lower|strip|replace|title|capitalize)$/.test(name)
        ? string
        : /^(startswith|endswith)$/.test(name)
          ? bool
          : unknown;
    default:
      return ofUnknown(inference, node, object, owner, name, args);
  }
}

const itemOfDict = (type: Type | undefined): Type => (type?.kind === "dict" ? type.value : never);

/** Only tensors have these methods: what is asked for one is a tensor. */
function ofUnknown(
  inference: Inference,
  node: Call,
  object: Expression,
  owner: Type,
  name: string,
  args: readonly Type[],
): Type {
  const isCommon = ["index", "count", "sort", "split", "copy", "pop", "max", "min"].includes(name);
  if (isCommon || (methodOp(name) === null && plainMethods[name] === undefined && name !== "size"))
    return owner.kind === "never" ? never : unknown;
  inference.learnTensor(object);
  return ofTensor(tensor, name, node, args);
}

export function ofTensor(owner: Type, name: string, node: Call, args: readonly Type[]): Type {
  if (name === "size") return args.length > 0 || node.keywords.length > 0 ? int : shape;
  const plain = plainMethods[name];
  if (plain !== undefined) return plain;
  const op = methodOp(name);
  if (op === null) return unknown;
  const hasDim = node.keywords.some((keyword) => keyword.name === "dim" || keyword.name === "axis");
  return resultOf(op, [owner, ...args], hasDim);
}

function ofList(inference: Inference, object: Expression, item: Type, name: string, args: readonly Type[]): Type {
  if (name === "append" || name === "insert" || name === "extend") {
    const added = name === "extend" ? (itemOf(args[0] ?? never) ?? unknown) : (args[args.length - 1] ?? never);
    inference.learnItem(object, added);
    return none;
  }
  if (name === "pop") return item;
  if (name === "copy") return listOf(item);
  return name === "index" || name === "count" ? int : none;
}
