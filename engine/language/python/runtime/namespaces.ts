/** @file Every module that can be imported, and what is in scope without an import. */
import { absentModules } from "../unavailable-names.ts";
import { abc } from "./abc-module.ts";
import { absentModuleRefusal } from "./absent.ts";
import { argparse } from "./argparse-module.ts";
import { getattr } from "./attributes.ts";
import { autograd } from "./autograd-namespace.ts";
import { PyClass } from "./classes.ts";
import { AbsentModule, Namespace } from "./constants.ts";
import { checkpointModule, dataModule, utilsModule } from "./data-module.ts";
import { dataclasses } from "./dataclasses-module.ts";
import { distributionModules } from "./distributions-namespace.ts";
import { enumMembers } from "./enums.ts";
import { exception, object } from "./exceptions.ts";
import { funcNamespace, functionalNamespace } from "./functional-namespaces.ts";
import { functools, warnings } from "./functools-module.ts";
import { math } from "./math-module.ts";
import { amp, cudaAmp } from "./mixed-precision.ts";
import { identityDecorator, namespace } from "./native.ts";
import { functional, nnNamespace } from "./nn-namespace.ts";
import { isIntegral, isNumeric } from "./numbers.ts";
import { numpy } from "./numpy-module.ts";
import { scipyModules } from "./scipy/scipy-modules.ts";
import { standardLibrary } from "./standard-library.ts";
import { backends, compiler, cuda, distributed, jit, version } from "./surroundings.ts";
import { systemModules } from "./system-modules.ts";
import { torchNamespace } from "./torch-namespace.ts";
import { typing } from "./typing-module.ts";

/** Every module by its full name. */
export const modules: ReadonlyMap<string, Namespace> = new Map([
  ["torch", torchNamespace],
  ["torch.nn", nnNamespace],
  ["torch.nn.functional", functional],
  ...(["modules", "parameter", "utils", "init"] as const).flatMap((name) => {
    const member = nnNamespace.members.get(name);
    return member instanceof Namespace ? ([[`torch.nn.${name}`, member]] as const) : [];
  }),
  ["torch.nn.utils.rnn", getattr(getattr(nnNamespace, "utils"), "rnn") as Namespace],
  [
    "torch.autograd.function",
    namespace("torch.autograd.function", {
      Function: autograd.members.get("Function"),
      once_differentiable: identityDecorator("once_differentiable"),
    }),
  ],
  ["torch.nn.modules.loss", getattr(getattr(nnNamespace, "modules"), "loss") as Namespace],
  ["torch.optim", torchNamespace.members.get("optim") as Namespace],
  ["torch.optim.lr_scheduler", getattr(torchNamespace.members.get("optim"), "lr_scheduler") as Namespace],
  ["torch.autograd", autograd],
  ["torch.linalg", torchNamespace.members.get("linalg") as Namespace],
  ["torch.special", torchNamespace.members.get("special") as Namespace],
  ["torch.fft", torchNamespace.members.get("fft") as Namespace],
  ["torch.func", funcNamespace],
  ["functorch", funcNamespace],
  ["torch.autograd.functional", functionalNamespace],
  ...distributionModules,
  ["math", math],
  ["numpy", numpy],
  ["enum", namespace("enum", enumMembers)],
  ...standardLibrary(),
  ["torch.cuda", cuda],
  ["torch.amp", amp],
  ["torch.cuda.amp", cudaAmp],
  ["torch.jit", jit],
  ["torch.compiler", compiler],
  ["torch.backends", backends],
  ["torch.backends.cudnn", backends.members.get("cudnn") as Namespace],
  ["torch.version", version],
  ["torch.distributed", distributed],
  ["typing", typing],
  ["typing_extensions", typing],
  ["dataclasses", dataclasses],
  ["functools", functools],
  ["warnings", warnings],
  ["abc", abc],
  [
    "numbers",
    namespace("numbers", {
      Number: numberClass("Number", isNumeric),
      Real: numberClass("Real", isNumeric),
      Integral: numberClass("Integral", isIntegral),
    }),
  ],
  ["torch.utils", utilsModule],
  ["torch.utils.data", dataModule],
  ["torch.utils.checkpoint", checkpointModule],
  ...systemModules,
  ...scipyModules,
  ["argparse", argparse],
  ...Object.keys(absentModules).map((name) => [name, absentModule(name)] as const),
  ["collections.abc", typing],
]);

/** A module of which nothing is here: what is imported from it refuses where it is used. */
function absentModule(name: string): AbsentModule {
  return new AbsentModule(name, () => {
    throw absentModuleRefusal(name) ?? exception("ModuleNotFoundError", `No module named '${name}'`);
  });
}

function numberClass(name: string, holds: (value: unknown) => boolean): PyClass {
  const cls = new PyClass(name, [object], "numbers");
  cls.holds = holds;
  return cls;
}

/** In scope of every loss without an import. */
export const presets: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["torch", torchNamespace],
  ["nn", nnNamespace],
  ["F", functional],
  ["math", math],
]);
