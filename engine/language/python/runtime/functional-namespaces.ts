/** @file torch.func and torch.autograd.functional in Python: trees of tensors are tuples, lists and dicts. */
import {
  gradAndValue,
  hessianVector,
  jacobianOf,
  jacobianVector,
  type Trees,
  vectorJacobian,
  vmapped,
} from "../../../autograd/functional.ts";
import { Module } from "../../../nn/module.ts";
import { ones_like } from "../../../ops/creation/creation-like.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { call } from "./call.ts";
import { PyModule } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception, typeError } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";
import { argument } from "./tensor-attributes.ts";

const trees: Trees = {
  leaves: (tree) => {
    if (Tensor.isTensor(tree)) return [tree];
    if (Array.isArray(tree)) return tree.flatMap((each: unknown) => trees.leaves(each));
    return tree instanceof Dict ? tree.entries().flatMap(([, each]) => trees.leaves(each)) : [];
  },
  rebuilt: (tree, leaves) => {
    const rest = [...leaves];
    const again = (each: unknown): unknown => {
      if (Tensor.isTensor(each)) return rest.shift();
      if (each instanceof Tuple) return Tuple.make(each.map(again));
      if (Array.isArray(each)) return each.map(again);
      return each instanceof Dict ? new Dict(each.entries().map(([key, value]) => [key, again(value)] as const)) : each;
    };
    return again(tree);
  },
};

type Args = readonly unknown[];

const work =
  (f: unknown, keywords: Keywords = null) =>
  (...args: unknown[]): unknown =>
    call(f, args, keywords);

/** argnums, and whether it was one number. */
function placesOf(given: unknown): { readonly which: number[]; readonly isOne: boolean } {
  if (Array.isArray(given)) return { which: given.map(Number), isOne: false };
  return { which: [Number(given ?? 0)], isOne: true };
}

const oneOrAll = (values: readonly unknown[], isOne: boolean): unknown => (isOne ? values[0] : Tuple.make(values));

/** grad and grad_and_value. */
const differentiated = (name: string, withValue: boolean) =>
  native(name, (args, keywords) => {
    const f = argument(args, keywords, 0, "func");
    const { which, isOne } = placesOf(argument(args, keywords, 1, "argnums", 0));
    const hasAux = argument(args, keywords, 2, "has_aux", false) === true;
    return native(name, (inner, named) => {
      const { grads, value } = gradAndValue(trees, work(f, named), inner, which, hasAux);
      const found = oneOrAll(grads, isOne);
      if (withValue) return Tuple.make([found, value]);
      return hasAux && Array.isArray(value) ? Tuple.make([found, value[1]]) : found;
    });
  });

function matrices(f: unknown, args: Args, keywords: Keywords, given: unknown): unknown {
  const { which, isOne } = placesOf(given);
  const { value, all } = jacobianOf(trees, work(f, keywords), args, which);
  return trees.rebuilt(
    value,
    all.map((each) => oneOrAll(each, isOne)),
  );
}

const jacobianBy = (name: string) =>
  native(name, (args, keywords) => {
    const [f, given] = [argument(args, keywords, 0, "func"), argument(args, keywords, 1, "argnums", 0)];
    return native(name, (inner, named) => matrices(f, inner, named, given));
  });

const hessianBy = native("hessian", (args, keywords) => {
  const [f, given] = [argument(args, keywords, 0, "func"), argument(args, keywords, 1, "argnums", 0)];
  const first = native("jacrev", (inner, named) => matrices(f, inner, named, given));
  return native("hessian", (inner, named) => matrices(first, inner, named, given));
});

const vmap = native("vmap", (args, keywords) => {
  const f = argument(args, keywords, 0, "func");
  const dims = argument(args, keywords, 1, "in_dims", 0);
  const out = Number(argument(args, keywords, 2, "out_dims", 0));
  return native("vmap", (inner, named) => {
    const each = inner.map((_, i): number | null => {
      const dim: unknown = Array.isArray(dims) ? dims[i] : dims;
      return dim === null || dim === undefined ? null : Number(dim);
    });
    return vmapped(trees, work(f, named), inner, each, out);
  });
});

/** What a module has under a dotted name, put elsewhere while work is done. */
function functionalCall([module, state, given, named]: Args, keywords: Keywords): unknown {
  if (!(module instanceof Module)) throw typeError("functional_call takes a module first");
  const parameters = state ?? keywords?.parameter_and_buffer_dicts;
  const dicts: unknown[] = Array.isArray(parameters) ? parameters : [parameters];
  const entries = dicts.flatMap((each) => (each instanceof Dict ? each.entries() : []));
  const undo = entries.map(([path, value]) => swapped(module, String(path).split("."), value));
  const args = given ?? keywords?.args ?? [];
  const wanted = named ?? keywords?.kwargs ?? null;
  try {
    const byName =
      wanted instanceof Dict ? Object.fromEntries(wanted.entries().map(([key, value]) => [String(key), value])) : null;
    return call(module, Array.isArray(args) ? args : [args], byName);
  } finally {
    for (const back of undo.reverse()) back();
  }
}

function swapped(module: Module, path: readonly string[], value: unknown): () => void {
  const [name, ...rest] = path;
  const held: unknown = module instanceof PyModule ? module.attributes.get(name) : Reflect.get(module, name);
  if (rest.length > 0) {
    if (held instanceof Module) return swapped(held, rest, value);
    throw exception("AttributeError", `'${name}' is no module`);
  }
  const put = (each: unknown): void => {
    if (module instanceof PyModule) {
      module.attributes.set(name, each);
      module.expose(name, each);
    } else Object.defineProperty(module, name, { value: each, enumerable: true, configurable: true, writable: true });
  };
  put(value);
  return () => put(held);
}

const vectorsOf = (value: unknown): Tensor[] => trees.leaves(value);

const vjp = native("vjp", ([f, ...primals]) => {
  const { value, pull } = vectorJacobian(trees, work(f), primals);
  return Tuple.make([value, native("vjp_fn", (starts) => Tuple.make(pull(starts.flatMap(vectorsOf))))]);
});

const jvp = native("jvp", ([f, primals, tangents]) => {
  const { value, moved } = jacobianVector(
    trees,
    work(f),
    Array.isArray(primals) ? primals : [primals],
    vectorsOf(tangents),
  );
  return Tuple.make([value, moved]);
});

export const funcNamespace = namespace("torch.func", {
  grad: differentiated("grad", false),
  grad_and_value: differentiated("grad_and_value", true),
  jacrev: jacobianBy("jacrev"),
  jacfwd: jacobianBy("jacfwd"),
  hessian: hessianBy,
  vmap,
  vjp,
  jvp,
  functional_call: native("functional_call", functionalCall),
});

/** The inputs of a function of torch.autograd.functional, and whether they were one tensor. */
function inputsOf(given: unknown): { readonly args: readonly unknown[]; readonly isOne: boolean } {
  return Array.isArray(given) ? { args: given, isOne: false } : { args: [given], isOne: true };
}

const all = (args: Args) => ({ which: args.map((_, i) => i) });

function jacobian(args: Args, keywords: Keywords): unknown {
  const f = argument(args, keywords, 0, "func");
  const { args: inputs, isOne } = inputsOf(argument(args, keywords, 1, "inputs"));
  const { value, all: found } = jacobianOf(trees, work(f), inputs, all(inputs).which);
  const rows = found.map((each) => oneOrAll(each, isOne));
  return Tensor.isTensor(value) ? rows[0] : Tuple.make(rows);
}

function hessian(args: Args, keywords: Keywords): unknown {
  const f = argument(args, keywords, 0, "func");
  const { args: inputs, isOne } = inputsOf(argument(args, keywords, 1, "inputs"));
  const { which } = all(inputs);
  const gradient = (...inner: unknown[]): unknown => {
    const value = call(f, inner, null);
    if (!Tensor.isTensor(value) || value.shape.some((size) => size !== 1))
      throw exception(
        "RuntimeError",
        "The Tensor returned by the function given to hessian should contain a single element",
      );
    const { grads } = gradAndValue(trees, (...again) => scalarOf(call(f, again, null)), inner, which);
    return Tuple.make(grads);
  };
  const { all: rows } = jacobianOf(trees, gradient, inputs, which);
  return isOne ? rows[0][0] : Tuple.make(rows.map((row) => Tuple.make(row)));
}

const scalarOf = (value: unknown): unknown =>
  Tensor.isTensor(value) && value.shape.length > 0 ? Reflect.apply(Reflect.get(value, "reshape"), value, [[]]) : value;

const withVector = (
  name: string,
  compute: (f: unknown, inputs: Args, v: readonly Tensor[]) => { readonly value: unknown; readonly found: unknown },
) =>
  native(name, (args, keywords) => {
    const f = argument(args, keywords, 0, "func");
    const { args: inputs, isOne } = inputsOf(argument(args, keywords, 1, "inputs"));
    const { value, found } = compute(f, inputs, vectorsOf(argument(args, keywords, 2, "v")));
    return Tuple.make([
      value,
      isOne && Array.isArray(found) ? found[0] : Array.isArray(found) ? Tuple.make(found) : found,
    ]);
  });

const hvp = (name: string) =>
  withVector(name, (f, inputs, v) => {
    const { value, grads } = hessianVector(trees, work(f), inputs, v);
    return { value, found: grads };
  });

export const functionalNamespace = namespace("torch.autograd.functional", {
  jacobian: native("jacobian", jacobian),
  hessian: native("hessian", hessian),
  vjp: withVector("vjp", (f, inputs, v) => {
    const { value, pull } = vectorJacobian(trees, work(f), inputs);
    return { value, found: pull(v.length > 0 ? v : vectorsOf(value).map((y) => ones_like(y))) };
  }),
  jvp: withVector("jvp", (f, inputs, v) => {
    const { value, moved } = jacobianVector(
      trees,
      work(f),
      inputs,
      v.length > 0 ? v : inputs.flatMap(vectorsOf).map((x) => ones_like(x)),
    );
    return { value, found: moved };
  }),
  hvp: hvp("hvp"),
  vhp: hvp("vhp"),
});
