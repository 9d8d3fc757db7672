/** @file What torch says of the machine, and what tools do with a model: there is one CPU here, one process and no compiler. */
import { warn } from "../../../tensor/warnings.ts";
import type { Namespace } from "./constants.ts";
import { exception, typeError } from "./exceptions.ts";
import { amp, cpuAmp, cudaAmp } from "./mixed-precision.ts";
import { identityDecorator, namespace, native } from "./native.ts";
import { isinstance } from "./isinstance.ts";
import { typing } from "./typing-module.ts";
import { Settings } from "./settings.ts";

const constants = (table: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, native(name, () => value)]));

const refusing = (names: readonly string[], refuse: (name: string) => Error) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      native(name, () => {
        throw refuse(name);
      }),
    ]),
  );

const noCuda = () => exception("AssertionError", "Torch not compiled with CUDA enabled");

export const cuda = namespace("torch.cuda", {
  ...constants({
    is_available: false,
    is_initialized: false,
    is_bf16_supported: false,
    device_count: 0,
    memory_allocated: 0,
    max_memory_allocated: 0,
    memory_reserved: 0,
    max_memory_reserved: 0,
    empty_cache: null,
    manual_seed: null,
    manual_seed_all: null,
    seed: null,
    ipc_collect: null,
  }),
  ...refusing(
    [
      "current_device",
      "get_device_name",
      "get_device_properties",
      "get_device_capability",
      "synchronize",
      "current_stream",
      "set_device",
      "Stream",
      "Event",
      "reset_peak_memory_stats",
    ],
    noCuda,
  ),
  ...refusing(
    ["FloatTensor", "DoubleTensor", "LongTensor", "IntTensor", "BoolTensor", "ByteTensor", "HalfTensor"],
    (name) => typeError(`type torch.cuda.${name} not available. Torch not compiled with CUDA enabled.`),
  ),
  amp: cudaAmp,
});

const precision = { allow_tf32: false, fp32_precision: "none" };

export const backends = namespace("torch.backends", {
  cudnn: new Settings(
    "torch.backends.cudnn",
    { enabled: true, benchmark: false, deterministic: false, allow_tf32: true, benchmark_limit: 10 },
    constants({ is_available: false, version: null }),
  ),
  cuda: namespace("torch.backends.cuda", {
    matmul: new Settings("torch.backends.cuda.matmul", precision),
    ...constants({ is_built: false }),
  }),
  mps: namespace("torch.backends.mps", constants({ is_available: false, is_built: false })),
  mkl: namespace("torch.backends.mkl", constants({ is_available: false })),
  mkldnn: new Settings("torch.backends.mkldnn", { enabled: true }, constants({ is_available: false })),
  openmp: namespace("torch.backends.openmp", constants({ is_available: false })),
});

/** A model that is compiled computes the same; here it is not made faster. */
export const compile = native("compile", ([f]) => {
  warn("UserWarning", "torch.compile: computed as it is written here, with the same values and no faster.");
  return f ?? native("compile", ([g]) => g);
});

export const jit = namespace("torch.jit", {
  ...constants({ is_scripting: false, is_tracing: false }),
  script: identityDecorator("script"),
  script_method: identityDecorator("script_method"),
  script_if_tracing: identityDecorator("script_if_tracing"),
  ignore: identityDecorator("ignore"),
  unused: identityDecorator("unused"),
  export: identityDecorator("export"),
  trace: native("trace", ([f]) => f),
  annotate: native("annotate", ([, value]) => value),
  isinstance: native("isinstance", ([value, kind]) => isinstance(value, kind)),
  Final: typing.members.get("Final"),
});

export const compiler = namespace("torch.compiler", {
  ...constants({ is_compiling: false, is_dynamo_compiling: false, is_exporting: false }),
  disable: identityDecorator("disable"),
  allow_in_graph: identityDecorator("allow_in_graph"),
});

const noGroup = () =>
  exception(
    "ValueError",
    "Default process group has not been initialized, please make sure to call init_process_group.",
  );

export const distributed: Namespace = namespace("torch.distributed", {
  ...constants({
    is_available: true,
    is_initialized: false,
    is_nccl_available: false,
    is_gloo_available: true,
    is_mpi_available: false,
  }),
  ...refusing(
    [
      "get_rank",
      "get_world_size",
      "get_backend",
      "all_reduce",
      "all_gather",
      "all_gather_into_tensor",
      "all_gather_object",
      "reduce",
      "reduce_scatter",
      "broadcast",
      "barrier",
      "gather",
      "scatter",
      "send",
      "recv",
      "destroy_process_group",
      "new_group",
    ],
    noGroup,
  ),
  ...refusing(["init_process_group"], () =>
    exception(
      "ValueError",
      "Error initializing torch.distributed using env:// rendezvous: environment variable RANK expected, but not set",
    ),
  ),
  ReduceOp: namespace("torch.distributed.ReduceOp", {
    SUM: "SUM",
    AVG: "AVG",
    MAX: "MAX",
    MIN: "MIN",
    PRODUCT: "PRODUCT",
  }),
  nn: namespace("torch.distributed.nn", refusing(["all_gather", "all_reduce", "reduce_scatter"], noGroup)),
  group: namespace("torch.distributed.group", { WORLD: null }),
});

export const version = namespace("torch.version", {
  __version__: "2.13.0+cpu",
  cuda: null,
  hip: null,
  debug: false,
  git_version: "",
});

/** Settings of speed, which change no number here. */
const speed = { threads: 1, precision: "highest", isDeterministic: false };

export function resetSpeed(): void {
  Object.assign(speed, { threads: 1, precision: "highest", isDeterministic: false });
}

export const machine: Readonly<Record<string, unknown>> = {
  cuda,
  backends,
  jit,
  compile,
  compiler,
  distributed,
  version,
  amp,
  cpu: namespace("torch.cpu", { amp: cpuAmp, ...constants({ is_available: true, device_count: 1 }) }),
  mps: namespace("torch.mps", constants({ is_available: false, device_count: 0 })),
  xpu: namespace("torch.xpu", constants({ is_available: false, device_count: 0 })),
  get_num_threads: native("get_num_threads", () => speed.threads),
  set_num_threads: native("set_num_threads", ([count]) => {
    speed.threads = Number(count);
    return null;
  }),
  get_float32_matmul_precision: native("get_float32_matmul_precision", () => speed.precision),
  set_float32_matmul_precision: native("set_float32_matmul_precision", ([wanted]) => {
    speed.precision = String(wanted);
    return null;
  }),
  are_deterministic_algorithms_enabled: native("are_deterministic_algorithms_enabled", () => speed.isDeterministic),
  use_deterministic_algorithms: native("use_deterministic_algorithms", ([on]) => {
    speed.isDeterministic = on === true;
    return null;
  }),
  ...constants({ is_autocast_enabled: false, is_autocast_cpu_enabled: false }),
  __version__: "2.13.0+cpu",
};
