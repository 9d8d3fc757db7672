/** @file state_dict of optimisers and schedulers: what they remember under PyTorch's names, and how it is read back. */

import { clone } from "../../../ops/convert.ts";
import { reshape } from "../../../ops/indexing/movement.ts";
import type { Memory } from "../../../optim/optimizer.ts";
import type { OptimizerName } from "../../../optim/optimizers/index.ts";
import { isOptimizerName } from "../../../optim/optimizers/index.ts";
import { memoriesOf } from "../../../optim/torch-optim.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { dataOf, Tensor, wrote } from "../../../tensor/tensor.ts";
import { Dict } from "./dicts.ts";
import { valueError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { groupsOf, nameOfOptimizer, type ParamGroup, schedulerOptions } from "./param-groups.ts";

/** What is remembered of each number, in the order of the rule's slots; `numbers` are remembered of the tensor as a whole. */
interface Names {
  readonly slots: readonly string[];
  readonly numbers: readonly string[];
  readonly counts: boolean;
}

const none: Names = { slots: [], numbers: [], counts: false };

/** By the options, as the rules keep no more than these need. */
const names: Readonly<Record<OptimizerName, (group: ParamGroup) => Names>> = {
  SGD: (group) => (Number(group.get("momentum")) === 0 ? none : { ...none, slots: ["momentum_buffer"] }),
  Adam: (group) => adam(group),
  AdamW: (group) => adam(group),
  NAdam: () => ({ slots: ["exp_avg", "exp_avg_sq"], numbers: ["mu_product"], counts: true }),
  RMSprop: (group) => ({
    slots: [
      "square_avg",
      ...(Number(group.get("momentum")) > 0 ? ["momentum_buffer"] : []),
      ...(group.get("centered") === true ? ["grad_avg"] : []),
    ],
    numbers: [],
    counts: true,
  }),
  Adagrad: () => ({ slots: ["sum"], numbers: [], counts: true }),
};

const adam = (group: ParamGroup): Names => ({
  slots: ["exp_avg", "exp_avg_sq", ...(group.get("amsgrad") === true ? ["max_exp_avg_sq"] : [])],
  numbers: [],
  counts: true,
});

/** The slot in which a rule keeps what is called so. */
function slotOf(name: OptimizerName, key: string, memory: Memory, at: number): Tensor {
  if (name === "RMSprop") return memory.slots[{ square_avg: 0, grad_avg: 1, momentum_buffer: 2 }[key] ?? at];
  return memory.slots[at];
}

function stateOf(name: OptimizerName, group: ParamGroup, memory: Memory, parameter: Tensor): Dict | null {
  const { slots, numbers, counts } = names[name](group);
  if (memory.step === 0 && name !== "Adagrad") return null;
  if (slots.length === 0) return null;
  const found = new Dict();
  if (counts) found.set("step", Tensor.of(Float32Array.of(memory.step), [], "float32"));
  numbers.forEach((key, i) => {
    found.set(key, Tensor.of(Float32Array.of(memory.numbers[i]), [], "float32"));
  });
  slots.forEach((key, i) => {
    found.set(key, reshape(clone(slotOf(name, key, memory, i)), parameter.shape));
  });
  return found;
}

const parametersOf = (group: ParamGroup): readonly Tensor[] => {
  const all = group.get("params");
  return Array.isArray(all) ? all.filter(Tensor.isTensor) : [];
};

/** Every parameter with what is remembered of it. */
function remembered(owner: object): { parameter: Tensor; group: ParamGroup; memory: Memory; name: OptimizerName }[] {
  const name = nameOfOptimizer(owner);
  if (name === undefined || !isOptimizerName(name)) return [];
  const memories = memoriesOf(owner);
  return (groupsOf(owner) ?? []).flatMap((group, g) =>
    parametersOf(group).map((parameter, i) => ({ parameter, group, memory: memories[g][i], name })),
  );
}

/** optimizer.state: by parameter. */
export function optimizerState(owner: object): Dict {
  const state = new Dict();
  for (const { parameter, group, memory, name } of remembered(owner)) {
    const found = stateOf(name, group, memory, parameter);
    if (found !== null) state.set(parameter, found);
  }
  return state;
}

/** Parameters are numbers in it, one after the other through all groups. */
export function optimizerStateDict(owner: object): Dict {
  const state = new Dict();
  remembered(owner).forEach(({ parameter, group, memory, name }, i) => {
    const found = stateOf(name, group, memory, parameter);
    if (found !== null) state.set(i, found);
  });
  let next = 0;
  const groups = (groupsOf(owner) ?? []).map((group) => {
    const entries = group.entries().filter(([key]) => key !== "params");
    const places = parametersOf(group).map(() => next++);
    return new Dict([...entries, ["params", places]]);
  });
  return new Dict([
    ["state", state],
    ["param_groups", groups],
  ]);
}

function write(target: Tensor, value: unknown): void {
  if (!Tensor.isTensor(value)) return;
  dataOf(target).set(toContiguousData(value));
  wrote(target);
}

export function loadOptimizerState(owner: object, given: unknown): null {
  if (!(given instanceof Dict)) throw valueError("load_state_dict takes what state_dict gave");
  const [saved, groups] = [given.get("param_groups"), groupsOf(owner) ?? []];
  if (!Array.isArray(saved) || saved.length !== groups.length)
    throw valueError("loaded state dict has a different number of parameter groups");
  saved.forEach((each: unknown, g) => {
    if (!(each instanceof Dict)) return;
    const places = each.get("params");
    if (Array.isArray(places) && places.length !== parametersOf(groups[g]).length)
      throw valueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group");
    for (const [key, value] of each.entries()) if (key !== "params") groups[g].set(key, value);
  });
  const state = given.get("state");
  if (!(state instanceof Dict)) return null;
  remembered(owner).forEach(({ group, memory, name }, i) => {
    const own = state.get(i);
    if (!(own instanceof Dict)) return;
    const { slots, numbers } = names[name](group);
    slots.forEach((key, at) => {
      write(slotOf(name, key, memory, at), own.get(key));
    });
    numbers.forEach((key, at) => {
      memory.numbers[at] = numberOf(own.get(key), memory.numbers[at]);
    });
    if (name === "SGD") memory.numbers[0] = 1;
    memory.step = numberOf(own.get("step"), Math.max(memory.step, 1));
  });
  return null;
}

const numberOf = (value: unknown, otherwise: number): number =>
  Tensor.isTensor(value)
    ? Number(toContiguousData(value)[0])
    : value === undefined || value === null
      ? otherwise
      : Number(value);

/** Of a scheduler: its options, where it stands, and the lr that it wrote last. */
export function schedulerStateDict(owner: { readonly last_epoch: number; get_last_lr(): number[] }): Dict {
  const { base_lrs: bases, ...options } = Object.fromEntries(schedulerOptions(owner) ?? []);
  return new Dict([
    ...Object.entries(options),
    ["base_lrs", bases ?? []],
    ["last_epoch", owner.last_epoch],
    ["_step_count", owner.last_epoch + 1],
    ["_is_initial", false],
    ["_get_lr_called_within_step", false],
    ["_last_lr", owner.get_last_lr().map(float)],
  ]);
}
