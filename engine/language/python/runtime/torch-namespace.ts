/** @file torch itself. */

import { tensor } from "../../../ops/creation.ts";
import { type DType, promote } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { F, torch } from "../../../torch.ts";
import { method } from "./attributes.ts";
import { autograd } from "./autograd-namespace.ts";
import { call, none } from "./call.ts";
import { DTypeObject, Manager, Namespace } from "./constants.ts";
import { distributionsNamespace } from "./distributions-namespace.ts";
import { exceptions } from "./exceptions.ts";
import { float } from "./floats.ts";
import { gradManager, gradSwitch } from "./grad-modes.ts";
import { identityDecorator, namespace, native } from "./native.ts";
import { nnNamespace } from "./nn-namespace.ts";
import { optimNamespace } from "./optim-namespace.ts";
import { iterate } from "./protocols.ts";
import { publicMembers } from "./public-members.ts";
import { randomMembers } from "./random-namespace.ts";
import { Size } from "./sequences.ts";
import { setPrintOptions } from "./tensor-text.ts";
import { dtypeObjects, lower } from "./tensors.ts";
import { deviceClass, tensorClass } from "./torch-classes.ts";

function torchMembers(): Map<string, unknown> {
  const members = publicMembers(torch);
  for (const name of [
    "selu",
    "celu",
    "logsigmoid",
    "cosine_embedding_loss",
    "margin_ranking_loss",
    "triplet_margin_loss",
  ])
    members.set(name, Reflect.get(F, name));
  // torch.exp_(x) is x.exp_().
  for (const name of Object.getOwnPropertyNames(Tensor.prototype))
    if (name.endsWith("_") && !name.startsWith("_") && !members.has(name))
      members.set(
        name,
        native(name, ([x, ...rest], keywords) => method(x, name, rest, keywords)),
      );
  const floats = (name: string, dtype: DType) =>
    native(name, ([data, ...more]) =>
      typeof data === "number"
        ? Tensor.zeros([data, ...more.map(Number)], dtype)
        : tensor(lower(data ?? []) as never, dtype),
    );
  const [optim, linalg] = [members.get("optim"), members.get("linalg")];
  if (linalg instanceof Namespace)
    members.set(
      "linalg",
      namespace("torch.linalg", new Map([...linalg.members, ["LinAlgError", exceptions._LinAlgError]])),
    );
  for (const [name, value] of Object.entries<unknown>({
    nn: nnNamespace,
    Tensor: tensorClass,
    autograd,
    distributions: distributionsNamespace,
    no_grad: gradSwitch("no_grad", false),
    inference_mode: gradSwitch("inference_mode", false),
    enable_grad: gradSwitch("enable_grad", true),
    set_grad_enabled: native("set_grad_enabled", ([on]) => {
      const manager = gradManager(on === true);
      manager.enter();
      return manager;
    }),
    ...randomMembers,
    result_type: native("result_type", (args) =>
      dtypeObjects.get(String(call(Reflect.get(torch, "result_type"), args, none))),
    ),
    get_default_dtype: native("get_default_dtype", () => dtypeObjects.get("float32")),
    promote_types: native("promote_types", ([a, b]) =>
      dtypeObjects.get(
        promote([a, b].map((each) => ({ dtype: String(lower(each)) as DType, weight: "dims" as const }))),
      ),
    ),
    finfo: native("finfo", ([dtype]) => {
      const isDouble = dtype instanceof DTypeObject && dtype.name === "float64";
      const [eps, max, tiny] = isDouble
        ? [2 ** -52, Number.MAX_VALUE, 2 ** -1022]
        : [2 ** -23, (2 - 2 ** -23) * 2 ** 127, 2 ** -126];
      return namespace("torch.finfo", {
        eps: float(eps),
        max: float(max),
        min: float(-max),
        tiny: float(tiny),
        smallest_normal: float(tiny),
        bits: isDouble ? 64 : 32,
      });
    }),
    from_numpy: native("from_numpy", ([array]) => array),
    FloatTensor: floats("FloatTensor", "float32"),
    DoubleTensor: floats("DoubleTensor", "float64"),
    LongTensor: floats("LongTensor", "int64"),
    IntTensor: floats("IntTensor", "int32"),
    BoolTensor: floats("BoolTensor", "bool"),
    device: deviceClass,
    cuda: namespace("torch.cuda", {
      is_available: native("is_available", () => false),
      manual_seed: native("manual_seed", () => null),
      manual_seed_all: native("manual_seed_all", () => null),
    }),
    backends: namespace("torch.backends", {}),
    jit: namespace("torch.jit", { script: identityDecorator("script"), ignore: identityDecorator("ignore") }),
    compile: identityDecorator("compile"),
    set_printoptions: native("set_printoptions", ([precision, threshold, edgeitems, linewidth], keywords) => {
      const given = { precision, threshold, edgeitems, linewidth, ...keywords };
      const changes = Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) =>
          value === undefined || value === null || name === "profile"
            ? []
            : [[name, typeof value === "boolean" ? value : Number(value)]],
        ),
      );
      setPrintOptions(typeof keywords?.profile === "string" ? keywords.profile : null, changes);
      return null;
    }),
    set_default_dtype: native("set_default_dtype", () => null),
    Size: native("Size", ([items = []]) => Size.make(iterate(items))),
    einsum: native("einsum", ([equation, ...operands]) =>
      call(
        Reflect.get(torch, "einsum"),
        [equation, operands.length === 1 && Array.isArray(operands[0]) ? operands[0] : operands],
        none,
      ),
    ),
    special: namespace(
      "torch.special",
      new Map(
        [
          "expit",
          "logit",
          "xlogy",
          "erf",
          "erfc",
          "erfinv",
          "digamma",
          "log1p",
          "expm1",
          "exp2",
          "softmax",
          "log_softmax",
          "logsumexp",
        ].map((op) => [op, Reflect.get(torch, op === "expit" ? "sigmoid" : op)]),
      ),
    ),
    __version__: "2.13.0+cpu",
  }))
    members.set(name, value);
  members.set("optim", optim instanceof Namespace ? optimNamespace(optim.members) : optim);
  return members;
}

/** Without a GPU autocast does nothing. */
export const amp = namespace("torch.cuda.amp", {
  autocast: native(
    "autocast",
    () =>
      new Manager(
        () => null,
        () => undefined,
      ),
  ),
  custom_fwd: identityDecorator("custom_fwd"),
  custom_bwd: identityDecorator("custom_bwd"),
});

export const torchNamespace = namespace("torch", torchMembers());
