/** @file torch.amp and torch.cuda.amp as they are on a machine without a GPU: autocast to one does nothing, and neither does a GradScaler for one. */
import { mul } from "../../../ops/pointwise/arithmetic.ts";
import { withGradMode } from "../../../tensor/grad-mode.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { getattr } from "./attributes.ts";
import { call } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Manager } from "./constants.ts";
import { Device } from "./device.ts";
import { Dict } from "./dicts.ts";
import { exception, object } from "./exceptions.ts";
import { float } from "./floats.ts";
import type { Keywords } from "./functions.ts";
import { identityDecorator, namespace, native } from "./native.ts";
import { iterate, truth } from "./protocols.ts";
import { Tuple } from "./sequences.ts";

const typeOfDevice = (given: unknown): string =>
  given instanceof Device ? given.type : typeof given === "string" ? given.split(":")[0] : "cuda";

function autocast(device: string, isEnabled: boolean): Manager {
  if (isEnabled && device === "cpu")
    return new Manager(
      () => {
        throw exception(
          "NotImplementedError",
          'torch.autocast("cpu") is not available here: it computes in bfloat16; compute in float32',
        );
      },
      () => undefined,
    );
  if (isEnabled && device === "cuda")
    warn("UserWarning", "User provided device_type of 'cuda', but CUDA is not available. Disabling");
  return new Manager(
    () => null,
    () => undefined,
  );
}

const isOn = (given: unknown, keywords: Keywords): boolean => truth(keywords?.enabled ?? given ?? true);

/** torch.autocast(device_type, dtype, enabled). */
export const torchAutocast = native("autocast", ([device, , enabled], keywords) =>
  autocast(typeOfDevice(keywords?.device_type ?? device), isOn(enabled, keywords)),
);

const cudaAutocast = native("autocast", ([enabled], keywords) => autocast("cuda", isOn(enabled, keywords)));
const cpuAutocast = native("autocast", ([enabled], keywords) => autocast("cpu", isOn(enabled, keywords)));

/** What a GradScaler keeps: its scale, null where it is off. */
const scales = new WeakMap<
  PyObject,
  { scale: number; growth: number; steps: number; readonly unscaled: Set<unknown>; sawInfinity: boolean }
>();

const growthInterval = 2000;

function gradScaler(
  name: string,
  deviceOf: (args: readonly unknown[], keywords: Keywords) => string,
  at: number,
): PyClass {
  const cls = new PyClass(name, [object], "torch.amp.grad_scaler");
  cls.construct = (args, keywords) => {
    const device = deviceOf(args, keywords);
    const isEnabled = truth(keywords?.enabled ?? args[at + 4] ?? true);
    const made = new PyObject(cls);
    if (isEnabled && device === "cuda")
      warn("UserWarning", "torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.");
    else if (isEnabled)
      scales.set(made, {
        scale: Number(keywords?.init_scale ?? args[at] ?? 65536),
        growth: Number(keywords?.growth_factor ?? args[at + 1] ?? 2),
        steps: 0,
        unscaled: new Set(),
        sawInfinity: false,
      });
    return made;
  };
  const methods: Readonly<Record<string, (self: PyObject, args: readonly unknown[], keywords: Keywords) => unknown>> = {
    is_enabled: (self) => scales.has(self),
    get_scale: (self) => float(scales.get(self)?.scale ?? 1),
    scale: (self, [outputs]) => scaled(outputs, scales.get(self)?.scale ?? null),
    unscale_: (self, [optimizer]) => unscale(self, optimizer),
    step: (self, [optimizer, ...rest], keywords) => {
      const state = scales.get(self);
      if (state !== undefined && !state.unscaled.has(optimizer)) unscale(self, optimizer);
      return state?.sawInfinity === true ? null : call(getattr(optimizer, "step"), rest, keywords);
    },
    update: (self) => {
      const state = scales.get(self);
      if (state === undefined) return null;
      if (state.sawInfinity) [state.scale, state.steps] = [state.scale / 2, 0];
      else if (++state.steps === growthInterval) [state.scale, state.steps] = [state.scale * state.growth, 0];
      state.unscaled.clear();
      state.sawInfinity = false;
      return null;
    },
    state_dict: (self) => {
      const state = scales.get(self);
      return new Dict(
        state === undefined
          ? []
          : [
              ["scale", float(state.scale)],
              ["_growth_tracker", state.steps],
            ],
      );
    },
    load_state_dict: (self, [given]) => {
      const state = scales.get(self);
      if (state !== undefined && given instanceof Dict && given.has("scale")) state.scale = Number(given.get("scale"));
      return null;
    },
  };
  for (const [key, run] of Object.entries(methods))
    cls.members.set(
      key,
      native(key, ([self, ...rest], keywords) => run(self as PyObject, rest, keywords)),
    );
  return cls;
}

function scaled(value: unknown, scale: number | null): unknown {
  if (scale === null) return value;
  if (Tensor.isTensor(value)) return mul(value, scale);
  const parts = [...iterate(value)].map((part) => scaled(part, scale));
  return value instanceof Tuple ? Tuple.make(parts) : parts;
}

function unscale(self: PyObject, optimizer: unknown): null {
  const state = scales.get(self);
  if (state === undefined) return null;
  for (const group of iterate(getattr(optimizer, "param_groups")))
    for (const parameter of iterate(group instanceof Dict ? group.get("params") : []))
      if (Tensor.isTensor(parameter) && parameter.grad !== null) {
        const { grad } = parameter;
        parameter.grad = withGradMode(false, () => mul(grad, 1 / state.scale));
        if (!toContiguousData(grad).every((each) => Number.isFinite(each))) state.sawInfinity = true;
      }
  state.unscaled.add(optimizer);
  return null;
}

const customForward = native("custom_fwd", ([f]) => f ?? native("custom_fwd", ([g]) => g));

const shared = { custom_fwd: customForward, custom_bwd: identityDecorator("custom_bwd") };

export const amp = namespace("torch.amp", {
  autocast: torchAutocast,
  GradScaler: gradScaler("GradScaler", ([device], keywords) => typeOfDevice(keywords?.device ?? device), 1),
  ...shared,
});

export const cudaAmp = namespace("torch.cuda.amp", {
  autocast: cudaAutocast,
  GradScaler: gradScaler("GradScaler", () => "cuda", 0),
  ...shared,
});

export const cpuAmp = namespace("torch.cpu.amp", { autocast: cpuAutocast });
