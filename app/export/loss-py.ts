/** @file The loss alone: as a class for PyTorch, a function for JAX, a Loss for Keras, each with a test that carries the numbers seen here. */

import { batchText, isColumn, type Seen, type SeenResult, type SeenTensor, shapeText } from "./first-batch-facts.ts";
import { apartFromMain } from "./own-main.ts";
import type { Framework } from "./port/frameworks.ts";
import type { Rewritten } from "./port/rewrite.ts";
import { callee, type PythonLoss } from "./python-loss.ts";
import { body, missingImports, number, oneLine, withoutFuture } from "./python-text.ts";
import { argumentsText, flat, objectsImport, type Slot, type Slots, targetsIn } from "./slots.ts";

export interface LossPyInput {
  /** Of the lane. */
  readonly name: string;
  readonly loss: PythonLoss;
  readonly slots: Slots;
  /** null where the page saw no number. */
  readonly seen: Seen | null;
}

/** One that the source does not have. */
function freeName(wanted: string, source: string): string {
  const taken = new Set(source.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  let name = wanted;
  while (taken.has(name)) name += name === wanted ? "_fn" : "_";
  return name;
}

/** A class's name made of a lane's: "Mean absolute error" is MeanAbsoluteError. One that the source has already gets an ending. */
function className(name: string, source: string): string {
  const words = name.match(/[a-z0-9]+/gi) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const clean = /^[A-Z]/.test(joined) ? joined : `Loss${joined}`;
  let free = clean;
  while (new RegExp(`\\b${free}\\b`).test(source)) free += "Loss";
  return free;
}

const targetNames = ({ forward }: Slots): string[] => {
  const count = targetsIn(forward);
  return count === 1 ? ["targets"] : Array.from({ length: count }, (_, i) => `targets${i + 1}`);
};

/** What a wrapper takes: everything but constants, once each. */
const wrapperNames = ({ forward }: Slots): string[] => {
  const names = targetNames({ forward, constructor: "" });
  return [
    "predictions",
    ...flat(forward).flatMap((slot) => {
      if (slot.role === "target") return [names[slot.place - 1] ?? ""];
      return slot.role === "constant" || slot.role === "predictions" ? [] : [slot.role];
    }),
  ];
};

/** What stands in the call of the loss itself. */
const within = (slots: Slots, texts: { readonly predictions: string; readonly target: (place: number) => string }) =>
  argumentsText(slots.forward, { inputs: "inputs", model: "model", step: "step", epoch: "epoch", ...texts });

const passedOn = (slots: Slots): string =>
  within(slots, { predictions: "predictions", target: (place) => targetNames(slots)[place] ?? "" });

const isPlainSlot = (slot: Slot): boolean =>
  (slot.role === "predictions" || slot.role === "target") && slot.held === "tensor";

/** Predictions and targets are columns, and nothing else is taken: the plainest test there is. */
const isPlain = ({ slots }: LossPyInput, { predictions, targets }: Seen): boolean =>
  [predictions, ...targets.slice(0, targetsIn(slots.forward))].every(isColumn) &&
  slots.forward.every(isPlainSlot) &&
  slots.constructor === "";

const heading = ({ name, loss, seen }: LossPyInput, where: string, future: string): string => `"""
${oneLine(name) === "" ? "A loss" : oneLine(name)}, a loss made in Losslab, ${where}.
${seen === null ? `\n${loss.isRandom ? "It draws random numbers, so there is no test of its value." : "It came to no finite value there, so there is no test of one."}\n` : ""}"""
${future}`;

function tests({ slots, seen }: LossPyInput, code: (seen: Seen) => string): string {
  if (seen === null) return "";
  return `

# The first batch of the run in Losslab, and what the loss was there.
${batchText(seen, targetsIn(slots.forward))}

def test_numbers():
${code(seen)}

if __name__ == "__main__":
    test_numbers()
    print("as in Losslab")
`;
}

/** A Python float, whole or not. */
const floatText = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : number(value));

const expected = ({ value, mean }: SeenResult): string => floatText(value ?? mean ?? Number.NaN);

/** The arguments of a test's call. `wraps`: of a wrapper, which has no constants. */
function testArguments({ slots }: LossPyInput, wraps: boolean): string {
  const kept = flat(slots.forward).filter(({ role }) => role !== "constant" && role !== "predictions");
  const first: Slot = { role: "predictions", place: 0, held: "tensor", isRest: false };
  const order = wraps ? [first, ...kept] : slots.forward;
  return argumentsText(order, {
    predictions: "predictions",
    target: (place) => `targets[${place}]`,
    inputs: "None",
    model: "None",
    step: "0",
    epoch: "0",
  });
}

const torchTypes: Readonly<Record<string, string>> = { int64: "torch.int64", int32: "torch.int32", bool: "torch.bool" };

const torchTensor = (tensor: SeenTensor, list: string): string =>
  isColumn(tensor)
    ? `torch.tensor(${list}).unsqueeze(1)`
    : `torch.tensor(${list}, dtype=${torchTypes[tensor.dtype] ?? "torch.float32"}).reshape(${shapeText(tensor)})`;

const listOfTargets = (seen: Seen, slots: Slots, tensor: (of: SeenTensor, list: string) => string): string =>
  seen.targets
    .slice(0, targetsIn(slots.forward))
    .map((target, i) => tensor(target, `TARGETS[${i}]`))
    .join(", ");

const pytorchCall = (input: LossPyInput, seen: Seen, name: string): string => {
  const wraps = input.loss.entry.kind === "function";
  if (isPlain(input, seen))
    return `    predictions = torch.tensor(PREDICTIONS).unsqueeze(1).requires_grad_()
    loss = ${wraps ? `${name}()` : callee(input.loss, `${name}()`)}(predictions, *[torch.tensor(column).unsqueeze(1) for column in TARGETS])`;
  return `    predictions = ${torchTensor(seen.predictions, "PREDICTIONS")}.requires_grad_()
    targets = [${listOfTargets(seen, input.slots, torchTensor)}]
    loss = ${wraps ? `${name}()` : callee(input.loss, `${name}(${input.slots.constructor})`)}(${testArguments(input, wraps)})`;
};

const pytorchTest =
  (input: LossPyInput, name: string) =>
  (seen: Seen): string => {
    const { result } = seen;
    return `${pytorchCall(input, seen, name)}
    assert tuple(loss.shape) == ${shapeText(result)}
    torch.testing.assert_close(loss.mean().item(), ${expected(result)}, rtol=1e-5, atol=1e-6)
${
  result.gradientNorm === null
    ? ""
    : `    loss.backward()
    torch.testing.assert_close(predictions.grad.norm().item(), ${floatText(result.gradientNorm)}, rtol=1e-4, atol=1e-6)
`
}`;
  };

/** A class for PyTorch: the lane's own, or one round its function. */
export function lossPyTorch(input: LossPyInput): string {
  const { loss } = input;
  const { future, rest: source } = withoutFuture(body(loss.source));
  const wraps = loss.entry.kind === "function";
  const name = wraps ? className(input.name, source) : loss.entry.name;
  const names = wrapperNames(input.slots).join(", ");
  const wrapper = `

class ${name}(torch.nn.Module):
    def forward(self, ${names}):
        return ${loss.entry.name}(${passedOn(input.slots)})
`;
  const { first, last } = apartFromMain(source, tests(input, pytorchTest(input, name)));
  return `${heading(input, "as a class for PyTorch", future)}${missingImports(source, ["math"])}${objectsImport(input.slots)}import torch
${missingImports(source, ["nn", "F"])}
${first}${source}${wraps ? wrapper : ""}${last}`;
}

const jaxArray = (tensor: SeenTensor, list: string): string =>
  isColumn(tensor)
    ? `jnp.array(${list})[:, None]`
    : `jnp.array(${list}, dtype=jnp.${tensor.dtype === "bool" ? "bool_" : tensor.dtype === "float32" ? "float32" : "int32"}).reshape(${shapeText(tensor)})`;

/** Under jit, by vmap and by grad: what a loss for JAX has to bear. */
const jaxTest =
  (input: LossPyInput, name: string) =>
  (seen: Seen): string => {
    const { result } = seen;
    const isColumns = seen.targets.slice(0, targetsIn(input.slots.forward)).every(isColumn);
    const takesData = input.slots.forward.every((slot) => isPlainSlot(slot) || slot.role === "constant");
    const given = takesData ? "predictions, *targets" : testArguments(input, true);
    // A step is a number of Python's, which the loss may ask.
    const compiled = takesData
      ? `jax.jit(${name})(${given})`
      : `jax.jit(lambda predictions: ${name}(${given}))(predictions)`;
    const vmapped = `    of_two = jax.vmap(${name})(jnp.stack([predictions] * 2), *[jnp.stack([each] * 2) for each in targets])
    assert jnp.allclose(of_two, jnp.stack([value] * 2), rtol=1e-5, atol=1e-6)
`;
    return `    predictions = ${jaxArray(seen.predictions, "PREDICTIONS")}
    targets = [${isColumns ? "jnp.array(column)[:, None] for column in TARGETS" : listOfTargets(seen, input.slots, jaxArray)}]
    value = ${name}(${given})
    assert value.shape == ${shapeText(result)}
    assert jnp.allclose(value.mean(), ${expected(result)}, rtol=1e-5, atol=1e-6)
    assert jnp.allclose(${compiled}, value, rtol=1e-5, atol=1e-6)
${takesData ? vmapped : ""}${
  result.gradientNorm === null
    ? ""
    : `    gradient = jax.grad(lambda predictions: ${name}(${given}).sum())(predictions)
    assert jnp.allclose(jnp.sqrt((gradient**2).sum()), ${floatText(result.gradientNorm)}, rtol=1e-4, atol=1e-6)
`
}`;
  };

const kerasTensor = (tensor: SeenTensor, list: string): string =>
  `ops.reshape(ops.convert_to_tensor(${list}, dtype="${tensor.dtype === "int64" ? "int32" : tensor.dtype}"), ${shapeText(tensor)})`;

/** Columns side by side, or, of other shapes, one tensor after the other. */
const areColumns = ({ slots, seen }: LossPyInput): boolean =>
  seen === null || seen.targets.slice(0, targetsIn(slots.forward)).every(isColumn);

const kerasTest =
  (input: LossPyInput, name: string) =>
  (seen: Seen): string => {
    const { result } = seen;
    const isPair = areColumns(input);
    const isOne = targetsIn(input.slots.forward) === 1;
    const [rows, ...sizes] = seen.predictions.shape;
    const isFit =
      (isPair && isColumn(seen.predictions)) || (isOne && sizes.length > 0 && seen.targets[0]?.shape[0] === rows);
    const targets = listOfTargets(seen, input.slots, kerasTensor);
    const predictions = isColumn(seen.predictions)
      ? "ops.convert_to_tensor([[value] for value in PREDICTIONS])"
      : kerasTensor(seen.predictions, "PREDICTIONS");
    return `    predictions = ${predictions}
    targets = ${isPair ? "ops.convert_to_tensor([list(row) for row in zip(*TARGETS)])" : targetsIn(input.slots.forward) === 1 ? targets : `(${targets})`}
    value = ${name}()${isPair || isOne ? "" : ".call"}(targets, predictions)
    assert tuple(value.shape) == ${shapeText(result)}
    expected = ${expected(result)}
    assert abs(float(ops.mean(value)) - expected) <= 1e-6 + 1e-5 * abs(expected)
${
  isFit
    ? `    # One batch of a fit, as the backend compiles it.
    model = keras.Sequential([keras.Input(${shapeText({ shape: seen.predictions.shape.slice(1) })}), keras.layers.Rescaling(1.0)])
    model.compile("sgd", ${name}(${result.shape.length === 0 ? "" : 'reduction="sum_over_batch_size"'}))
    history = model.fit(predictions, targets, batch_size=${seen.predictions.shape[0]}, shuffle=False, verbose=0)
    assert abs(history.history["loss"][0] - expected) <= 1e-6 + 1e-5 * abs(expected)
`
    : ""
}`;
  };

/** How the ported loss is made and called. */
const called = ({ loss, slots }: LossPyInput): string =>
  loss.entry.kind === "class" ? callee(loss, `${loss.entry.name}(${slots.constructor})`) : loss.entry.name;

export function lossJax(input: LossPyInput, { future, source, helpers }: Rewritten): string {
  const names = wrapperNames(input.slots).join(", ");
  const name = freeName("loss", source);
  const { first, last } = apartFromMain(source, tests(input, jaxTest(input, name)));
  return `${heading(input, "as a function for JAX", future)}${missingImports(source, ["math"])}${objectsImport(input.slots)}import jax
import jax.numpy as jnp

${helpers.map((helper) => `\n${helper}\n`).join("")}
${first}${source}

def ${name}(${names}):
    return ${called(input)}(${passedOn(input.slots)})
${last}`;
}

export function lossKeras(input: LossPyInput, { future, source, helpers }: Rewritten): string {
  const name = className(input.name, source);
  const names = targetNames(input.slots);
  const isPair = areColumns(input);
  const columns = names.map((_, i) => {
    const column = names.length === 1 ? "y_true" : isPair ? `y_true[:, ${i}:${i + 1}]` : `y_true[${i}]`;
    // A Loss is given floats, whatever the data are.
    const dtype = input.seen?.targets[i]?.dtype ?? "float32";
    return dtype === "float32" ? column : `ops.cast(${column}, "${dtype === "int64" ? "int32" : dtype}")`;
  });
  const facts = [
    ...(names.length === 1
      ? []
      : [isPair ? `y_true has a column for each of ${names.join(", ")}.` : `y_true holds ${names.join(", ")}.`]),
    ...(input.seen === null || input.seen.result.shape.length === 0
      ? []
      : ['It has several elements: to train with it, give reduction="sum_over_batch_size" or "sum".']),
  ];
  const about = facts.length === 0 ? "" : `    """${facts.join(" ")}"""\n\n`;
  const { first, last } = apartFromMain(source, tests(input, kerasTest(input, name)));
  return `${heading(input, "for Keras 3", future)}${missingImports(source, ["math"])}${objectsImport(input.slots)}import keras
from keras import ops

${helpers.map((helper) => `\n${helper}\n`).join("")}
${first}${source}

class ${name}(keras.losses.Loss):
${about}    def __init__(self, reduction=None, name="${name}"):
        super().__init__(name=name, reduction=reduction)

    def call(self, y_true, y_pred):
        return ${called(input)}(${within(input.slots, { predictions: "y_pred", target: (place) => columns[place] ?? "" })})
${last}`;
}

export const portedLoss: Readonly<Record<Framework, (input: LossPyInput, rewritten: Rewritten) => string>> = {
  jax: lossJax,
  keras: lossKeras,
};
