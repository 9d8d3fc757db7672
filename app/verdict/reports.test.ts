/** @file Losses that went wrong for somebody: what the page says of each, where, and that what it offers works. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { HazardCode } from "../../engine/inspect/hazards.ts";
import { applied, reported } from "./reported.ts";
import { lineOf } from "./source-text.ts";
import { offeredFixes, verdictOf } from "./verdict.ts";

interface Told {
  /** The finding's code; null where the loss is refused, or healthy. */
  readonly code: HazardCode | null;
  readonly line: number | null;
  readonly says: RegExp;
  /** What the first fix makes of the text: a piece of it, or null where the words alone say what to write. */
  readonly fix: string | null;
  readonly isQuoted?: boolean;
  /** What is rightly said of the mended loss on this batch. */
  readonly leaves?: HazardCode;
}

const told: Readonly<Record<string, Told>> = {
  cause_logged_item_first: {
    code: "no-gradient",
    line: 5,
    says: /comparison.*< 0\.5.*line 5.*sigmoid/,
    fix: "torch.sigmoid(10 * (0.5 - ",
    isQuoted: true,
  },
  cause_mask_before_detach: {
    code: "no-gradient",
    line: 6,
    says: /detach\(\) cuts.*line 6/,
    fix: "(w * (predictions - targets) ** 2)",
    isQuoted: true,
  },
  cause_script_top_level: {
    code: "no-gradient",
    line: 4,
    says: /argmax\(\) gives an index \(line 4\)/,
    fix: null,
    isQuoted: true,
  },
  cause_zero_sign_before_clamp: {
    code: "zero-gradient",
    line: 6,
    says: /clamp\(9, 46\) \(line 6\): 64 of 64 are outside.*standardised/,
    fix: "(predictions - targets).abs()",
  },
  class_called_with_data: {
    code: "not-a-tensor",
    line: 15,
    says: /FocalError\(predictions, targets\) makes a module.*Construct it first.*FocalError\(\)\(predictions, targets\)/,
    fix: "FocalError()(predictions, targets)",
    isQuoted: true,
  },
  class_without_options_called: {
    code: null,
    line: 12,
    says: /takes 1 positional argument but 3 were given.*Construct it first.*RMSE\(\)\(predictions, targets\)/,
    fix: "return RMSE()(predictions, targets)",
  },
  cut_argsort_rank: {
    code: "no-gradient",
    line: 4,
    says: /argsort\(\) gives an index \(line 4\).*soft rank/,
    fix: null,
    isQuoted: true,
  },
  cut_histogram: {
    code: "no-gradient",
    line: 4,
    says: /histc\(\) counts \(line 4\).*soft histogram/,
    fix: null,
    isQuoted: true,
  },
  cut_tensor_of_parts: {
    code: "no-gradient",
    line: 8,
    says: /torch\.as_tensor\(parts\) copies numbers.*line 8/,
    fix: "torch.stack(parts).mean()",
    isQuoted: true,
  },
  fixed_batch_weights: {
    code: "other-batch",
    line: 8,
    says: /batch of \d+ rows \(the validation rows, or the last batch of an epoch\).*w \* each \(line 8\) fails.*any batch size/,
    fix: null,
  },
  kept_tensor_across_steps: {
    code: "second-step",
    line: 8,
    says: /first step works, the second does not.*line 8.*stores a tensor with its graph.*loss\.item\(\)/,
    fix: null,
  },
  keras_argument_order: {
    code: "swapped-arguments",
    line: 3,
    says: /forward\(y_true, y_pred\) is Keras's order \(line 3\).*predictions come first/,
    fix: "def forward(y_pred, y_true):",
  },
  learned_weights_of_a_list: {
    code: "no-gradient",
    line: 12,
    says: /torch\.Tensor\(parts\) copies numbers.*line 12.*PyTorch raises nothing.*the model gets none/,
    fix: "torch.stack(parts)",
  },
  nan_division_by_a_mask: {
    code: "non-finite",
    line: 4,
    says: /dividing by a mask divides by 0 wherever it is False, here in 36 of 64/,
    fix: ".abs() * (targets > 0.4)",
  },
  nan_empty_selection: {
    code: "non-finite",
    line: 5,
    says: /empty selection.*\[hard\] \(line 5\) selects none/,
    fix: "hard.sum().clamp(min=1)",
    // The sum of none is 0, and so is its gradient: finite, until something is selected.
    leaves: "zero-gradient",
  },
  nan_targets_masked_after: {
    code: "non-finite-gradient",
    line: 7,
    says: /14 of 64 are NaN in torch\.where.*line 5.*0 times NaN is NaN.*Select before/,
    fix: "F.mse_loss(predictions[known], labels[known]",
  },
  nan_where_overflow: {
    code: "non-finite-gradient",
    line: 5,
    says: /exp overflows to infinity in 13 of 64 rows.*does not shield/,
    fix: "torch.exp(d.clamp(max=20))",
  },
  normal_log_prob: { code: null, line: 5, says: /Gradient reaches the predictions/, fix: null },
  numpy_metric_as_loss: {
    code: "no-gradient",
    line: 5,
    says: /NumPy has no gradient: write the whole formula with torch/,
    fix: null,
  },
  parameter_without_gradient: {
    code: "still-parameter",
    line: 11,
    says: /limit never moves.*comparison.*e < self\.limit \(line 11\)/,
    fix: "torch.sigmoid(10 * (self.limit - e))",
  },
  requires_grad_on_the_result: {
    code: "no-gradient",
    line: 6,
    says: /only counts what an if decided.*line 6.*sigmoid.*silences PyTorch's error and connects nothing/,
    fix: null,
  },
  return_dict_with_logs: {
    code: "not-scalar",
    line: 6,
    says: /only "loss" carries a gradient: it is the loss, the others are there to be looked at/,
    fix: '"mae": mae.detach()}["loss"]',
    isQuoted: true,
  },
  return_total_and_parts: {
    code: "not-scalar",
    line: 7,
    says: /the first is made of the others: return it alone and print the rest.*count the parts again/,
    fix: "return total\n",
    isQuoted: true,
  },
  term_without_gradient: {
    code: "dead-term",
    line: 7,
    says: /10 \* penalty adds 5\.867 to the value \(87 %\) and nothing to the gradient.*autograd\.grad without create_graph=True.*line 5/,
    fix: "create_graph=True",
  },
  zero_clamped_away: {
    code: "zero-gradient",
    line: 4,
    says: /clamp.*line 4.*64 of 64 are outside.*standardised/,
    fix: "mpg = predictions\n",
  },
  zero_one_class: {
    code: "zero-gradient",
    line: 6,
    says: /one class only.*binary_cross_entropy_with_logits/,
    fix: "F.binary_cross_entropy_with_logits(",
  },
};

/** Reports that the page hints at, or is silent about. */
const untold: readonly string[] = [
  "free_weights",
  "function_without_backward",
  "inplace_on_chunk",
  "overflow_in_training",
  "residual_needs_inputs",
  "std_of_one",
  "wrong_axis",
];

const sourceOf = (name: string) => readFileSync(`engine/testdata/reports/${name}.py`, "utf8");

describe("a report", () => {
  test.each(Object.entries(told))("of %s is told, with its line and what to do", (name, expected) => {
    const source = sourceOf(name);
    const lane = reported(source);
    const verdict = verdictOf(lane);
    const note = verdict.notes.find(({ code }) => code === expected.code);
    const place = note === undefined ? verdict.place : note.place;
    if (expected.code !== null) expect(lane.report?.hazards.map(({ code }) => code)).toContain(expected.code);
    expect(note?.text ?? verdict.reason).toMatch(expected.says);
    expect(place === null ? null : lineOf(source, place.start)).toBe(expected.line);
    expect(verdict.pytorch !== null).toBe(expected.isQuoted ?? false);
    const [fix] = offeredFixes(verdict);
    if (expected.fix === null || fix === undefined) {
      expect(fix === undefined ? null : applied(source, fix)).toBe(expected.fix);
      return;
    }
    const mended = applied(source, fix);
    expect(mended).toContain(expected.fix);
    const after = reported(mended);
    if (expected.leaves === undefined) expect(verdictOf(after)).toMatchObject({ label: "Scalar", tone: "ok" });
    expect(after.report?.gradient?.finite).toBe(true);
    expect(after.report?.hazards.map(({ code }) => code)).toEqual(
      expected.leaves === undefined ? [] : [expected.leaves],
    );
  });

  test("is here for every situation that was collected", () => {
    expect(Object.keys(told).length + untold.length).toBe(33);
  });
});
