/** @file Losses that went wrong for somebody: what the page says of each, where, and that what it offers works. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Experiment } from "../../engine/train/experiment.ts";
import { defaultDocument } from "../document/defaults.ts";
import { expectMended, mendedAsTold, type Told } from "./asked.ts";
import { reported } from "./reported.ts";
import { verdictOf } from "./verdict.ts";

interface Reported extends Told {
  /** With which it is trained, if not with the page's first. */
  readonly optimizer?: Experiment["optimizer"];
}

const told: Readonly<Record<string, Reported>> = {
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
    fix: "torch.sigmoid(10 * (v.unsqueeze(1).expand(-1, len(v)) - v)).sum(1)",
    isQuoted: true,
  },
  cut_histogram: {
    code: "no-gradient",
    line: 4,
    says: /histc\(\) counts \(line 4\).*soft histogram/,
    fix: "torch.softmax(-((predictions.reshape(-1, 1).expand(-1, 6) - torch.linspace(-2.5, 2.5, 6)",
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
  jax_numpy_calls: {
    code: null,
    line: 1,
    says: /written for JAX.*jnp\.abs is torch\.abs/,
    fix: "torch.mean(torch.where(d < 1.0, 0.5 * d ** 2, d - 0.5))",
  },
  keras_backend_calls: {
    code: null,
    line: 1,
    says: /written for Keras's backend.*K\.square is torch\.square/,
    fix: "torch.sqrt(torch.mean(torch.square(y_pred - y_true)))",
    leaves: "swapped-arguments",
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
  tensorflow_calls: {
    code: null,
    line: 2,
    says: /name 'tf' is not defined.*written for TensorFlow.*tf\.square is torch\.square/,
    fix: "torch.mean(torch.square(y_true - y_pred))",
    leaves: "swapped-arguments",
  },
  term_without_gradient: {
    code: "dead-term",
    line: 7,
    says: /10 \* penalty adds 5\.867 to the value \(87 %\) and nothing to the gradient.*autograd\.grad without create_graph=True.*line 5/,
    fix: "create_graph=True",
  },
  accuracy_of_threshold: {
    code: "no-gradient",
    line: 6,
    says: /comparison.*predictions > 0 \(line 6\).*accuracy is measured, not minimised/,
    fix: null,
    isQuoted: true,
  },
  correlation_by_std: {
    code: "one-row",
    line: 6,
    says: /batch of one row.*deviation of one element divides by n - 1 = 0.*unbiased=False/,
    fix: "predictions.std(unbiased=False)",
  },
  dead_in_a_stack: {
    code: "dead-term",
    line: 7,
    says: /adds 0\.3281 to the value \(43 %\) and nothing to the gradient.*comparison.*line 7/,
    fix: "(torch.sigmoid(10 * ((predictions - targets).abs() - 0.5))).float().mean()",
  },
  dead_in_a_sum: {
    code: "dead-term",
    line: 8,
    says: /0\.3 \* bias adds .* \(under 1 %\) and nothing to the gradient.*detach\(\) cuts.*line 7/,
    fix: "torch.abs(predictions.mean() - targets.mean())\n",
  },
  dead_penalty_item: {
    code: "dead-term",
    line: 8,
    says: /0\.5 \* spread adds 0\.04575 to the value.*\.item\(\) turns a tensor into plain numbers \(line 7\)/,
    fix: "spread = predictions.std()\n",
    leaves: "one-row",
  },
  exp_overflow: {
    code: "non-finite",
    line: 6,
    says: /Infinity began in torch\.exp.*225\.6 is too large.*25 of 64/,
    fix: "(100 * (predictions - targets).abs()).clamp(max=20)",
  },
  f1_hard: {
    code: "no-gradient",
    line: 6,
    says: /comparison.*torch\.sigmoid\(predictions\) > 0\.5 \(line 6\)/,
    fix: "(torch.sigmoid(10 * (torch.sigmoid(predictions) - 0.5))).float()",
    isQuoted: true,
  },
  floor_div: {
    code: null,
    line: 6,
    says: /floor_divide: has no derivative \(line 6\)/,
    fix: null,
    isQuoted: true,
  },
  free_weights: {
    code: "unbounded",
    line: 11,
    says: /w alone takes this loss down without end.*past 0.*exp\(-s\) \* loss \+ s/,
    fix: null,
  },
  function_without_backward: {
    code: null,
    line: 9,
    says: /must implement either the backward or vjp.*line 9.*Class Step has a forward and no backward.*def backward\(ctx, grad\)/,
    fix: "    @staticmethod\n    def backward(ctx, grad):\n        return grad\n",
  },
  histogram_of_bins: {
    code: "no-gradient",
    line: 7,
    says: /bucketize\(\) gives an index \(line 7\).*soft bucket/,
    fix: null,
    isQuoted: true,
  },
  inplace_on_chunk: {
    code: null,
    line: 6,
    says: /clamp_: one of several views.*line 6/,
    fix: "    log_var = log_var.clamp(-5, 5)\n",
    isQuoted: true,
  },
  inplace_on_predictions: {
    code: null,
    line: 6,
    says: /setitem.*cannot be overwritten \(line 6\)/,
    fix: "predictions = predictions.clone()\n    predictions[predictions < 0] = 0",
    isQuoted: true,
  },
  inplace_on_saved: {
    code: null,
    line: 8,
    says: /mul: its gradient needs a tensor.*overwritten since \(line 8\)/,
    fix: "    w = w + 1\n",
    isQuoted: true,
  },
  item_in_a_sum: {
    code: "no-gradient",
    line: 8,
    says: /\.item\(\) turns a tensor into plain numbers \(line 8\).*torch\.tensor\(total \/ len\(targets\)\) \(line 9\) cuts it as well/,
    fix: "return (total / len(targets))",
    isQuoted: true,
    leaves: "one-element",
  },
  long_cast: {
    code: "no-gradient",
    line: 6,
    says: /predictions\.long\(\) makes whole numbers \(line 6\)/,
    fix: "(predictions - targets.long())",
    isQuoted: true,
  },
  margin_without_gradient: {
    code: "still-parameter",
    line: 14,
    says: /margin never moves.*comparison.*d > self\.margin \(line 14\)/,
    fix: "(d * (torch.sigmoid(10 * (d - self.margin)))).mean()",
    leaves: "unbounded",
  },
  max_pair: {
    code: null,
    line: 8,
    says: /'torch\.return_types\.max' object has no attribute 'mean'.*line 8.*two tensors.*take \.values/,
    fix: "worst.values.mean()",
  },
  moving_average_with_graph: {
    code: "second-step",
    line: 14,
    says: /first step works, the second does not: 0\.9 \* self\.average \(line 14\).*detach\(\)/,
    fix: "0.9 * self.average.detach()",
  },
  one_hot_of_argmax: {
    code: "no-gradient",
    line: 7,
    says: /argmax\(\) gives an index \(line 7\).*F\.one_hot.* cuts it as well/,
    fix: null,
    isQuoted: true,
  },
  overflow_in_training: {
    code: "training-lost",
    line: 10,
    says: /lost at step 1\b.*Infinity began in torch\.exp.*line 10.*too large.*exp is increasing/,
    fix: "return nn.functional.mse_loss(predictions, targets) / self.eta",
    optimizer: { name: "SGD", momentum: 0 },
  },
  relu_dead: {
    code: "zero-gradient",
    line: 6,
    says: /relu\(\) has slope 0 in 64 of 64.*line 6/,
    fix: "F.softplus(-20 - predictions).mean()",
  },
  residual_needs_inputs: { code: null, line: 6, says: /Gradient reaches the predictions/, fix: null },
  round_before: {
    code: "zero-gradient",
    line: 6,
    says: /zero everywhere: round\(\) has derivative 0 \(line 6\)/,
    fix: "counts = predictions + (predictions.round() - predictions).detach()",
  },
  sigma_without_price: {
    code: "unbounded",
    line: 13,
    says: /log_sigma alone makes this loss vanish.*exp\(-s\) \* loss \+ s/,
    fix: null,
  },
  sign_agreement: {
    code: "zero-gradient",
    line: 6,
    says: /sign\(\) has derivative 0 \(line 6\)/,
    fix: "torch.tanh(10 * predictions)",
  },
  signed_error: {
    code: "unbounded",
    line: 6,
    says: /Nothing bounds this loss from below.*abs\(\)/,
    fix: null,
  },
  softmax_dim_of_one: {
    code: "zero-gradient",
    line: 6,
    says: /softmax over a dim of size 1/,
    fix: "p = torch.sigmoid(predictions)",
  },
  sqrt_on_the_diagonal: {
    code: "non-finite-gradient",
    line: 8,
    says: /slope of sqrt at 0 is infinite.*torch\.sqrt\(d2\) \(line 8\)/,
    fix: "torch.sqrt(d2.clamp(min=1e-12))",
  },
  state_grows: {
    code: "second-step",
    line: 10,
    says: /sum\(seen\) \(line 10\) uses a tensor that the step before kept/,
    fix: null,
  },
  std_of_one: {
    code: "one-row",
    line: 5,
    says: /batch of one row.*r\.std\(\) \(line 5\): the deviation of one element divides by n - 1 = 0/,
    fix: "r.std(unbiased=False)",
  },
  straight_step: {
    code: null,
    line: 11,
    says: /Class Quantise has a forward and no backward/,
    fix: "    def backward(ctx, grad):\n        return grad, None\n",
  },
  weight_of_a_sum: {
    code: "one-weight",
    line: 8,
    says: /\[64, 1\] \* \[1\] in weight \* error \(line 8\).*mean\(\).*line 7.*weighs nothing/,
    fix: "dim=-1, keepdim=True",
  },
  weighted_list: {
    code: "dead-term",
    line: 7,
    says: /round\(\) has derivative 0 everywhere \(line 7\)/,
    fix: "((predictions + (predictions.round() - predictions).detach()) - targets)",
  },
  weights_of_a_mean: {
    code: "one-weight",
    line: 8,
    says: /weight \* loss \(line 8\).*mean\(\) in F\.mse_loss\(predictions, targets\) \(line 7\)/,
    fix: 'reduction="none"',
  },
  wrong_axis: {
    code: "one-weight",
    line: 6,
    says: /\[64\] \* \[1\] in w \* distance \(line 6\).*sum\(\).*\.sum\(0\) \(line 5\)/,
    fix: ".sum(-1)",
  },
  backward_inside: {
    code: null,
    line: 8,
    says: /used by an earlier backward and is gone \(line 8\).*Training calls backward\(\) itself/,
    fix: "targets)\n    return loss\n",
    isQuoted: true,
  },
  ceil_of_the_loss: {
    code: "zero-gradient",
    line: 8,
    says: /ceil\(\) has derivative 0 \(line 8\)/,
    fix: "F.mse_loss(predictions, targets) + (F.mse_loss(predictions, targets).ceil() - ",
  },
  cdist_is_meant: { code: null, line: 9, says: /Gradient reaches the predictions/, fix: null },
  cosh_on_both_sides: {
    code: "non-finite",
    line: 9,
    says: /Infinity began in torch\.cosh\(d\) \(line 9\).*46 of 64/,
    fix: "torch.cosh(d.clamp(-20, 20))",
  },
  float_of_the_loss: {
    code: "no-gradient",
    line: 9,
    says: /float\(d\) turns a tensor into plain numbers \(line 9\)/,
    fix: "return ((d))",
    isQuoted: true,
  },
  list_of_items: {
    code: "no-gradient",
    line: 8,
    says: /\.item\(\) turns a tensor into plain numbers \(line 8\).*torch\.tensor\(parts\) \(line 9\) cuts it as well/,
    fix: "return torch.stack(parts).mean()",
    isQuoted: true,
  },
  loss_and_logs: {
    code: "not-a-tensor",
    line: 9,
    says: /a loss and something else beside it: the first is the loss/,
    fix: "return mse\n",
    isQuoted: true,
  },
  math_in_a_term: {
    code: "dead-term",
    line: 9,
    says: /0\.1 \* math\.exp\(predictions\.mean\(\)\) adds 0\.1315/,
    fix: "0.1 * torch.exp(predictions.mean())",
  },
  math_of_a_tensor: {
    code: "no-gradient",
    line: 9,
    says: /math\.log\(mse\) turns a tensor into plain numbers \(line 9\)/,
    fix: "return (torch.log(mse))",
    isQuoted: true,
  },
  module_of_the_data: {
    code: null,
    line: 8,
    says: /MSELoss: takes options.*line 8.*Construct it first/,
    fix: "nn.MSELoss()(predictions, targets)",
    isQuoted: true,
  },
  sum_of_a_list: {
    code: "no-gradient",
    line: 8,
    says: /\.tolist\(\) turns a tensor into plain numbers \(line 8\)/,
    fix: "return (sum(sum(r) for r in d) / len(d))",
    isQuoted: true,
  },
  where_of_a_root: {
    code: "non-finite-gradient",
    line: 9,
    says: /sqrt is NaN in 28 of 64 rows.*does not shield.*0 times NaN is NaN/,
    fix: "torch.sqrt(d.clamp(min=1e-12))",
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

const sourceOf = (name: string) => readFileSync(`engine/testdata/reports/${name}.py`, "utf8");

describe("a report", () => {
  test.each(Object.entries(told))("of %s is told, with its line and what to do", (name, expected) => {
    const source = sourceOf(name);
    const { experiment: settings } = defaultDocument;
    const experiment = expected.optimizer === undefined ? settings : { ...settings, optimizer: expected.optimizer };
    const lane = reported(source, null, experiment);
    const mended = mendedAsTold(source, lane, expected);
    if (mended === null) return;
    const after = reported(mended, null, experiment);
    if (expected.leaves === undefined) expect(verdictOf(after)).toMatchObject({ label: "Scalar", tone: "ok" });
    expectMended(after, expected);
  });

  test("is here for every situation that was collected", () => {
    const collected = readdirSync("engine/testdata/reports").map((file) => file.replace(/\.py$/, ""));
    expect(Object.keys(told).sort()).toEqual(collected.sort());
  });
});
