import { describe, expect, test } from "vitest";
import { evaluate } from "../../engine/inspect/evaluate.ts";
import { noFacts } from "../../engine/language/loss.ts";
import { nowhere } from "../../engine/language/surroundings.ts";
import type { Compilation, Fix } from "../../engine/language/program.ts";
import { Tensor } from "../../engine/tensor/tensor.ts";
import { definedBy } from "../../engine/testing/defined.ts";
import { parametersOf, scope } from "../../engine/worker/scope.ts";
import type { LaneLanguage } from "../document/document.ts";
import { NodeCompiler } from "../editor/compiler/NodeCompiler.ts";
import { compiled as compiledPython } from "../editor/python/compiled.ts";
import { noResult } from "../store/store.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

const typeScript = new NodeCompiler();

function compiled(source: string, language: LaneLanguage): Compilation {
  if (language === "typescript") return typeScript.compile(source);
  return compiledPython(source);
}

function column(scale: number): Tensor {
  const data = Float32Array.from({ length: 64 }, (_, i) => (scale * i) / 64 - 0.3);
  return Tensor.of(data, [64, 1], "float32");
}

/** What the page would say of a loss. */
function judged(source: string, language: LaneLanguage): Verdict {
  const compilation = compiled(source, language);
  const { program } = compilation;
  if (program === null) throw new Error(`does not compile: ${source}`);
  const predictions = column(2);
  predictions.requires_grad = true;
  const report = evaluate({
    program,
    load: () => definedBy(program),
    scope: { ...scope, console: {} },
    parametersOf,
    batch: () => ({ predictions, targets: [column(1)], surroundings: nowhere }),
    facts: noFacts,
    runtime: { budget: 1000, now: () => performance.now() },
    console: () => ({ lines: [], omitted: 0 }),
  });
  return verdictOf({
    ...noResult,
    phase: "ready",
    source,
    language,
    compilation,
    report,
  });
}

const offered = ({ fixes, notes }: Verdict): readonly Fix[] => [...fixes, ...notes.flatMap((note) => note.fixes)];

function applied(source: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

const inTypeScript = (body: string) => `function forward(predictions, targets) {\n  ${body}\n}\n`;
const inPython = (body: string) =>
  `import torch\nimport torch.nn.functional as F\n\ndef forward(predictions, targets):\n    ${body}\n`;

const broadcasts: readonly (readonly [language: LaneLanguage, body: string, mended: readonly string[]])[] = [
  [
    "python",
    "return (predictions - targets.flatten()).abs().mean()",
    [
      "return (predictions.squeeze(-1) - targets.flatten()).abs().mean()",
      "return (predictions - targets.flatten().unsqueeze(-1)).abs().mean()",
    ],
  ],
  [
    "python",
    "return (predictions.flatten() * 2 - targets).abs().mean()",
    [
      "return (predictions.flatten() * 2 - targets.squeeze(-1)).abs().mean()",
      "return ((predictions.flatten() * 2).unsqueeze(-1) - targets).abs().mean()",
    ],
  ],
  [
    "python",
    "return F.mse_loss(predictions, targets.flatten())",
    [
      "return F.mse_loss(predictions.squeeze(-1), targets.flatten())",
      "return F.mse_loss(predictions, targets.flatten().unsqueeze(-1))",
    ],
  ],
  // PyTorch refuses this one: 3 against 64.
  [
    "python",
    "return (predictions.expand(64, 3) * targets.flatten()).mean()",
    ["return (predictions.expand(64, 3) * targets.flatten().unsqueeze(-1)).mean()"],
  ],
  [
    "typescript",
    "return predictions.sub(targets.flatten()).abs().mean();",
    [
      "return predictions.squeeze(-1).sub(targets.flatten()).abs().mean();",
      "return predictions.sub(targets.flatten().unsqueeze(-1)).abs().mean();",
    ],
  ],
  [
    "typescript",
    "const flat = targets.flatten(); return torch.mul(predictions, flat).mean();",
    [
      "const flat = targets.flatten(); return torch.mul(predictions.squeeze(-1), flat).mean();",
      "const flat = targets.flatten(); return torch.mul(predictions, flat.unsqueeze(-1)).mean();",
    ],
  ],
  [
    "typescript",
    "const wide = predictions.expand(64, 3); return wide.mul(targets.flatten()).mean();",
    ["const wide = predictions.expand(64, 3); return wide.mul(targets.flatten().unsqueeze(-1)).mean();"],
  ],
];

describe("a broadcast that was not meant", () => {
  test.each(broadcasts)("in %s is mended on either side: %s", (language, body, mended) => {
    const whole = language === "python" ? inPython : inTypeScript;
    const source = whole(body);
    const reshaping = offered(judged(source, language)).filter(({ title }) => title.startsWith("Write "));
    expect(reshaping.map((fix) => applied(source, fix))).toEqual(mended.map(whole));
    for (const fix of reshaping) {
      const after = judged(applied(source, fix), language);
      expect(after.label).toBe("Scalar");
      expect(after.notes).toEqual([]);
    }
  });

  test("is left alone where no such reshaping mends it", () => {
    const source = inPython("return (predictions * torch.ones(7, 3)).mean()");
    expect(offered(judged(source, "python"))).toEqual([]);
  });
});

describe("a name that is not there", () => {
  test.each<readonly [LaneLanguage, string, string]>([
    ["python", "return (predictions - target).abs().mean()", "return (predictions - targets).abs().mean()"],
    ["python", "return (predictions - targets).abs().meen()", "return (predictions - targets).abs().mean()"],
    ["python", "return F.l1_los(predictions, targets)", "return F.l1_loss(predictions, targets)"],
    [
      "python",
      "return F.mse_loss(predictions, targets, reductoin='sum')",
      "return F.mse_loss(predictions, targets, reduction='sum')",
    ],
    ["typescript", "return predictions.sub(target).abs().mean();", "return predictions.sub(targets).abs().mean();"],
    ["typescript", "return predictions.sub(targets).abs().meen();", "return predictions.sub(targets).abs().mean();"],
    ["typescript", "return F.l1_los(predictions, targets);", "return F.l1_loss(predictions, targets);"],
    [
      "typescript",
      "return predictions.mean({ dim: 0, keepdimm: true }).sum();",
      "return predictions.mean({ dim: 0, keepdim: true }).sum();",
    ],
  ])("in %s is renamed to what was meant: %s", (language, body, mended) => {
    const whole = language === "python" ? inPython : inTypeScript;
    const verdict = judged(whole(body), language);
    expect(verdict.label).toBe("Broken");
    const [fix] = verdict.fixes;
    expect(fix?.title).toMatch(/^Rename to /);
    expect(fix === undefined ? null : applied(whole(body), fix)).toBe(whole(mended));
    expect(judged(whole(mended), language).label).toBe("Scalar");
  });

  test("that nothing resembles is not renamed", () => {
    expect(judged(inPython("return predictions.mean() * weight_of_evidence"), "python").fixes).toEqual([]);
  });
});
