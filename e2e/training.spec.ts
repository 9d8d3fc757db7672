import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

/** The three programs Losslab began with, in TypeScript. */
const programs: readonly { title: string; source: string; dataset: RegExp }[] = [
  {
    title: "mean absolute error",
    dataset: /Auto MPG/,
    source: `class MyCustomLoss extends nn.Module {
  constructor() {
    super();
  }
  forward(predictions, targets) {
    const elementWiseLoss = torch.abs(predictions.sub(targets));
    return torch.mean(elementWiseLoss);
  }
}`,
  },
  {
    title: "two components with two targets",
    dataset: /two targets/i,
    source: `class MultiComponentLoss extends nn.Module {
  mse = new nn.MSELoss();
  l1 = new nn.L1Loss();
  constructor(readonly lambda1 = 1.0, readonly lambda2 = 0.5) {
    super();
  }
  forward(predictions, targets1, targets2) {
    const loss1 = this.mse.forward(predictions, targets1);
    const loss2 = this.l1.forward(predictions, targets2);
    return loss1.mul(this.lambda1).add(loss2.mul(this.lambda2));
  }
}`,
  },
  {
    title: "weighted squared difference",
    dataset: /Auto MPG/,
    source: `class MyComplexLoss extends nn.Module {
  forward(predictions, targets) {
    const diff = predictions.sub(targets);
    const squaredDiff = diff.mul(diff);
    const weighted = squaredDiff.mul(torch.exp(torch.abs(diff).neg()));
    return torch.sum(weighted).div(predictions.numel());
  }
}`,
  },
];

for (const { title, source, dataset } of programs) {
  test(`trains the source program: ${title}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.choose("Data set", dataset);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    await losslab.set("Steps", 300);
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step 300\b/);
    await expect(losslab.metrics().getByRole("row", { name: /MSE/ }).first()).toContainText(/\d/);
  });
}

test("200 steps of the first document have the fingerprint here that they have in Node", async ({ page }) => {
  const known: { readonly fingerprint: string } = JSON.parse(
    readFileSync(new URL("../engine/testdata/auto-mpg-200-steps.json", import.meta.url), "utf8"),
  );
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 200);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint()).toHaveText(known.fingerprint);
});

test("two runs with the same seed are the same to the last bit, another seed is another run", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 200);
  const run = async () => {
    await losslab.button("Reset").click();
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step 200\b/);
    await expect(losslab.fingerprint()).toHaveText(/[0-9a-f]{8}/);
    return losslab.fingerprint().textContent();
  };
  const first = await run();
  expect(await run()).toBe(first);
  await losslab.set("Seed", 1);
  expect(await run()).not.toBe(first);
});

test("a run can be paused, stepped, resumed and reset, and pausing doesn't change it", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 100);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 100\b/);
  const straight = await losslab.fingerprint().textContent();
  await losslab.button("Reset").click();
  await expect(losslab.status()).toHaveText(/step 0\b/);
  await losslab.button("Step").click();
  await expect(losslab.status()).toHaveText(/step 1\b/);
  await losslab.button("Step").click();
  await expect(losslab.status()).toHaveText(/step 2\b/);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 100\b/);
  await expect(losslab.fingerprint()).toHaveText(straight ?? "");
});

test("pause holds a long run, and train goes on with it", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 1_000_000);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step [\d,]{3,}/);
  await losslab.button("Pause").click();
  await expect(losslab.button("Train")).toBeEnabled();
  const held = await losslab.status().textContent();
  await page.waitForTimeout(400);
  expect(await losslab.status().textContent()).toBe(held);
  await losslab.button("Train").click();
  await expect(losslab.status()).not.toHaveText(held ?? "");
  await losslab.button("Reset").click();
  await expect(losslab.status()).toHaveText(/step 0\b/);
});

for (const model of [/linear/i, /MLP/]) {
  for (const optimizer of ["SGD", "Adam"]) {
    test(`trains ${model.source} with ${optimizer} on every data set`, async ({ page }) => {
      test.slow();
      const losslab = await Losslab.open(page);
      // What is asked of one lane need not be waited for in two.
      await losslab.act("Remove", "B");
      await losslab.choose("Model", model);
      await losslab.choose("Optimizer", optimizer);
      await losslab.set("Learning rate", 0.01);
      await losslab.set("Steps", 50);
      const trainOn = async (dataset: string): Promise<void> => {
        await losslab.choose("Data set", dataset);
        await expect(losslab.verdict()).toHaveText(/^Scalar/);
        await losslab.button("Reset").click();
        await losslab.button("Train").click();
        await expect(losslab.status()).toHaveText(/step 50\b/);
      };
      const datasets = (await losslab.options("Data set")).filter((dataset) => !/tensors/i.test(dataset));
      const isOfClasses = (dataset: string) => /species|Two moons$|Spirals|Blobs/.test(dataset);
      expect(datasets.filter(isOfClasses)).toHaveLength(4);
      for (const dataset of datasets) if (!isOfClasses(dataset)) await trainOn(dataset);
      await losslab.write(
        "function forward(logits: Tensor, labels: Tensor) {\n  return F.cross_entropy(logits, labels);\n}\n",
      );
      for (const dataset of datasets) if (isOfClasses(dataset)) await trainOn(dataset);
    });
  }
}

test("the charts follow the run: log or linear, a reference metric beside the loss, numbers for who cannot see them", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 120);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 120\b/);
  const figure = losslab.figure("Training loss");
  await expect(figure).toContainText(/Lane A: training loss [\d.]+ at the first step, [\d.]+ at step 120/);
  await expect(figure).toContainText("MSE on validation");
  await figure.getByRole("button", { name: "MAE" }).click();
  await expect(figure).toContainText("MAE on validation");
  await figure.getByRole("button", { name: "linear" }).click();
  await expect(figure.getByRole("button", { name: "linear" })).toHaveAttribute("aria-pressed", "true");
  await expect(figure.locator("path.curve").first()).toBeVisible();
  await expect(losslab.figure("Fit")).toContainText(/392 points.*Lane A predicts/);
  await expect(losslab.figure("Fit").locator("path.curve")).toBeVisible();
  await expect(losslab.metrics().getByRole("row", { name: /MAE/ })).toContainText(/\d/);
});

test("curves of an earlier loss are said to be that", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 30);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 30\b/);
  await expect(page.getByText(/curves are of an earlier version/)).toHaveCount(0);
  await losslab.write(
    "function forward(predictions, targets) {\n  return predictions.sub(targets).square().mean();\n}",
  );
  await expect(page.getByText(/curves are of an earlier version/)).toBeVisible();
});

test("a vector loss refuses to train in PyTorch's words", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).square();\n}");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await losslab.button("Train").click();
  await expect(losslab.notice()).toContainText("grad can be implicitly created only for scalar outputs");
});
