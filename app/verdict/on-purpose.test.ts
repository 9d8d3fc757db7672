/** Every row with every other is often meant: where whoever wrote it shaped both sides for it, no silent broadcast is spoken of. A slip still is. */
import { describe, expect, test } from "vitest";
import { evaluate } from "../../engine/inspect/evaluate.ts";
import { noFacts } from "../../engine/language/loss.ts";
import { nowhere } from "../../engine/language/surroundings.ts";
import { Tensor } from "../../engine/tensor/tensor.ts";
import { definedBy } from "../../engine/testing/defined.ts";
import { compile } from "../../engine/testing/python.ts";
import { parametersOf, scope } from "../../engine/worker/scope.ts";

function broadcasts(body: string): number {
  const { program, diagnostics } = compile(
    `import torch\ndef forward(p, t, labels):\n${body
      .split("\n")
      .map((line) => `    ${line}\n`)
      .join("")}`,
  );
  if (program === null) throw new Error(diagnostics[0]?.message);
  const predictions = Tensor.of(Float32Array.from([0.5, -1, 2, 3]), [4, 1], "float32");
  predictions.requires_grad = true;
  const { hazards, failure } = evaluate({
    program,
    load: () => definedBy(program),
    scope: { ...scope, console: {} },
    parametersOf,
    batch: () => ({
      predictions,
      targets: [
        Tensor.of(Float32Array.from([1, 0, 2, 5]), [4, 1], "float32"),
        Tensor.of(Float64Array.from([0, 1, 0, 1]), [4], "int64"),
      ],
      surroundings: nowhere,
    }),
    facts: noFacts,
    runtime: { budget: 10_000, now: () => performance.now() },
    console: () => ({ lines: [], omitted: 0 }),
  });
  expect(failure).toBeNull();
  return hazards.filter(({ code }) => code === "silent-broadcast").length;
}

describe("nothing is said of", () => {
  test.each([
    "return ((labels[:, None] == labels[None, :]).float() * p).mean()",
    "return ((labels.unsqueeze(1) == labels.unsqueeze(0)) * p).mean()",
    "z = p.squeeze(1)\nreturn (z[:, None] - z).abs().mean()",
    "d = (p**2).sum(1, keepdim=True)\nreturn (d + d.T - 2 * p @ p.T).mean()",
    "labels = labels.contiguous().view(-1, 1)\nreturn (torch.eq(labels, labels.T).float() * p).mean()",
    "a, b = p.unsqueeze(1), p.unsqueeze(0)\nreturn (a - b).abs().mean()",
    "return (p.squeeze(1).unsqueeze(1) - t.squeeze(1).unsqueeze(0)).abs().mean()",
    "return (p[:, None, :] - t[None, :, :]).abs().mean()",
    "same = labels.unsqueeze(0) == labels.unsqueeze(1)\nreturn (same.float() * (p - p.transpose(0, 1)).abs()).mean()",
  ])("%s", (body) => {
    expect(broadcasts(body)).toBe(0);
  });
});

describe("still said of", () => {
  test.each([
    "return (p - t.squeeze(1)).abs().mean()",
    "return (p.squeeze(1) - t).abs().mean()",
    "return (p - t.squeeze(1).unsqueeze(0)).abs().mean()",
    "return (p - t.T).abs().mean()",
    "return (p.squeeze(1) - t.squeeze(1).unsqueeze(1)).abs().mean()",
    "return (p - t.view(1, -1)).abs().mean()",
    "return (p - t[:, 0]).abs().mean()",
    "p = p.squeeze(1).unsqueeze(1)\nt = t.squeeze(1).unsqueeze(0)\nreturn (p - t).abs().mean()",
    "return (p.unsqueeze(1) - t.squeeze(1).unsqueeze(1)).abs().mean()",
  ])("%s", (body) => {
    expect(broadcasts(body)).toBe(1);
  });
});
