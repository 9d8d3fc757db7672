/** @file torch.nn and torch.nn.functional. */

import { Module } from "../../../nn/module.ts";
import { pad } from "../../../ops/functional/padding.ts";
import { reshape } from "../../../ops/indexing/movement.ts";
import { cat, narrow, stack } from "../../../ops/indexing/slices.ts";
import { EngineError } from "../../../tensor/errors.ts";
import { numelOf } from "../../../tensor/shape.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { F, nn, torch } from "../../../torch.ts";
import { setattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { PyClass, type PyModule } from "./classes.ts";
import { networkFunctions } from "./compositions/attention.ts";
import { functionModules } from "./compositions/function-modules.ts";
import { networkModules } from "./compositions/network-modules.ts";
import { resampling } from "./compositions/resampling.ts";
import { volumes } from "./compositions/volumes.ts";
import { weightNorms } from "./compositions/weight-norms.ts";
import { Namespace } from "./constants.ts";
import { Dict } from "./dicts.ts";
import { exception, typeError } from "./exceptions.ts";
import { imageModules } from "./image-modules.ts";
import { classArguments, functionArguments, initialiserOf, legacyFunctions } from "./legacy-arguments.ts";
import { moduleAttribute } from "./module-attributes.ts";
import { moduleDict } from "./module-dict.ts";
import { inPlaceActivations, inPlaceModules } from "./module-text.ts";
import { namespace, native } from "./native.ts";
import { iterate } from "./protocols.ts";
import { publicMembers } from "./public-members.ts";
import { softmaxes, takingDType } from "./softmax-dtype.ts";
import { lower, lowerKeywords } from "./tensors.ts";
import { moduleClass, parameterClass } from "./torch-classes.ts";
import { typeName } from "./type-name.ts";

/** Modules of the engine's that the user extends: class Weighted(nn.MSELoss). */
function extensible(name: string, made: new (...args: never[]) => Module): PyClass {
  const cls = new PyClass(name, [moduleClass], "torch.nn");
  cls.construct = (written, given) => {
    const { args, keywords } = classArguments(name, { args: written, keywords: given });
    const [only] = args;
    if (name === "Sequential" && args.length === 1 && only instanceof Dict)
      return renamed(Reflect.construct(made, only.values()), only.keys().map(String));
    const lowered = args.map(lower);
    // Whether an activation overwrites its input shows in nothing but memory.
    const { inplace: _, ...kept } = keywords ?? {};
    const named = keywords === null ? null : lowerKeywords(inPlaceActivations.has(name) ? kept : keywords);
    const rest = inPlaceActivations.has(name) ? lowered.filter((value) => typeof value !== "boolean") : lowered;
    const module = constructed(name, made, named === null || Object.keys(named).length === 0 ? rest : [...rest, named]);
    if (inPlaceActivations.has(name) && (keywords?.inplace === true || lowered.includes(true)))
      inPlaceModules.add(module);
    return module;
  };
  cls.holds = (value) => value instanceof made;
  cls.members.set(
    "__init__",
    native("__init__", ([self, ...args], keywords) => {
      const owner = self as PyModule;
      owner.initialise();
      const inner = cls.construct?.(args, keywords) as Module;
      owner.attributes.set("__inner__", inner);
      for (const key of Object.keys(inner))
        if (key !== "training") setattr(owner, key, moduleAttribute(inner, key) ?? null);
      return null;
    }),
  );
  cls.members.set(
    "forward",
    native("forward", ([self, ...args], keywords) => {
      const owner = self as PyModule;
      const inner = owner.attributes.get("__inner__") as Module;
      inner.training = owner.training;
      // What a subclass sets of its own after super().__init__() is what counts.
      for (const key of Object.keys(inner))
        if (owner.attributes.has(key)) setattr(inner, key, owner.attributes.get(key) ?? null);
      return call(inner, args, keywords);
    }),
  );
  return cls;
}

/** PyTorch's modules are classes: what they say of their arguments names __init__. */
function constructed(name: string, made: new (...args: never[]) => Module, args: readonly unknown[]): Module {
  try {
    return Reflect.construct(made, args);
  } catch (error) {
    const said = error instanceof EngineError ? error.pytorch : undefined;
    if (said?.startsWith(`${name}() got an unexpected keyword`) !== true) throw error;
    throw typeError(said.replace(`${name}()`, `${initialiserOf(name)}.__init__()`));
  }
}

/** Parts of a module under names instead of numbers. */
function renamed(module: Module, names: readonly string[]): Module {
  const parts = Object.entries(module).filter(([key]) => /^\d+$/.test(key));
  for (const [key, part] of parts) {
    Reflect.deleteProperty(module, key);
    Object.defineProperty(module, names[Number(key)], { value: part, enumerable: true, configurable: true });
  }
  return module;
}

const isModuleClass = (value: unknown): value is new (...args: never[]) => Module =>
  typeof value === "function" && value.prototype instanceof Module;

function nnMembers(functional: Namespace): Map<string, unknown> {
  const members = publicMembers(nn, "torch.nn");
  for (const [name, value] of members) if (isModuleClass(value)) members.set(name, extensible(name, value));
  for (const [name, value] of Object.entries(imageModules)) members.set(name, extensible(name, value));
  const functions = new Map([...volumes, ...resampling, ...networkFunctions]);
  for (const [name, value] of Object.entries(functionModules(functions))) members.set(name, extensible(name, value));
  for (const [name, value] of Object.entries(networkModules(volumes))) members.set(name, extensible(name, value));
  members.set("Module", moduleClass);
  members.set("Parameter", parameterClass);
  members.set("ModuleDict", moduleDict("ModuleDict", moduleClass));
  members.set("ParameterDict", moduleDict("ParameterDict", moduleClass));
  members.set("init", namespace("torch.nn.init", initialisers()));
  members.set("functional", functional);
  const lossBase = new PyClass("_Loss", [moduleClass], "torch.nn.modules.loss");
  lossBase.members.set(
    "__init__",
    native("__init__", ([self, , , reduction], keywords) => {
      (self as PyModule).initialise();
      setattr(self, "reduction", keywords?.reduction ?? reduction ?? "mean");
      return null;
    }),
  );
  const weighted = new PyClass("_WeightedLoss", [lossBase], "torch.nn.modules.loss");
  members.set(
    "modules",
    namespace("torch.nn.modules", {
      loss: namespace(
        "torch.nn.modules.loss",
        new Map<string, unknown>([...members, ["_Loss", lossBase], ["_WeightedLoss", weighted]]),
      ),
      Module: moduleClass,
    }),
  );
  members.set("utils", utilities(members.get("utils")));
  members.set("parameter", namespace("torch.nn.parameter", { Parameter: parameterClass }));
  return members;
}

/** torch.nn.utils, with what its functions take by name. */
function utilities(engine: unknown): Namespace {
  const own = engine instanceof Namespace ? engine.members : new Map<string, unknown>();
  const byName = (name: string, order: readonly string[]) =>
    native(name, (args, keywords) => {
      const given = order.map((each, i) => args[i] ?? keywords?.[each]);
      const absent = order.slice(0, 2).filter((_, i) => given[i] === undefined);
      if (absent.length > 0)
        throw typeError(
          `${name}() missing ${absent.length} required positional argument${absent.length === 1 ? "" : "s"}: ${absent.map((each) => `'${each}'`).join(" and ")}`,
        );
      return call(own.get(name), given.slice(0, given.findLastIndex((value) => value !== undefined) + 1), none);
    });
  return namespace("torch.nn.utils", {
    clip_grad_norm_: byName("clip_grad_norm_", ["parameters", "max_norm", "norm_type"]),
    clip_grad_norm: byName("clip_grad_norm_", ["parameters", "max_norm", "norm_type"]),
    clip_grad_value_: byName("clip_grad_value_", ["parameters", "clip_value"]),
    parameters_to_vector: native("parameters_to_vector", ([parameters]) =>
      cat([...iterate(parameters)].filter(Tensor.isTensor).map((each) => reshape(each, [-1]))),
    ),
    ...weightNorms,
    vector_to_parameters: native("vector_to_parameters", ([vector, parameters]) => {
      if (!Tensor.isTensor(vector)) throw typeError(`expected torch.Tensor, but got: ${typeName(vector)}`);
      let at = 0;
      for (const each of iterate(parameters)) {
        if (!Tensor.isTensor(each)) continue;
        const count = numelOf(each.shape);
        setattr(each, "data", reshape(narrow(vector, 0, at, count), each.shape));
        at += count;
      }
      return null;
    }),
    rnn: namespace("torch.nn.utils.rnn", {
      pad_sequence: native("pad_sequence", ([sequences, batchFirst = false, value = 0], keywords) =>
        padded(
          [...iterate(sequences)].filter(Tensor.isTensor),
          (keywords?.batch_first ?? batchFirst) === true,
          Number(keywords?.padding_value ?? value),
        ),
      ),
    }),
  });
}

function padded(sequences: readonly Tensor[], batchFirst: boolean, value: number): Tensor {
  const longest = Math.max(...sequences.map(({ shape }) => shape[0]));
  const rows = sequences.map((each) =>
    pad(each, [...each.shape.slice(1).flatMap(() => [0, 0]), 0, longest - each.shape[0]], "constant", value),
  );
  return stack(rows, batchFirst ? 0 : 1);
}

/** Under their old names too, of which PyTorch warns. */
function initialisers(): Map<string, unknown> {
  const members = publicMembers(Object(Reflect.get(nn, "init")), "torch.nn.init");
  for (const name of [...members.keys()].filter((each) => each.endsWith("_"))) {
    const old = name.slice(0, -1);
    const f = members.get(name);
    members.set(
      old,
      native(old, (args, keywords) => {
        warn("UserWarning", `\`nn.init.${old}\` is now deprecated in favor of \`nn.init.${name}\`.`);
        return call(f, args, keywords);
      }),
    );
  }
  return members;
}

/** F.sigmoid and F.tanh work, and PyTorch warns of them. */
function functionalMembers(): Map<string, unknown> {
  const members = publicMembers(F, "torch.nn.functional");
  for (const name of ["sigmoid", "tanh"]) {
    const f = Reflect.get(torch, name) as (x: unknown) => unknown;
    members.set(
      name,
      native(name, ([x]) => {
        warn("UserWarning", `nn.functional.${name} is deprecated. Use torch.${name} instead.`);
        return f(x);
      }),
    );
  }
  for (const name of softmaxes) members.set(name, takingDType(name, members.get(name)));
  for (const name of legacyFunctions) {
    const f = members.get(name);
    members.set(
      name,
      native(name, (args, keywords) => {
        const given = functionArguments(name, { args, keywords });
        return call(f, given.args, given.keywords);
      }),
    );
  }
  for (const [name, member] of [...volumes, ...resampling, ...networkFunctions]) members.set(name, member);
  // What libraries of losses ask for the number of a reduction.
  const enumerated = ["none", "mean", "sum"];
  members.set(
    "_Reduction",
    namespace("torch.nn._reduction", {
      get_enum: native("get_enum", ([reduction]) => {
        const at = enumerated.indexOf(String(lower(reduction)));
        if (at < 0) throw exception("ValueError", `${String(reduction)} is not a valid value for reduction`);
        return at;
      }),
    }),
  );
  return members;
}

export const functional = namespace("torch.nn.functional", functionalMembers());

export const nnNamespace: Namespace = namespace("torch.nn", nnMembers(functional));
