/** @file Losses as people ask about them: what the page says of each, where, and that what it offers works. Modules, parameters, and what is written into tensors. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { askedAbout, questions, type Told } from "./asked.ts";

const told: Readonly<Record<string, Told>> = {
  acc_eq: {
    code: "no-gradient",
    line: 7,
    says: /pred == targets counts what is right \(line 7\)/,
    fix: null,
    isQuoted: true,
  },
  bce_module_double: {
    code: "wrong-link",
    line: 13,
    says: /self\.bce\(.*applies a sigmoid by itself/,
    fix: "self.bce(predictions, targets)",
  },
  bce_regression: {
    code: "wrong-link",
    line: 6,
    says: /takes targets between 0 and 1/,
    fix: "F.mse_loss(predictions, targets)",
  },
  bceloss_module_logits: {
    code: null,
    line: 12,
    says: /takes probabilities/,
    fix: "self.bce = nn.BCEWithLogitsLoss()",
    isQuoted: true,
  },
  dict_loss: { code: "not-a-tensor", line: 6, says: /returns a dict/, fix: '}["loss"]' },
  focal_gt: {
    code: "training-lost",
    line: 10,
    says: /0\/0.*pt < 0\.5 .*Clamp the count/,
    fix: "hard.sum().clamp(min=1)",
  },
  from_numpy: { code: "no-gradient", line: 7, says: /numpy\(\) leaves torch \(line 7\)/, fix: null, isQuoted: true },
  kl_swapped: { code: "wrong-link", line: 9, says: /logarithms of the predicted probabilities first/, fix: null },
  masked_inf_softmax: { code: "non-finite", line: 8, says: /masked_fill.*it is written there/, fix: null },
  nan_targets: { code: "non-finite", line: 7, says: /NaN began in t\[3\].*it is written there/, fix: null },
  param_in_forward: { code: "unregistered", line: 8, says: /what forward makes is new at every step/, fix: null },
  param_not_registered: { code: "unregistered", line: 11, says: /self\.w \*\* 2 .*no optimiser moves it/, fix: null },
  params_in_list: { code: "unregistered", line: 12, says: /no parameter of the loss.*nn\.ParameterList/, fix: null },
  softmax_module: {
    code: "wrong-link",
    line: 13,
    says: /self\.ce\(.*applies softmax by itself/,
    fix: "self.ce(predictions, targets)",
  },
  two_backward: { code: null, line: 7, says: /used by an earlier backward/, fix: "return a + b", isQuoted: true },
  weight_norm: {
    code: "dead-term",
    line: 10,
    says: /reg adds .*\.data is the tensor without its graph/,
    fix: "reg += p.norm(2)",
  },
};

askedAbout(told);

test("a question is asked once, and is there for its row", () => {
  const asked = readdirSync(questions).filter((file) => told[file.replace(/\.py$/, "")] !== undefined);
  expect(asked).toHaveLength(Object.keys(told).length);
});
