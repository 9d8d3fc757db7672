/** @file Calls: PyTorch's functions and methods with options for keywords, modules by forward, own functions by position. */
import { byName } from "../../../by-name.ts";
import { numpyNames } from "../../../ops/numpy-names.ts";
import type { Op, Param } from "../../../ops/op.ts";
import { bracketed, type Doc } from "../layout.ts";
import { moduleNamed } from "../../facts/facts.ts";
import { functionOp, isModuleName, methodOp, plainMethods } from "../ops.ts";
import type { Call, Expression, Keyword, Parameter } from "../tree.ts";
import { isNumber, isTensor, type Type } from "../types.ts";
import { builtin } from "./builtins.ts";
import { ofDict, ofList, ofString } from "./containers.ts";
import {
  expression,
  given,
  held,
  link,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  typeAt,
  value,
} from "./context.ts";
import { dtypeOption } from "./dtypes.ts";
import { shortName } from "./known.ts";

export function call(context: PrintContext, node: Call): Printed {
  const { callee } = node;
  if (callee.kind === "super") return refuse(context, node, "super() by itself");
  if (callee.kind === "member") return methodCall(context, node, callee.object, callee.name);
  const type = typeAt(context, callee);
  switch (type.kind) {
    case "known":
      return knownCall(context, node, type.path);
    case "function":
      return printed([receiver(context, callee), own(context, node, type.definition.parameters)]);
    case "class": {
      const init = context.inference.attribute(type.definition, "__init__");
      const parameters = init?.kind === "function" ? init.definition.parameters : [];
      return printed(["new ", receiver(context, callee), own(context, node, parameters)]);
    }
    case "module":
    case "instance":
      return forward(context, node, receiver(context, callee), type);
    case "mixed":
      // Functions are all called alike, whichever it is.
      if (type.types.every(isFunction) && node.keywords.length === 0)
        return printed([receiver(context, callee), list(context, node.args)]);
      break;
    default:
  }
  return refuse(context, node, "a call of something that may be a module or a function");
}

const isFunction = (type: Type): boolean =>
  type.kind === "function" || (type.kind === "known" && functionOp(type.path) !== null);

/** module(x) is module.forward(x). */
function forward(context: PrintContext, node: Call, owner: Doc, type: Type): Printed {
  if (type.kind === "instance") {
    const found = context.inference.attribute(type.definition, "forward");
    if (found?.kind !== "function") return refuse(context, node, "a call of an object without forward");
    return printed([owner, ".forward", own(context, node, found.definition.parameters)]);
  }
  const name = type.kind === "module" ? type.name : "Module";
  // Its inputs may have been named.
  const order = ["input", "input1", "input2", "target", "weight", "x1", "x2", "anchor", "positive", "negative", "var"];
  const named = [...node.keywords].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  if (named.some((keyword) => !order.includes(keyword.name)))
    return refuse(context, node, `keyword arguments of nn.${name}`);
  return printed([owner, ".forward", list(context, [...node.args, ...named.map((keyword) => keyword.value)])]);
}

function list(context: PrintContext, args: readonly Expression[]): Doc {
  return bracketed(
    "(",
    args.map((arg) => value(context, arg)),
    ")",
  );
}

/** Arguments of a function of the program's: TypeScript has no names for them, so that gaps are undefined. */
function own(context: PrintContext, node: Call, parameters: readonly Parameter[]): Doc {
  const positional = parameters.filter(({ form }) => form !== "rest");
  const args: Doc[] = node.args.map((arg) => value(context, arg));
  const hasRest = parameters.some(({ form }) => form === "rest");
  for (const { name, value: given } of node.keywords) {
    const at = positional.findIndex((parameter) => parameter.name === name);
    if (at < 0 || (hasRest && at >= args.length)) {
      context.refusals.add(given.range, `the keyword argument ${name}`);
      continue;
    }
    while (args.length < at) args.push("undefined");
    args[at] = value(context, given);
  }
  return bracketed("(", args, ")");
}

function knownCall(context: PrintContext, node: Call, path: string): Printed {
  const op = functionOp(path);
  if (op !== null) {
    const made: Doc = [shortName(path), engineArguments(context, node, op, op.params)];
    // where(c, 1.0, 0.0) makes floats of whole floats.
    return path === "torch.where" && choosesFloats(context, node) ? printed([made, ".float()"]) : printed(made);
  }
  if (path.startsWith("torch.nn.")) {
    const name = path.slice("torch.nn.".length);
    if (isModuleName(name) || name === "Parameter") return construction(context, node, name);
  }
  if (path === "torch.is_tensor") return printed(["torch.is_tensor", list(context, node.args)]);
  if (path === "torch.manual_seed") return printed(["torch.manual_seed", list(context, node.args)]);
  if (path === "torch.autograd.grad") return autogradGrad(context, node);
  return builtin(context, node, path);
}

function choosesFloats(context: PrintContext, node: Call): boolean {
  const chosen = node.args.slice(1).map((arg) => typeAt(context, arg));
  return (
    chosen.length === 2 &&
    chosen.every(isNumber) &&
    chosen.some((type) => type.kind === "number" && type.form === "float")
  );
}

const layerParameters: Readonly<Record<string, readonly string[]>> = byName({
  Linear: ["in_features", "out_features", "bias"],
  Dropout: ["p", "inplace"],
  Parameter: ["data", "requires_grad"],
});

/** new nn.HuberLoss({ delta: 0.5 }) */
function construction(context: PrintContext, node: Call, name: string): Printed {
  const op = moduleNamed(name);
  const head = `new nn.${name}`;
  if (op === null) {
    const names = layerParameters[name] ?? [];
    const args = [...node.args];
    for (const keyword of node.keywords) {
      if (names.indexOf(keyword.name) !== args.length)
        return refuse(context, node, `the keyword argument ${keyword.name} of nn.${name}`);
      args.push(keyword.value);
    }
    if (name === "ModuleList" || name === "ParameterList") {
      const [only] = args;
      if (args.length === 1 && only.kind !== "list" && only.kind !== "comprehension")
        return refuse(context, node, `nn.${name} of something that is no list`);
    }
    return printed([head, list(context, args)]);
  }
  const [first] = op.params;
  const takesFirst = first !== undefined && ["number", "dim", "dims", "shape"].includes(first.kind);
  if (node.args.length === 0 || (takesFirst && node.args.length === 1 && node.keywords.length === 0))
    return printed([head, engineArguments(context, node, op, op.params)]);
  // By position in PyTorch, by name here.
  const named = node.args.map((arg, i): Keyword => ({ name: op.params[i]?.name ?? "", value: arg }));
  return printed([
    head,
    engineArguments(context, { ...node, args: [], keywords: [...named, ...node.keywords] }, op, op.params),
  ]);
}

const byPosition: ReadonlySet<Param["kind"]> = new Set(["tensor", "operand", "tensors", "data", "sizes"]);

/** Arguments of an op: tensors by position, then what is named in an object. `params` is without the object of a method. */
export function engineArguments(
  context: PrintContext,
  node: Call,
  op: Pick<Op, "name">,
  params: readonly Param[],
): Doc {
  const args: Doc[] = [];
  const variadic = params.findIndex((param) => param.variadic === true || param.kind === "sizes");
  const first = variadic < 0 ? undefined : node.args[variadic];
  const dtype = dtypeOption(context, node, op);
  // Tensors one by one are a list of them, and so are sizes that options follow.
  const hasOptions = node.keywords.length > 0 || dtype !== null;
  const isSpread =
    first !== undefined &&
    (isTensor(typeAt(context, first)) || (hasOptions && (first.kind === "spread" || isNumber(typeAt(context, first)))));
  if (isSpread) {
    args.push(...node.args.slice(0, variadic).map((arg) => given(context, arg)));
    args.push(
      bracketed(
        "[",
        node.args.slice(variadic).map((arg) => value(context, arg)),
        "]",
      ),
    );
  } else args.push(...node.args.map((arg) => given(context, arg)));
  const others: Keyword[] = [];
  for (const { name: written, value: held } of node.keywords) {
    const name = params.some((param) => param.name === written) ? written : (numpyNames[written] ?? written);
    const at = params.findIndex((param) => param.name === name || (param.name === "input" && name === "self"));
    const isDimOther = params.some(({ kind }) => kind === "dimOrTensor") && ["dim", "keepdim", "other"].includes(name);
    if (at < 0 && !isDimOther) context.refusals.add(held.range, `the keyword argument ${written} of ${op.name}`);
    else if (name === "other" && isDimOther) args.push(value(context, held));
    else if (
      at >= 0 &&
      at === args.length &&
      others.length === 0 &&
      byPosition.has(params[at].kind) &&
      !("default" in params[at])
    )
      args.push(value(context, held));
    else others.push({ name, value: held });
  }
  const options: Doc[] = others.map(({ name, value: held }) => {
    const shown = value(context, held);
    return shown === name ? name : [`${name}: `, shown];
  });
  if (dtype !== null) options.push(dtype);
  if (options.length > 0) args.push(bracketed("{", options, "}", { padding: " " }));
  return bracketed("(", args, ")");
}

function autogradGrad(context: PrintContext, node: Call): Printed {
  const names = ["outputs", "inputs", "grad_outputs", "retain_graph", "create_graph"];
  const args: Expression[] = [];
  const options: Doc[] = [];
  node.args.forEach((arg, i) => {
    if (i < 2) args.push(arg);
    else options.push([`${names[i]}: `, value(context, arg)]);
  });
  for (const { name, value: held } of node.keywords) {
    if (name === names[args.length] && args.length < 2) args.push(held);
    else if (names.includes(name) || name === "allow_unused") options.push([`${name}: `, value(context, held)]);
    else if (name !== "only_inputs") return refuse(context, held, `the keyword argument ${name} of grad`);
  }
  const all = args.map((arg) => value(context, arg));
  if (options.length > 0) all.push(bracketed("{", options, "}", { padding: " " }));
  return printed(["torch.autograd.grad", bracketed("(", all, ")")]);
}

function methodCall(context: PrintContext, node: Call, object: Expression, name: string): Printed {
  if (object.kind === "super") return superCall(context, node, name);
  const type = typeAt(context, object);
  const owner = receiver(context, object);
  switch (type.kind) {
    case "tensor":
      return tensorMethod(context, node, held(context, object), name);
    case "instance":
    case "class": {
      const member = context.inference.attribute(type.definition, name);
      const isStatic =
        member?.kind === "function" && member.definition.kind === "function" && member.definition.role === "static";
      if (type.kind === "class" && !isStatic) return refuse(context, node, `${type.definition.name}.${name}()`);
      const at: Doc = [isStatic ? type.definition.name : owner, ".", name];
      if (member?.kind === "function") return printed([at, own(context, node, member.definition.parameters)]);
      if (member?.kind === "module" || member?.kind === "instance") return forward(context, node, at, member);
      if (member?.kind === "known") return knownValue(context, node, member.path);
      if (["parameters", "named_parameters", "train", "eval"].includes(name))
        return printed([at, list(context, node.args)]);
      return refuse(context, node, `a call of ${name}, which may be a module or a function`);
    }
    case "module":
      if (["forward", "parameters", "named_parameters", "train", "eval"].includes(name))
        return printed([owner, ".", name, list(context, node.args)]);
      if (name === "to" || name === "cpu") return expression(context, object);
      return refuse(context, node, `.${name}() of a module`);
    case "list":
    case "tuple":
      return ofList(context, node, object, name, type);
    case "dict":
      return ofDict(context, node, object, name);
    case "string":
      return ofString(context, node, object, name);
    default:
      return refuse(context, node, `.${name}() of something that may not be a tensor (annotate it)`);
  }
}

/** self.activation(x), where __init__ put torch.tanh there. */
function knownValue(context: PrintContext, node: Call, path: string): Printed {
  const op = functionOp(path);
  if (op === null) return refuse(context, node, `a call of ${path} by another name`);
  return printed([receiver(context, node.callee), engineArguments(context, node, op, op.params)]);
}

function superCall(context: PrintContext, node: Call, name: string): Printed {
  const base = context.owner?.base ?? null;
  const type = base === null ? null : typeAt(context, base);
  if (name === "__init__") {
    if (type?.kind === "class") {
      const init = context.inference.attribute(type.definition, "__init__");
      return printed(["super", own(context, node, init?.kind === "function" ? init.definition.parameters : [])]);
    }
    const op = type?.kind === "known" ? moduleNamed(type.path.slice("torch.nn.".length)) : null;
    if (op === null) return printed("super()");
    const named = node.args.map((arg, i): Keyword => ({ name: op.params[i]?.name ?? "", value: arg }));
    return printed([
      "super",
      engineArguments(context, { ...node, args: [], keywords: [...named, ...node.keywords] }, op, op.params),
    ]);
  }
  if (type?.kind === "class") {
    const member = context.inference.attribute(type.definition, name);
    if (member?.kind === "function")
      return printed([`super.${name}`, own(context, node, member.definition.parameters)]);
  }
  if (name !== "forward" || node.keywords.length > 0) return refuse(context, node, `super().${name}()`);
  return printed(["super.forward", list(context, node.args)]);
}

function tensorMethod(context: PrintContext, node: Call, owner: Printed, name: string): Printed {
  if (name === "nelement") return link(owner, ".numel()");
  if (name === "ndimension") return link(owner, ".dim()");
  if (name === "cuda") return refuse(context, node, ".cuda() (there is no GPU in the page)");
  if (name === "numpy") return refuse(context, node, ".numpy()");
  if (name === "size") {
    const [dim] = [...node.args, ...node.keywords.map((keyword) => keyword.value)];
    return link(owner, ".size(", ...(dim === undefined ? [] : [value(context, dim)]), ")");
  }
  if (name === "backward") {
    const options = node.keywords.map((keyword): Doc => [`${keyword.name}: `, value(context, keyword.value)]);
    const args: Doc[] = node.args.map((arg) => value(context, arg));
    if (options.length > 0)
      args.push(...(args.length === 0 ? ["null"] : []), bracketed("{", options, "}", { padding: " " }));
    return link(owner, ".backward", bracketed("(", args, ")"));
  }
  if (plainMethods[name] !== undefined) return link(owner, ".", name, list(context, node.args));
  const op = methodOp(name);
  if (op === null) return refuse(context, node, `.${name}() of a tensor`);
  return link(owner, ".", name, engineArguments(context, node, op, op.params.slice(1)));
}
