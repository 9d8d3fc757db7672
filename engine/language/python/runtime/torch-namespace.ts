/** @file torch itself. */

import { chooseDefaultDType, type DType, defaultDType, promote } from "../../../tensor/dtype.ts";
import { broadcastShapes } from "../../../tensor/shape.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { F, torch } from "../../../torch.ts";
import { fromNumpy, tensorData, tensorOf } from "./arrays/tensor-data.ts";
import { method } from "./attributes.ts";
import { autograd } from "./autograd-namespace.ts";
import { call, none } from "./call.ts";
import { chainOf, compositions, specialCompositions } from "./compositions/tensors.ts";
import { volumes } from "./compositions/volumes.ts";
import { DTypeObject, Namespace } from "./constants.ts";
import { utilsModule } from "./data-module.ts";
import { Device, deviceOf } from "./device.ts";
import { distributionsNamespace } from "./distributions-namespace.ts";
import { exception, exceptions, typeError } from "./exceptions.ts";
import { funcNamespace } from "./functional-namespaces.ts";
import { Native } from "./functions.ts";
import { gradManager, gradSwitch } from "./grad-modes.ts";
import { torchAutocast } from "./mixed-precision.ts";
import { namespace, native } from "./native.ts";
import { nnNamespace } from "./nn-namespace.ts";
import { finfo, iinfo } from "./number-info.ts";
import { optimNamespace } from "./optim-namespace.ts";
import { iterate } from "./protocols.ts";
import { publicMembers } from "./public-members.ts";
import { randomMembers } from "./random-namespace.ts";
import { Size } from "./sequences.ts";
import { takingDType } from "./softmax-dtype.ts";
import { machine } from "./surroundings.ts";
import { strided } from "./tensor-attributes.ts";
import { setPrintOptions } from "./tensor-text.ts";
import { dtypeObjects, lower } from "./tensors.ts";
import { deviceClass, tensorClass } from "./torch-classes.ts";
import { typeName } from "./type-name.ts";

/** What the engine has of torch.special. */
const specialMembers = (members: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> => {
  const own = members.get("special");
  return own instanceof Namespace ? own.members : new Map();
};

function torchMembers(): Map<string, unknown> {
  const members = publicMembers(torch, "torch");
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
      typeof data === "number" ? Tensor.zeros([data, ...more.map(Number)], dtype) : tensorOf(data ?? [], dtype),
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
    func: funcNamespace,
    vmap: funcNamespace.members.get("vmap"),
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
    get_default_dtype: native("get_default_dtype", () => dtypeObjects.get(defaultDType())),
    promote_types: native("promote_types", ([a, b]) =>
      dtypeObjects.get(
        promote([a, b].map((each) => ({ dtype: String(lower(each)) as DType, weight: "dims" as const }))),
      ),
    ),
    finfo,
    iinfo,
    ...Object.fromEntries(
      ["tensor", "as_tensor", "asarray"].map((name) => [
        name,
        native(name, ([data, ...rest], keywords) => {
          const { data: named, obj, ...others } = keywords ?? {};
          const all = [data, named, obj]
            .filter((each) => each !== undefined)
            .slice(0, 1)
            .map(tensorData);
          return call(
            Reflect.get(torch, name === "asarray" ? "as_tensor" : name),
            [...all, ...rest],
            keywords === null ? null : others,
          );
        }),
      ]),
    ),
    from_numpy: native("from_numpy", ([array]) => fromNumpy(array)),
    FloatTensor: floats("FloatTensor", "float32"),
    DoubleTensor: floats("DoubleTensor", "float64"),
    LongTensor: floats("LongTensor", "int64"),
    IntTensor: floats("IntTensor", "int32"),
    BoolTensor: floats("BoolTensor", "bool"),
    ByteTensor: floats("ByteTensor", "uint8"),
    CharTensor: floats("CharTensor", "int8"),
    ShortTensor: floats("ShortTensor", "int16"),
    HalfTensor: floats("HalfTensor", "float16"),
    BFloat16Tensor: floats("BFloat16Tensor", "bfloat16"),
    device: deviceClass,
    autocast: torchAutocast,
    ...machine,
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
    set_default_dtype: native("set_default_dtype", ([dtype], keywords) => setDefault(dtype ?? keywords?.d)),
    set_default_tensor_type: native("set_default_tensor_type", ([given]) => {
      const name = given instanceof Native ? given.name : String(given).replace(/^torch\./, "");
      const dtype = { FloatTensor: "float32", DoubleTensor: "float64" }[name];
      if (dtype === undefined) throw typeError("only floating-point types are supported as the default type");
      return setDefault(dtypeObjects.get(dtype));
    }),
    get_default_device: native("get_default_device", () => Device.cpu),
    set_default_device: native("set_default_device", ([given]) => {
      const device = typeof given === "string" ? deviceOf(given) : given;
      if (device instanceof Device && device.type !== "cpu")
        throw exception("AssertionError", `Torch not compiled with ${device.type.toUpperCase()} enabled`);
      if (typeof device === "string") throw exception("RuntimeError", device);
      return null;
    }),
    is_nonzero: native("is_nonzero", ([x]) => method(x, "is_nonzero", [], none)),
    strided,
    typename: native("typename", ([x]) => (Tensor.isTensor(x) ? method(x, "type", [], none) : typeName(x))),
    Size: native("Size", ([items = []]) => Size.make(iterate(items))),
    utils: utilsModule,
    einsum: native("einsum", ([equation, ...operands]) =>
      call(
        Reflect.get(torch, "einsum"),
        [equation, operands.length === 1 && Array.isArray(operands[0]) ? operands[0] : operands],
        none,
      ),
    ),
    special: namespace(
      "torch.special",
      new Map<string, unknown>([
        ...specialMembers(members),
        ...specialCompositions,
        ...[
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
        ].map((op): [string, unknown] => [op, Reflect.get(torch, op === "expit" ? "sigmoid" : op)]),
      ]),
    ),
  }))
    members.set(name, value);
  for (const name of ["softmax", "log_softmax"]) members.set(name, takingDType(name, members.get(name)));
  for (const [name, member] of compositions) members.set(name, member);
  members.set(
    "broadcast_shapes",
    native("broadcast_shapes", (shapes) =>
      Size.make(
        shapes
          .map((shape) => (Array.isArray(shape) ? shape.map(Number) : [Number(shape)]))
          .reduce((a, b) => [...broadcastShapes("broadcast_shapes", a, b)]),
      ),
    ),
  );
  for (const [name, member] of volumes) if (/^conv|^max_pool/.test(name)) members.set(name, member);
  members.set("chain_matmul", native("chain_matmul", chainOf));
  members.set("optim", optim instanceof Namespace ? optimNamespace(optim.members) : optim);
  return members;
}

function setDefault(dtype: unknown): null {
  const name = dtype instanceof DTypeObject ? dtype.name : null;
  if (name === "float16" || name === "bfloat16")
    throw exception(
      "NotImplementedError",
      `torch.${name} is not available here as the default: convert what is to be of 16 bits`,
    );
  if (name !== "float32" && name !== "float64")
    throw typeError("only floating-point types are supported as the default type");
  chooseDefaultDType(name);
  return null;
}

export const torchNamespace = namespace("torch", torchMembers());
