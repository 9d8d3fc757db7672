/** @file The modules that can be imported: torch and its parts, math, numpy's functions of numbers, typing, dataclasses. */
import { setAnomalyDetection } from "../../../autograd/backward.ts";
import { gradcheck, hessian, jacobian } from "../../../autograd/jacobian.ts";
import { erfcOf, erfOf, lgammaOf } from "../../../kernels/special.ts";
import { isParameter, Module, parameter } from "../../../nn/module.ts";
import { tensor } from "../../../ops/creation.ts";
import { defaultGenerator } from "../../../random/generator.ts";
import { isGradEnabled, setGradMode } from "../../../tensor/grad-mode.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { F, nn, torch } from "../../../torch.ts";
import { functionClass } from "./autograd-function.ts";
import { call, getattr, none, setattr, str, types } from "./core.ts";
import { enumMembers } from "./enums.ts";
import { attributeError, exception, exceptions, object, typeError } from "./exceptions.ts";
import { moduleDict } from "./module-dict.ts";
import { initMembers } from "./nn-init.ts";
import { binary } from "./operators.ts";
import { standardLibrary } from "./standard-library.ts";
import { autogradGrad, dtypeObjects, lower, lowerKeywords } from "./tensors.ts";
import {
  Dict,
  Float,
  float,
  isFloat,
  type Keywords,
  Manager,
  Namespace,
  Native,
  NumpyType,
  PyClass,
  PyFunction,
  type PyModule,
  PyObject,
  Tuple,
  typeName,
} from "./values.ts";

type Args = readonly unknown[];
type Members = Readonly<Record<string, unknown>>;

const native = (name: string, run: (args: Args, keywords: Keywords) => unknown) => new Native(name, run);
const namespace = (name: string, members: Members | ReadonlyMap<string, unknown>) =>
  new Namespace(name, members instanceof Map ? members : new Map(Object.entries(members)));

/** A member of the engine's namespaces as Python sees it: inf and pi are floats, dtypes objects. */
function publicMembers(owner: object): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(owner)) {
    if (typeof value === "string") found.set(name, dtypeObjects.get(value) ?? value);
    else if (typeof value === "object" && value !== null) found.set(name, namespace(name, publicMembers(value)));
    else found.set(name, value);
  }
  return found;
}

/** torch.no_grad: a context manager and a decorator, with and without brackets. */
function gradSwitch(name: string, on: boolean): PyClass {
  const cls = new PyClass(name, [object], "torch.autograd");
  cls.construct = ([f]) => {
    if (f instanceof PyFunction) return switched(f, on);
    return gradManager(on);
  };
  return cls;
}

function gradManager(on: boolean): Manager {
  let before = true;
  return new Manager(
    () => {
      before = isGradEnabled();
      setGradMode(on);
      return null;
    },
    () => setGradMode(before),
  );
}

/** A function that always runs with the tape on or off. */
export function switched(f: unknown, on: boolean): Native {
  return native("wrapper", (args, keywords) => {
    const manager = gradManager(on);
    manager.enter();
    try {
      return call(f, args, keywords);
    } finally {
      manager.exit();
    }
  });
}

/** Applying `with`-objects as decorators: @torch.no_grad(). */
export function decorated(manager: Manager, f: unknown): Native {
  return native("wrapper", (args, keywords) => {
    manager.enter();
    try {
      return call(f, args, keywords);
    } finally {
      manager.exit();
    }
  });
}

const tensorClass = new PyClass("Tensor", [object], "torch");
tensorClass.holds = Tensor.isTensor;
tensorClass.construct = ([data, ...more]) => {
  if (Tensor.isTensor(data)) return data;
  if (typeof data === "number") return Tensor.zeros([data, ...more.map(Number)], "float32");
  return data === undefined ? Tensor.zeros([0], "float32") : tensor(lower(data) as never, "float32");
};
types.set("Tensor", tensorClass);

const moduleClass = new PyClass("Module", [object], "torch.nn");
moduleClass.holds = (value) => value instanceof Module;
moduleClass.members.set(
  "__init__",
  native("__init__", ([self, ...args], keywords) => {
    const [unknown] = Object.keys(keywords ?? {});
    if (unknown !== undefined) throw typeError(`Module.__init__() got an unexpected keyword argument '${unknown}'`);
    if (args.length > 0)
      throw typeError(`Module.__init__() takes 1 positional argument but ${args.length + 1} were given`);
    (self as PyModule).initialise();
    return null;
  }),
);
types.set("Module", moduleClass);

const parameterClass = new PyClass("Parameter", [tensorClass], "torch.nn.parameter");
parameterClass.holds = isParameter;
parameterClass.construct = ([data], keywords) => {
  const given = data ?? keywords?.data;
  if (!Tensor.isTensor(given)) throw attributeError(`'${typeName(given)}' object has no attribute 'detach'`);
  return parameter(given, keywords?.requires_grad !== false);
};

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

const functional = namespace("torch.nn.functional", functionalMembers());
const nnNamespace: Namespace = namespace("torch.nn", nnMembers(functional));

const anomaly = (on: boolean) =>
  new Manager(
    () => {
      setAnomalyDetection(on);
      return null;
    },
    () => setAnomalyDetection(false),
  );

const autograd = namespace("torch.autograd", {
  grad: native("grad", autogradGrad),
  detect_anomaly: native("detect_anomaly", () => {
    warn(
      "UserWarning",
      "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.",
    );
    return anomaly(true);
  }),
  set_detect_anomaly: native("set_detect_anomaly", ([on]) => anomaly(on === true)),
  functional: namespace("torch.autograd.functional", {
    jacobian: native("jacobian", ([f, x]) => jacobian((at) => call(f, [at], none) as Tensor, x as Tensor)),
    hessian: native("hessian", ([f, x]) => hessian((at) => call(f, [at], none) as Tensor, x as Tensor)),
  }),
  gradcheck: native(
    "gradcheck",
    ([f, inputs]) =>
      gradcheck((at) => call(f, [at], none) as Tensor, (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor).ok,
  ),
  Variable: native("Variable", ([x]) => x),
  Function: functionClass,
  no_grad: gradSwitch("no_grad", false),
});

const identityDecorator = (name: string) => native(name, ([f]) => f ?? native(name, ([g]) => g));

const scalarFunction = (name: string, f: (...args: number[]) => number, check?: (...args: number[]) => boolean) =>
  native(name, (args) => {
    const numbers = args.map((arg) => {
      const plain = Tensor.isTensor(arg) ? arg.data[arg.offset] : arg;
      if (typeof plain !== "number" && !(plain instanceof Float) && typeof plain !== "boolean")
        throw typeError(`must be real number, not ${typeName(arg)}`);
      if (Tensor.isTensor(arg) && arg.data.length !== 1)
        throw exception("ValueError", "only one element tensors can be converted to Python scalars");
      return Number(plain);
    });
    if (check !== undefined && !check(...numbers)) throw exception("ValueError", "math domain error");
    const value = f(...numbers);
    if (!Number.isFinite(value) && numbers.every(Number.isFinite)) throw exception("OverflowError", "math range error");
    return float(value);
  });

const whole = (name: string, f: (x: number) => number) =>
  native(name, ([x]) => {
    const value = f(Number(Tensor.isTensor(x) ? x.data[x.offset] : x));
    if (!Number.isFinite(value))
      throw exception(
        Number.isNaN(value) ? "ValueError" : "OverflowError",
        `cannot convert float ${Number.isNaN(value) ? "NaN" : "infinity"} to integer`,
      );
    return value;
  });

const positive = (x: number) => x > 0 || Number.isNaN(x);
const math = namespace("math", {
  pi: Math.PI,
  e: Math.E,
  tau: 2 * Math.PI,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  sqrt: scalarFunction("sqrt", Math.sqrt, (x) => !(x < 0)),
  exp: scalarFunction("exp", Math.exp),
  expm1: scalarFunction("expm1", Math.expm1),
  log: scalarFunction("log", (x, base) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base)), positive),
  log2: scalarFunction("log2", Math.log2, positive),
  log10: scalarFunction("log10", Math.log10, positive),
  log1p: scalarFunction("log1p", Math.log1p, (x) => x > -1 || Number.isNaN(x)),
  pow: scalarFunction("pow", (a, b) => a ** b),
  sin: scalarFunction("sin", Math.sin),
  cos: scalarFunction("cos", Math.cos),
  tan: scalarFunction("tan", Math.tan),
  asin: scalarFunction("asin", Math.asin, (x) => Math.abs(x) <= 1),
  acos: scalarFunction("acos", Math.acos, (x) => Math.abs(x) <= 1),
  atan: scalarFunction("atan", Math.atan),
  atan2: scalarFunction("atan2", Math.atan2),
  sinh: scalarFunction("sinh", Math.sinh),
  cosh: scalarFunction("cosh", Math.cosh),
  tanh: scalarFunction("tanh", Math.tanh),
  fabs: scalarFunction("fabs", Math.abs),
  hypot: scalarFunction("hypot", Math.hypot),
  erf: scalarFunction("erf", erfOf),
  erfc: scalarFunction("erfc", erfcOf),
  lgamma: scalarFunction("lgamma", lgammaOf),
  gamma: scalarFunction("gamma", (x) => Math.round(Math.exp(lgammaOf(x)) * 1e10) / 1e10),
  degrees: scalarFunction("degrees", (x) => (x * 180) / Math.PI),
  radians: scalarFunction("radians", (x) => (x * Math.PI) / 180),
  copysign: scalarFunction("copysign", (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a))),
  floor: whole("floor", Math.floor),
  ceil: whole("ceil", Math.ceil),
  trunc: whole("trunc", Math.trunc),
  isnan: native("isnan", ([x]) => Number.isNaN(Number(x))),
  isinf: native("isinf", ([x]) => Math.abs(Number(x)) === Number.POSITIVE_INFINITY),
  isfinite: native("isfinite", ([x]) => Number.isFinite(Number(x))),
  isclose: native(
    "isclose",
    ([a, b], keywords) =>
      Math.abs(Number(a) - Number(b)) <=
      Math.max(
        Number(keywords?.rel_tol ?? 1e-9) * Math.max(Math.abs(Number(a)), Math.abs(Number(b))),
        Number(keywords?.abs_tol ?? 0),
      ),
  ),
  factorial: native("factorial", ([n]) =>
    Array.from({ length: Number(n) }, (_, i) => i + 1).reduce((a, b) => a * b, 1),
  ),
  gcd: native("gcd", ([a, b]) => gcd(Math.abs(Number(a)), Math.abs(Number(b)))),
  prod: native("prod", ([items]) =>
    (items as Iterable<unknown> & unknown[]).reduce((a: number, b) => a * Number(b), 1),
  ),
});

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Arrays here are float64 tensors: what losses do with numpy works on them. */
const numpyFunction = (name: string, f: (...args: number[]) => number) => {
  const onTensors: unknown = Reflect.get(torch, name);
  return native(name, (args, keywords) => {
    if (args.some(Tensor.isTensor) && typeof onTensors === "function") return call(onTensors, args, keywords);
    if (args.some(Array.isArray) && typeof onTensors === "function")
      return call(
        onTensors,
        args.map((arg) => (Array.isArray(arg) ? tensor(lower(arg) as never, "float64") : arg)),
        keywords,
      );
    return float(f(...args.map(Number)));
  });
};

const creation = (name: string) =>
  native(name, (args, keywords) =>
    call(Reflect.get(torch, name), args, { dtype: dtypeObjects.get("float64"), ...keywords }),
  );

const numpy = namespace("numpy", {
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  float32: new NumpyType("float32"),
  float64: new NumpyType("float64"),
  int32: new NumpyType("int32"),
  int64: new NumpyType("int64"),
  bool_: new NumpyType("bool"),
  newaxis: null,
  ...Object.fromEntries(
    Object.entries({
      sqrt: Math.sqrt,
      exp: Math.exp,
      log: Math.log,
      log2: Math.log2,
      log10: Math.log10,
      log1p: Math.log1p,
      expm1: Math.expm1,
      sin: Math.sin,
      cos: Math.cos,
      tan: Math.tan,
      tanh: Math.tanh,
      sinh: Math.sinh,
      cosh: Math.cosh,
      abs: Math.abs,
      sign: Math.sign,
      floor: Math.floor,
      ceil: Math.ceil,
      square: (x: number) => x * x,
      maximum: Math.max,
      minimum: Math.min,
      sum: (x: number) => x,
      mean: (x: number) => x,
    }).map(([name, f]) => [name, numpyFunction(name, f)]),
  ),
  power: native("power", ([a, b]) => float(Number(a) ** Number(b))),
  clip: native("clip", ([x, low, high]) =>
    Tensor.isTensor(x)
      ? call(Reflect.get(torch, "clamp"), [x, low, high], none)
      : float(Math.min(Math.max(Number(x), Number(low)), Number(high))),
  ),
  array: native("array", ([data]) =>
    tensor(lower(data) as never, typeof data === "number" || !Array.isArray(data) ? null : "float64"),
  ),
  asarray: native("asarray", ([data]) => (Tensor.isTensor(data) ? data : tensor(lower(data) as never, "float64"))),
  zeros: creation("zeros"),
  ones: creation("ones"),
  linspace: creation("linspace"),
  arange: creation("arange"),
  isnan: native("isnan", ([x]) =>
    Tensor.isTensor(x) ? call(Reflect.get(torch, "isnan"), [x], none) : Number.isNaN(Number(x)),
  ),
  random: namespace("numpy.random", { seed: native("seed", () => null) }),
});

const deviceClass = new PyClass("device", [object], "torch");
deviceClass.construct = ([name]) => {
  if (name === "cpu" || name === undefined) return "cpu";
  if (typeof name === "string" && name.startsWith("cuda")) return name;
  throw exception("RuntimeError", `Expected one of cpu, cuda device type at start of device string: ${str(name)}`);
};

function torchMembers(): Map<string, unknown> {
  const members = publicMembers(torch);
  const floats = (name: string, dtype: "float32" | "float64" | "int64") =>
    native(name, ([data, ...more]) =>
      typeof data === "number"
        ? Tensor.zeros([data, ...more.map(Number)], dtype)
        : tensor(lower(data ?? []) as never, dtype),
    );
  const optim = members.get("optim");
  for (const [name, value] of Object.entries<unknown>({
    nn: nnNamespace,
    Tensor: tensorClass,
    autograd,
    no_grad: gradSwitch("no_grad", false),
    inference_mode: gradSwitch("inference_mode", false),
    enable_grad: gradSwitch("enable_grad", true),
    set_grad_enabled: native("set_grad_enabled", ([on]) => {
      const manager = gradManager(on === true);
      manager.enter();
      return manager;
    }),
    manual_seed: native("manual_seed", ([seed]) => {
      defaultGenerator.seed(Number(seed));
      return null;
    }),
    // torch.randint(high, size), and with low before it.
    randint: native("randint", (args, keywords) =>
      call(Reflect.get(torch, "randint"), Array.isArray(args[1]) ? [0, ...args] : args, keywords),
    ),
    from_numpy: native("from_numpy", ([array]) => array),
    FloatTensor: floats("FloatTensor", "float32"),
    DoubleTensor: floats("DoubleTensor", "float64"),
    LongTensor: floats("LongTensor", "int64"),
    device: deviceClass,
    cuda: namespace("torch.cuda", {
      is_available: native("is_available", () => false),
      manual_seed: native("manual_seed", () => null),
      manual_seed_all: native("manual_seed_all", () => null),
    }),
    backends: namespace("torch.backends", {}),
    jit: namespace("torch.jit", { script: identityDecorator("script"), ignore: identityDecorator("ignore") }),
    compile: identityDecorator("compile"),
    set_printoptions: native("set_printoptions", () => null),
    set_default_dtype: native("set_default_dtype", () => null),
    Size: native("Size", ([items]) => items),
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
    __version__: "1.13.1",
  }))
    members.set(name, value);
  members.set("optim", optim instanceof Namespace ? namespace("torch.optim", optim.members) : optim);
  return members;
}

/** Without a GPU autocast does nothing. */
const amp = namespace("torch.cuda.amp", {
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

const torchNamespace = namespace("torch", torchMembers());

const anything = (name: string) => new PyClass(name, [object], "typing");
const typing = namespace(
  "typing",
  new Map(
    [
      "Any",
      "Optional",
      "Union",
      "List",
      "Tuple",
      "Dict",
      "Set",
      "Callable",
      "Iterable",
      "Iterator",
      "Sequence",
      "Mapping",
      "Literal",
      "Type",
      "ClassVar",
      "Final",
      "NamedTuple",
      "Generator",
    ].map((name) => [name, anything(name)]),
  ),
);

/** @dataclass, with and without options: an __init__ from the annotated fields. */
function dataclass(cls: PyClass, options: Keywords): PyClass {
  const fields = [...cls.mro]
    .reverse()
    .flatMap((ancestor) => ancestor.annotations.map((name) => ({ name, value: cls.lookup(name) })));
  const names = fields.map(({ name }) => name);
  cls.members.set("__fields__", Tuple.make(names));
  cls.members.set(
    "__init__",
    native("__init__", ([self, ...args], keywords) => {
      if (args.length > names.length)
        throw typeError(
          `${cls.name}.__init__() takes ${names.length + 1} positional arguments but ${args.length + 1} were given`,
        );
      const unknown = Object.keys(keywords ?? {}).find((key) => !names.includes(key));
      if (unknown !== undefined)
        throw typeError(`${cls.name}.__init__() got an unexpected keyword argument '${unknown}'`);
      fields.forEach(({ name, value }, i) => {
        const otherwise = value instanceof Field ? value.make() : value;
        const given = i < args.length ? args[i] : keywords !== null && name in keywords ? keywords[name] : otherwise;
        if (given === undefined)
          throw typeError(`${cls.name}.__init__() missing 1 required positional argument: '${name}'`);
        setattr(self, name, given);
      });
      const after = cls.lookup("__post_init__");
      if (after !== undefined) call(after, [self], none);
      if (options?.frozen === true && self instanceof PyObject) self.attributes.set("__ready__", true);
      return null;
    }),
  );
  if (options?.frozen === true) cls.members.set("__frozen__", true);
  if (cls.lookup("__repr__") === undefined)
    cls.members.set(
      "__repr__",
      native(
        "__repr__",
        ([self]) => `${cls.name}(${names.map((name) => `${name}=${quotedValue(getattr(self, name))}`).join(", ")})`,
      ),
    );
  return cls;
}

const quotedValue = (value: unknown) => (typeof value === "string" ? `'${value}'` : str(value));

class Field {
  constructor(readonly make: () => unknown) {}
}

const dataclasses = namespace("dataclasses", {
  dataclass: native("dataclass", ([cls], keywords) =>
    cls instanceof PyClass
      ? dataclass(cls, keywords)
      : native("dataclass", ([later]) => dataclass(later as PyClass, keywords)),
  ),
  field: native(
    "field",
    (_, keywords) =>
      new Field(() =>
        keywords?.default_factory !== undefined ? call(keywords.default_factory, [], none) : keywords?.default,
      ),
  ),
  asdict: native(
    "asdict",
    ([value]) =>
      new Dict((getattr(value, "__fields__") as Tuple).map((name) => [name, getattr(value, String(name))] as const)),
  ),
});

const functools = namespace("functools", {
  partial: native("partial", ([f, ...first], fixed) =>
    native("partial", (args, keywords) =>
      call(f, [...first, ...args], fixed === null && keywords === null ? none : { ...fixed, ...keywords }),
    ),
  ),
  reduce: native("reduce", ([f, items, start]) => {
    const list = [...(items as Iterable<unknown>)];
    const first = start ?? list.shift();
    return list.reduce((total, item) => call(f, [total, item], none), first);
  }),
  wraps: native("wraps", () => native("wraps", ([f]) => f)),
  lru_cache: native("lru_cache", ([f]) => f ?? native("lru_cache", ([g]) => g)),
});

const warnings = namespace("warnings", {
  warn: native("warn", ([message, category]) => {
    warn(category === exceptions.DeprecationWarning ? "DeprecationWarning" : "UserWarning", str(message));
    return null;
  }),
  filterwarnings: native("filterwarnings", () => null),
  simplefilter: native("simplefilter", () => null),
});

/** Every module by its full name. */
export const modules: ReadonlyMap<string, Namespace> = new Map([
  ["torch", torchNamespace],
  ["torch.nn", nnNamespace],
  ["torch.nn.functional", functional],
  ...(["modules", "parameter", "utils", "init"] as const).flatMap((name) => {
    const member = nnNamespace.members.get(name);
    return member instanceof Namespace ? ([[`torch.nn.${name}`, member]] as const) : [];
  }),
  ["torch.nn.modules.loss", getattr(getattr(nnNamespace, "modules"), "loss") as Namespace],
  ["torch.optim", torchNamespace.members.get("optim") as Namespace],
  ["torch.optim.lr_scheduler", getattr(torchNamespace.members.get("optim"), "lr_scheduler") as Namespace],
  ["torch.autograd", autograd],
  ["torch.linalg", torchNamespace.members.get("linalg") as Namespace],
  ["math", math],
  ["numpy", numpy],
  ["enum", namespace("enum", enumMembers)],
  ...standardLibrary(native("add", ([a, b]) => binary("add", a, b))),
  ["torch.cuda.amp", amp],
  ["typing", typing],
  ["dataclasses", dataclasses],
  ["functools", functools],
  ["warnings", warnings],
  ["abc", namespace("abc", { ABC: object, abstractmethod: native("abstractmethod", ([f]) => f) })],
  ["numbers", namespace("numbers", { Number: numberClass() })],
  ["random", namespace("random", { seed: native("seed", () => null) })],
  ["os", namespace("os", {})],
  ["time", namespace("time", { time: native("time", () => float(0)) })],
  ["__future__", namespace("__future__", { annotations: null })],
  ["collections.abc", typing],
]);

function numberClass(): PyClass {
  const cls = new PyClass("Number", [object], "numbers");
  cls.holds = (value) => typeof value === "number" || typeof value === "boolean" || isFloat(value);
  return cls;
}

/** In scope of every loss without an import. */
export const presets: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["torch", torchNamespace],
  ["nn", nnNamespace],
  ["F", functional],
  ["math", math],
]);
