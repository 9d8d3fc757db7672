/** @file torch.nn and torch.nn.functional. */
import { Module } from "../../../nn/module.ts";
import { warn } from "../../../tensor/warnings.ts";
import { F, nn, torch } from "../../../torch.ts";
import { getattr, setattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { PyClass, type PyModule } from "./classes.ts";
import type { Namespace } from "./constants.ts";
import { moduleDict } from "./module-dict.ts";
import { namespace, native } from "./native.ts";
import { initMembers } from "./nn-init.ts";
import { publicMembers } from "./public-members.ts";
import { lower, lowerKeywords } from "./tensors.ts";
import { moduleClass, parameterClass } from "./torch-classes.ts";

/** Modules of the engine's that the user extends: class Weighted(nn.MSELoss). */
function extensible(name: string, made: new (...args: never[]) => Module): PyClass {
  const cls = new PyClass(name, [moduleClass], "torch.nn");
  cls.construct = (args, keywords) => {
    const lowered = args.map(lower);
    const named = lowerKeywords(keywords);
    return Reflect.construct(made, named === null ? lowered : [...lowered, named]);
  };
  cls.holds = (value) => value instanceof made;
  cls.members.set(
    "__init__",
    native("__init__", ([self, ...args], keywords) => {
      const owner = self as PyModule;
      owner.initialise();
      const inner = cls.construct?.(args, keywords) as Module;
      owner.attributes.set("__inner__", inner);
      for (const [key, value] of Object.entries(inner)) if (key !== "training") setattr(owner, key, value ?? null);
      return null;
    }),
  );
  cls.members.set(
    "forward",
    native("forward", ([self, ...args], keywords) =>
      call((self as PyModule).attributes.get("__inner__"), args, keywords),
    ),
  );
  return cls;
}

const isModuleClass = (value: unknown): value is new (...args: never[]) => Module =>
  typeof value === "function" && value.prototype instanceof Module;

function nnMembers(functional: Namespace): Map<string, unknown> {
  const members = publicMembers(nn);
  for (const [name, value] of members) if (isModuleClass(value)) members.set(name, extensible(name, value));
  members.set("Module", moduleClass);
  members.set("Parameter", parameterClass);
  members.set("ModuleDict", moduleDict("ModuleDict", moduleClass));
  members.set("ParameterDict", moduleDict("ParameterDict", moduleClass));
  members.set("init", namespace("torch.nn.init", initMembers));
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
  members.set("parameter", namespace("torch.nn.parameter", { Parameter: parameterClass }));
  return members;
}

/** F.sigmoid and F.tanh work, and PyTorch warns of them. */
function functionalMembers(): Map<string, unknown> {
  const members = publicMembers(F);
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
  members.set(
    "dropout",
    native("dropout", ([x, p = 0.5, training = true], keywords) => {
      const dropout = call(getattr(nnNamespace, "Dropout"), [keywords?.p ?? p], none) as Module;
      dropout.training = (keywords?.training ?? training) === true;
      return call(dropout, [x], none);
    }),
  );
  return members;
}

export const functional = namespace("torch.nn.functional", functionalMembers());

export const nnNamespace: Namespace = namespace("torch.nn", nnMembers(functional));
