/** @file The names a loss may use: torch, nn, F, and what a Tensor can do. Assembled from the registry and frozen. */
import { backward, gradientsOf, retainGrad } from "./autograd/backward.ts";
import { gradcheck, hessian, jacobian } from "./autograd/jacobian.ts";
import { distributions } from "./distributions/index.ts";
import { catalogueModules } from "./nn/catalogue.ts";
import { calculateGain } from "./nn/init/fans.ts";
import { initOps } from "./nn/init/initialisers.ts";
import { Dropout, Identity, Linear, ModuleList, ParameterList, Sequential } from "./nn/layers.ts";
import { Module, parameter } from "./nn/module.ts";
import { parametricModules } from "./nn/parametric.ts";
import { bind } from "./ops/bind.ts";
import type { Form } from "./ops/bind-errors.ts";
import { ComplexTensor } from "./ops/complex/complex-tensor.ts";
import { callComplex, hasComplex } from "./ops/complex/dispatch.ts";
import { im2col } from "./ops/functional/resampling.ts";
import { overwrite } from "./ops/in-place.ts";
import { nonzero } from "./ops/indexing/masking.ts";
import { unbind } from "./ops/indexing/splitting.ts";
import { type Call, labelled } from "./ops/node-name.ts";
import { type Op, operandOf, type Param } from "./ops/op.ts";
import { type Place, shortName } from "./ops/place.ts";
import { registry } from "./ops/registry.ts";
import { dtypeNames, plainMethods, properties } from "./ops/tensor-methods.ts";
import { shown } from "./ops/trace.ts";
import { clip_grad_norm_, clip_grad_value_ } from "./optim/clipping.ts";
import { optim } from "./optim/torch-optim.ts";
import { defaultGenerator } from "./random/generator.ts";
import * as random from "./random/ops.ts";
import { TorchGenerator, torchDefaultGenerator } from "./random/torch-generator.ts";
import { defaultDType, promote } from "./tensor/dtype.ts";
import { EngineError } from "./tensor/errors.ts";
import { isGradEnabled, withGradMode } from "./tensor/grad-mode.ts";
import { formatShape } from "./tensor/shape.ts";
import { Tensor } from "./tensor/tensor.ts";
import { TensorType } from "./tensor/tensor-type.ts";

/** Every op under each of its names, random ones included. */
export const allOps: readonly { readonly op: Op; readonly call: (...args: never[]) => unknown }[] = [
  ...registry.values(),
  ...Object.values(random).map((call) => ({ op: call.op, call })),
];

/** Whether so many tensors are just the op's first parameters. */
function takesPlainly(op: Op, count: number): boolean {
  const isPlain = ({ kind }: Param) => kind === "operand" || kind === "tensor";
  return op.params.length >= count && op.params.every((param, i) => (i < count ? isPlain(param) : "default" in param));
}

/** Whether the second parameter may be a number where it may be a tensor. */
const takesNumber = (op: Op): boolean => op.params[1]?.kind === "operand";

/** What a call that names nothing needs to know of an op. */
function plainCalls(op: Op, unlabelled: Call) {
  return {
    call: labelled(op, shown(op, unlabelled)),
    takesOne: takesPlainly(op, 1),
    takesTwo: takesPlainly(op, 2),
    withNumber: takesNumber(op),
    defaults: op.params.map((param) => param.default),
  };
}

/** There are two thousand of these, of which a loss calls a dozen: what a call needs is found at the first one. */
function surface(op: Op, unlabelled: Call, form: Form = "function"): (...args: unknown[]) => unknown {
  let plain:
    | (ReturnType<typeof plainCalls> & { readonly afterOne: unknown[]; readonly afterTwo: unknown[] })
    | undefined;
  return (...args) => {
    if (plain === undefined) {
      const found = plainCalls(op, unlabelled);
      plain = { ...found, afterOne: found.defaults.slice(1), afterTwo: found.defaults.slice(2) };
    }
    const { call, takesOne, takesTwo, withNumber, afterOne, afterTwo } = plain;
    // What nearly every call looks like needs no binding.
    const [first, second] = args;
    if (args.length === 1 && takesOne && Tensor.isTensor(first))
      return Reflect.apply(call, undefined, afterOne.length === 0 ? args : [first, ...afterOne]);
    if (
      args.length === 2 &&
      takesTwo &&
      Tensor.isTensor(first) &&
      (Tensor.isTensor(second) || (typeof second === "number" && withNumber))
    )
      return Reflect.apply(call, undefined, afterTwo.length === 0 ? args : [first, second, ...afterTwo]);
    const bound = bind(op, args, form);
    if (hasComplex(bound)) return callComplex(op, call, bound);
    return Reflect.apply(call, undefined, bound);
  };
}

function namespace(place: Place): Record<string, unknown> {
  return Object.fromEntries(
    allOps.filter(({ op }) => op.places.includes(place)).map(({ op, call }) => [op.name, surface(op, call)]),
  );
}

export interface GradOptions {
  readonly retain_graph?: boolean;
  readonly create_graph?: boolean;
}

function graphOptions(options: GradOptions): { retainGraph?: boolean; createGraph?: boolean } {
  return {
    ...(options.retain_graph === undefined ? {} : { retainGraph: options.retain_graph }),
    ...(options.create_graph === undefined ? {} : { createGraph: options.create_graph }),
  };
}

function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions & { readonly grad_outputs?: Tensor; readonly allow_unused?: boolean } = {},
): (Tensor | null)[] {
  const from = Tensor.isTensor(outputs) ? [outputs] : outputs;
  const to = Tensor.isTensor(inputs) ? [inputs] : inputs;
  const found = gradientsOf(from, to, [options.grad_outputs ?? null], graphOptions(options));
  if (options.allow_unused !== true && found.includes(null)) {
    throw new EngineError({
      type: "RuntimeError",
      code: "unused",
      op: "grad",
      message: "grad: one of the inputs does not lead to the output",
      hint: "Pass { allow_unused: true } to get null for it.",
      pytorch: `The differentiated Tensor at index ${found.indexOf(null)} appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.`,
    });
  }
  return [...found];
}

export const F: object = Object.freeze({
  ...namespace("F"),
  // The method of this name slides along one dim.
  unfold: surface({ ...im2col.op, name: "unfold" }, im2col),
});

export const nn: object = Object.freeze({
  Module,
  // `new` on an ordinary function that returns an object yields that object: a Tensor.
  Parameter: function Parameter(data: Tensor, requiresGrad = true) {
    return parameter(data, requiresGrad);
  },
  Linear,
  Sequential,
  ModuleList,
  ParameterList,
  Identity,
  Dropout,
  ...catalogueModules,
  ...parametricModules,
  functional: F,
  init: Object.freeze({
    ...Object.fromEntries(initOps.map(({ op, call }) => [op.name, surface(op, call)])),
    calculate_gain: calculateGain,
  }),
  utils: Object.freeze({ clip_grad_norm_, clip_grad_value_ }),
});

/** torch.max(x, 1) and torch.max(a, b) differ by the second argument; PyTorch names it `other` when it is a tensor. */
function namedOther(call: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => {
    const last = args.at(-1);
    if (typeof last !== "object" || last === null || !("other" in last)) return call(...args);
    const { other, ...rest } = last;
    return call(...args.slice(0, -1), other, ...(Object.keys(rest).length > 0 ? [rest] : []));
  };
}

const functions = namespace("torch");

/** torch.where(condition) alone lists the places. */
function whereOrPlaces(...args: unknown[]): unknown {
  const [condition] = args;
  if (args.length === 1 && Tensor.isTensor(condition)) return nonzero(condition, true);
  return Reflect.apply(Object(functions.where), undefined, args);
}

function asFunction<A extends readonly unknown[]>(name: string, f: (x: Tensor, ...rest: A) => unknown) {
  return (x: Tensor, ...rest: A): unknown => {
    if (Tensor.isTensor(x)) return f(x, ...rest);
    throw new EngineError({
      type: "TypeError",
      code: "argument",
      op: name,
      message: `${name}: takes a tensor`,
      pytorch: `${name}(): argument 'input' (position 1) must be Tensor, not ${typeof x}`,
    });
  };
}

/** A namespace of torch: its functions go by PyTorch's longer names where results and errors are named. */
function within(place: "linalg" | "fft" | "special"): Record<string, unknown> {
  return Object.fromEntries(
    allOps
      .filter(({ op }) => op.places.includes(place))
      .map(({ op, call }) => [
        shortName(op.name, place),
        Object.defineProperty(surface(op, call), "name", { value: op.name }),
      ]),
  );
}

const linalg: object = Object.freeze({ ...within("linalg"), matmul: functions.matmul });
const fft: object = Object.freeze(within("fft"));

/** Functions of torch's that torch.special has under another name. */
const special: object = Object.freeze({
  ...within("special"),
  i0: functions.i0,
  sinc: functions.sinc,
  gammainc: functions.igamma,
  gammaincc: functions.igammac,
  gammaln: functions.lgamma,
  psi: functions.digamma,
});

/** Of torch and of torch.random. */
const generatorFunctions = {
  manual_seed: (seed: number) => torchDefaultGenerator.manual_seed(seed),
  initial_seed: () => torchDefaultGenerator.initial_seed(),
  seed: () => torchDefaultGenerator.seed(),
  get_rng_state: () => torchDefaultGenerator.get_state(),
  set_rng_state(state: Tensor): void {
    torchDefaultGenerator.set_state(state);
  },
};

export const torch: object = Object.freeze({
  ...functions,
  max: namedOther(functions.max as (...args: unknown[]) => unknown),
  min: namedOther(functions.min as (...args: unknown[]) => unknown),
  where: whereOrPlaces,
  ...dtypeNames,
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  Tensor: TensorType,
  nn,
  linalg,
  fft,
  special,
  distributions,
  optim,
  is_tensor: (value: unknown) => Tensor.isTensor(value) || ComplexTensor.isComplex(value),
  is_complex: (value: unknown) => ComplexTensor.isComplex(value),
  numel: asFunction("numel", plainMethods.numel),
  is_floating_point: asFunction("is_floating_point", plainMethods.is_floating_point),
  result_type: (a: Tensor | number, b: Tensor | number) => promote([operandOf(a), operandOf(b)]),
  get_default_dtype: () => defaultDType(),
  no_grad: <T>(work: () => T): T => withGradMode(false, work),
  enable_grad: <T>(work: () => T): T => withGradMode(true, work),
  is_grad_enabled: () => isGradEnabled(),
  Generator: TorchGenerator,
  default_generator: torchDefaultGenerator,
  ...generatorFunctions,
  random: Object.freeze({ ...generatorFunctions, fork_rng: <T>(work: () => T): T => defaultGenerator.aside(work) }),
  autograd: Object.freeze({ grad, functional: Object.freeze({ jacobian, hessian }), gradcheck }),
});

function method(value: (this: Tensor, ...args: never[]) => unknown): PropertyDescriptor {
  return { value, writable: false, enumerable: false, configurable: false };
}

function getter(get: (this: Tensor) => unknown): PropertyDescriptor {
  return { get, enumerable: false, configurable: false };
}

/** The methods that ops are, which bind their arguments. Tensors and complex ones have the same. */
const boundMethods = new Map(
  allOps
    .filter(({ op }) => op.places.includes("method"))
    .map((found) => [found, surface(found.op, found.call, "method")] as const),
);

/** A method that goes straight to its op where nothing has to be bound, which is nearly always. */
function callable(op: Op, unlabelled: Call, bound: (...args: unknown[]) => unknown): PropertyDescriptor {
  let plain: (ReturnType<typeof plainCalls> & { readonly direct: (...args: unknown[]) => unknown }) | undefined;
  return method(function (this: Tensor, ...args: unknown[]) {
    if (plain === undefined) {
      const found = plainCalls(op, unlabelled);
      plain = { ...found, direct: (...given) => Reflect.apply(found.call, undefined, given) };
    }
    const { direct, takesOne, takesTwo, withNumber, defaults } = plain;
    const count = defaults.length;
    if (args.length === 0 && takesOne) {
      if (count === 1) return direct(this);
      if (count === 4) return direct(this, defaults[1], defaults[2], defaults[3]);
    }
    const other = args[0];
    if (args.length === 1 && takesTwo && (Tensor.isTensor(other) || (typeof other === "number" && withNumber))) {
      if (count === 2) return direct(this, other);
      if (count === 3) return direct(this, other, defaults[2]);
    }
    return bound(this, ...args);
  });
}

/** The methods of a Tensor: ops with it as their first argument, and what concerns the tensor itself. */
function methods(): PropertyDescriptorMap {
  const fromOps: PropertyDescriptorMap = {};
  for (const [{ op, call }, bound] of boundMethods) {
    fromOps[op.name] = callable(op, call, bound);
    if (!op.inPlace || op.name === "expit" || op.name === "positive") continue;
    const name = `${op.name}_`;
    fromOps[name] = method(function (this: Tensor, ...args: never[]) {
      return overwrite(name, this, (before) => bound(before, ...args) as Tensor);
    });
  }
  const plain: PropertyDescriptorMap = {};
  for (const [name, f] of Object.entries<(x: Tensor, ...args: never[]) => unknown>(plainMethods)) {
    plain[name] = method(function (this: Tensor, ...args: never[]) {
      return f(this, ...args);
    });
  }
  for (const [name, read] of Object.entries(properties)) {
    // PyTorch's x.data is only for the Python dialect: it has long been x.detach().
    if (name === "data") continue;
    plain[name] = getter(function () {
      return read(this);
    });
  }
  return {
    ...fromOps,
    ...plain,
    backward: method(function (this: Tensor, gradient: Tensor | null = null, options: GradOptions = {}) {
      backward(this, gradient, graphOptions(options));
    }),
    retain_grad: method(function (this: Tensor) {
      retainGrad(this);
    }),
    requires_grad_: method(function (this: Tensor, on = true) {
      this.requires_grad = on;
      return this;
    }),
    [Symbol.iterator]: method(function* (this: Tensor) {
      yield* unbind(this, 0);
    }),
    constructor: { value: TensorType, writable: false, enumerable: false, configurable: false },
    toString: method(function (this: Tensor) {
      return `tensor(shape=${formatShape(this.shape)}, dtype=${this.dtype})`;
    }),
  };
}

Object.defineProperties(Tensor.prototype, methods());

/** What complex tensors answer to: ops with them as their first argument, which say for themselves whether they take any. */
function complexMethods(): PropertyDescriptorMap {
  const found: PropertyDescriptorMap = {};
  for (const [{ op }, bound] of boundMethods) {
    if (Object.hasOwn(ComplexTensor.prototype, op.name)) continue;
    found[op.name] = {
      value(this: ComplexTensor, ...args: never[]) {
        return bound(this, ...args);
      },
    };
  }
  for (const name of ["dim", "numel", "size"] as const)
    found[name] = {
      value(this: ComplexTensor, ...args: never[]) {
        return Reflect.apply(plainMethods[name], undefined, [this.real, ...args]);
      },
    };
  return found;
}

Object.defineProperties(ComplexTensor.prototype, complexMethods());
Object.freeze(ComplexTensor);
Object.freeze(ComplexTensor.prototype);

// Losses share these with the losses loaded after them.
Object.freeze(Tensor);
Object.freeze(torchDefaultGenerator);
for (const value of [Tensor, TorchGenerator, ...Object.values(nn)]) {
  if (typeof value !== "function") continue;
  Object.freeze(value);
  Object.freeze(value.prototype);
}
