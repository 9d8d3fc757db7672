import { expect, test } from "vitest";
import { checkCodes } from "../../../engine/checks/kinds.ts";
import { checksOf } from "../../../engine/testing/checked.ts";
import { Tensor } from "../../../engine/tensor/tensor.ts";
import { known } from "./known.ts";

const column = (values: readonly number[]) => Tensor.of(Float32Array.from(values), [values.length, 1], "float32");

/** Titles and texts of what is known, for predictions that miss their targets by 3, -1, 0.5 and 0.1. */
function said(...lines: readonly string[]): Readonly<Record<string, string>> {
  const predictions = column([3, 0, 2.5, 1.1]);
  predictions.requires_grad = true;
  const source = `def forward(predictions, targets):\n${lines.map((line) => `    ${line}\n`).join("")}`;
  const checks = Object.values(checksOf(source, { predictions, targets: [column([0, 1, 2, 1])] }));
  return Object.fromEntries(known(checks).map(({ title, text, state }) => [title, `${state}: ${text}`]));
}

test("a loss that lets outliers go is said to push away, from where, and how many of the batch", () => {
  const words = said("d = predictions - targets", "return (d * d * torch.exp(-d.abs())).mean()");
  expect(words["Pushes away from the target"]).toMatch(/^warning: for \|d\| > 2: 1 of 4 samples of this batch/);
  expect(words["Gradient checked"]).toMatch(/^passed: 10 directions, float64/);
});

test("what a loss estimates is named, with its best constant", () => {
  const words = said("return (predictions - targets).abs().mean()");
  expect(words["Estimates the median"]).toMatch(/^noted: the best constant for these targets is 1 /);
  expect(words["Pulls towards the target"]).toMatch(/^passed: /);
  expect(words["Kink at d = 0"]).toMatch(/jumps from -1 to 1; backward takes 0 there/);
});

test("a sum, a bias and a sign that slipped are told", () => {
  expect(said("return ((predictions - targets) ** 2).sum()")["Batch size matters"]).toMatch(/^noted: it is a sum/);
  const biased = said("return ((predictions - targets - 0.5) ** 2).mean()");
  expect(biased["Minimum away from the target"]).toMatch(/^warning: .* least at d = 0\.5: /);
  const slipped = said("return -((predictions - targets) ** 2).mean()");
  expect(slipped["Not bounded below"]).toMatch(/^warning: it falls without end as the difference grows/);
});

test("nothing is graver than noted of the losses that everybody uses", () => {
  for (const loss of ["mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"]) {
    const warnings = Object.values(said(`return F.${loss}(predictions, targets)`)).filter((words) =>
      words.startsWith("warning"),
    );
    expect(warnings).toEqual([]);
  }
});

test("each check has a code of its own", () => {
  expect(new Set(checkCodes).size).toBe(checkCodes.length);
});
