/** @file The loss alone: as a class for PyTorch, a function for JAX, a Loss for Keras, each with a test that carries the numbers seen here. */

import { batchText, type Seen, type SeenResult, shapeText } from "./first-batch-facts.ts";
import type { Framework } from "./port/framework.ts";
import type { Rewritten } from "./port/rewrite.ts";
import type { PythonLoss } from "./python-loss.ts";
import { body, missingImports, number, oneLine } from "./python-text.ts";
import { targetCount } from "./train-py.ts";

export interface LossPyInput {
  /** Of the lane. */
  readonly name: string;
  readonly loss: PythonLoss;
  /** null where the page saw no number. */
  readonly seen: Seen | null;
}

/** A class's name made of a lane's: "Mean absolute error" is MeanAbsoluteError. One that the source has already gets an ending. */
function className(name: string, source: string): string {
  const words = name.match(/[a-z0-9]+/gi) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const clean = /^[A-Z]/.test(joined) ? joined : `Loss${joined}`;
  return new RegExp(`\\b${clean}\\b`).test(source) ? `${clean}Loss` : clean;
}

const targetNames = (loss: PythonLoss): string[] =>
  targetCount(loss) === 1 ? ["targets"] : Array.from({ length: targetCount(loss) }, (_, i) => `targets${i + 1}`);

const heading = ({ name, loss, seen }: LossPyInput, where: string): string => `"""
${oneLine(name) === "" ? "A loss" : oneLine(name)}, a loss made in Losslab, ${where}.
${seen === null ? `\n${loss.isRandom ? "It draws random numbers, so there is no test of its value." : "It came to no finite value there, so there is no test of one."}\n` : ""}"""
`;

function tests({ loss, seen }: LossPyInput, code: (seen: Seen) => string): string {
  if (seen === null) return "";
  return `

# The first batch of the run in Losslab, and what the loss was there.
${batchText(seen, targetCount(loss))}

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

const pytorchTest =
  (name: string) =>
  ({ result }: Seen): string =>
    `    predictions = torch.tensor(PREDICTIONS).unsqueeze(1).requires_grad_()
    loss = ${name}()(predictions, *[torch.tensor(column).unsqueeze(1) for column in TARGETS])
    assert tuple(loss.shape) == ${shapeText(result)}
    torch.testing.assert_close(loss.mean().item(), ${expected(result)}, rtol=1e-5, atol=1e-6)
${
  result.gradientNorm === null
    ? ""
    : `    loss.backward()
    torch.testing.assert_close(predictions.grad.norm().item(), ${floatText(result.gradientNorm)}, rtol=1e-4, atol=1e-7)
`
}`;

/** A class for PyTorch: the lane's own, or one round its function. */
export function lossPyTorch(input: LossPyInput): string {
  const { loss } = input;
  const source = body(loss.source);
  const wraps = loss.entry.kind === "function";
  const name = wraps ? className(input.name, source) : loss.entry.name;
  const names = targetNames(loss).join(", ");
  const wrapper = `

class ${name}(torch.nn.Module):
    def forward(self, predictions, ${names}):
        return ${loss.entry.name}(predictions, ${names})
`;
  return `${heading(input, "as a class for PyTorch")}${missingImports(source, ["math"])}import torch
${missingImports(source, ["nn", "F"])}
${source}${wraps ? wrapper : ""}${tests(input, pytorchTest(name))}`;
}

const jaxTest =
  (name: string) =>
  ({ result }: Seen): string =>
    `    predictions = jnp.array(PREDICTIONS)[:, None]
    targets = [jnp.array(column)[:, None] for column in TARGETS]
    value = ${name}(predictions, *targets)
    assert value.shape == ${shapeText(result)}
    assert jnp.allclose(value.mean(), ${expected(result)}, rtol=1e-5, atol=1e-6)
${
  result.gradientNorm === null
    ? ""
    : `    gradient = jax.grad(lambda p: ${name}(p, *targets).sum())(predictions)
    assert jnp.allclose(jnp.sqrt((gradient**2).sum()), ${floatText(result.gradientNorm)}, rtol=1e-4, atol=1e-7)
`
}`;

const kerasTest =
  (name: string) =>
  ({ result }: Seen): string =>
    `    predictions = ops.convert_to_tensor([[value] for value in PREDICTIONS])
    targets = ops.convert_to_tensor([list(row) for row in zip(*TARGETS)])
    value = ${name}()(targets, predictions)
    assert tuple(value.shape) == ${shapeText(result)}
    expected = ${expected(result)}
    assert abs(float(ops.mean(value)) - expected) <= 1e-6 + 1e-5 * abs(expected)
`;

/** How the ported loss is made and called. */
const called = ({ entry }: PythonLoss): string => (entry.kind === "class" ? `${entry.name}().forward` : entry.name);

export function lossJax(input: LossPyInput, { source, helpers }: Rewritten): string {
  const names = targetNames(input.loss).join(", ");
  const name = /\bloss\b/.test(source) ? "loss_fn" : "loss";
  return `${heading(input, "as a function for JAX")}${missingImports(source, ["math"])}import jax
import jax.numpy as jnp

${helpers.map((helper) => `\n${helper}\n`).join("")}
${source}

def ${name}(predictions, ${names}):
    return ${called(input.loss)}(predictions, ${names})
${tests(input, jaxTest(name))}`;
}

export function lossKeras(input: LossPyInput, { source, helpers }: Rewritten): string {
  const { loss } = input;
  const name = className(input.name, source);
  const names = targetNames(loss);
  const columns = names.length === 1 ? ["y_true"] : names.map((_, i) => `y_true[:, ${i}:${i + 1}]`);
  const facts = [
    ...(names.length === 1 ? [] : [`y_true has a column for each of ${names.join(", ")}.`]),
    ...(input.seen === null || input.seen.result.shape.length === 0
      ? []
      : ['It has several elements: to train with it, give reduction="sum_over_batch_size" or "sum".']),
  ];
  const about = facts.length === 0 ? "" : `    """${facts.join(" ")}"""\n\n`;
  return `${heading(input, "for Keras 3")}${missingImports(source, ["math"])}import keras
from keras import ops

${helpers.map((helper) => `\n${helper}\n`).join("")}
${source}

class ${name}(keras.losses.Loss):
${about}    def __init__(self, reduction=None, name="${name}"):
        super().__init__(name=name, reduction=reduction)

    def call(self, y_true, y_pred):
        return ${called(loss)}(y_pred, ${columns.join(", ")})
${tests(input, kerasTest(name))}`;
}

export const portedLoss: Readonly<Record<Framework, (input: LossPyInput, rewritten: Rewritten) => string>> = {
  jax: lossJax,
  keras: lossKeras,
};
