import { describe, expect, test } from "vitest";
import { candidateAt } from "../language/fitting/neighbours.ts";
import type { Program } from "../language/program.ts";
import { answersTo } from "../testing/answers.ts";
import { compile } from "../testing/python.ts";
import type { Experiment } from "../train/experiment.ts";
import { defaultHandling } from "../vector/handling.ts";

const experiment: Experiment = {
  dataset: "tensors",
  toy: {},
  tensors: [],
  model: { kind: "linear" },
  output: null,
  reading: null,
  optimizer: { name: "Adam" },
  lr: 0.01,
  scheduler: null,
  batchSize: 64,
  seed: 0,
  steps: 20,
  matchFirstStep: false,
};

const tensors = [0, 1].map((seed) => ({ shape: [8, 1], dtype: "float32", fill: { kind: "normal" }, seed }) as const);
const dataset = { kind: "tensors", id: "tensors", title: "Tensors", tensors } as const;

/** What a loss is found to take: `normal[8,5] integers[8]`, and what its parameters are given. */
function foundFor(
  source: string,
): { readonly tensors: string; readonly arguments: Program["entry"]["arguments"] } | null {
  const { program } = compile(source);
  if (program === null) return null;
  const alternative = { experiment, dataset, arguments: {}, group: "tensors", isSearched: true };
  const replies = answersTo(
    { experiment, dataset },
    { type: "evaluate", id: 1, program, handling: defaultHandling, alternatives: [alternative], tries: false },
    // No clock: on a machine that is held up, less would be tried.
    { now: () => 0, consoleFor: () => ({ console: {}, text: () => ({ lines: [], omitted: 0 }) }) },
  );
  const report = replies.find((reply) => reply.type === "report")?.report;
  const candidate = report === undefined || report.fits.length === 0 ? null : candidateAt(program, report.trail);
  if (candidate === null) return null;
  const words = candidate.tensors.map(({ fill, shape }) => `${fill.kind}[${shape}]`);
  return { tensors: words.join(" "), arguments: candidate.arguments };
}

const several = (as: string) => ({ kind: "several", as });

describe("what a loss takes is found where", () => {
  test.each<[where: string, source: string, tensors: string, given: object]>([
    [
      "labels are indices of what is gathered",
      "def dqn_loss(q_values, next_q_values, actions, rewards, dones, gamma=0.9):\n    q = q_values.gather(1, actions.unsqueeze(1)).squeeze(1)\n    with torch.no_grad():\n        target = rewards + gamma * next_q_values.max(1)[0] * (1 - dones)\n    return F.smooth_l1_loss(q, target)\n",
      "normal[8,5] normal[8,5] integers[8] normal[8] mask[8]",
      {},
    ],
    [
      "what is predicted comes second",
      "def CB_loss(labels, logits, samples_per_cls, no_of_classes):\n    weights = 1 / torch.tensor(samples_per_cls).float()\n    one_hot = F.one_hot(labels, no_of_classes).float()\n    return (weights * F.binary_cross_entropy_with_logits(logits, one_hot, reduction='none')).mean()\n",
      "normal[8,5] integers[8]",
      { logits: { kind: "predictions" } },
    ],
    [
      "outputs are a dict",
      "def loss(outputs, labels):\n    return F.cross_entropy(outputs['logits'], labels)\n",
      "normal[8,5] integers[8]",
      { outputs: several('{"logits": _}') },
    ],
    [
      "outputs are an object",
      "def loss(outputs, labels):\n    return F.cross_entropy(outputs.logits, labels)\n",
      "normal[8,5] integers[8]",
      { outputs: several("object(logits=_)") },
    ],
    [
      "features are lists",
      "def feature_matching(fmap_real, fmap_fake):\n    return sum((r.detach() - g).abs().mean() for r, g in zip(fmap_real, fmap_fake))\n".replace(
        "r.detach() - g",
        "g.detach() - r",
      ),
      Array(6).fill("normal[8,4]").join(" "),
      { fmap_real: several("[_, _, _]"), fmap_fake: several("[_, _, _]") },
    ],
    [
      "an output is a tuple",
      "def vae_loss(output, x):\n    recon, mu, logvar = output\n    kld = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum()\n    return F.mse_loss(recon, x) + kld\n",
      "normal[8,4] normal[8,4] normal[8,4] normal[8,4]",
      { output: several("(_, _, _)") },
    ],
    [
      "sequences have lengths",
      "def masked_cross_entropy(logits, target, lengths):\n    mask = torch.arange(target.size(1))[None, :] < lengths[:, None]\n    losses = -F.log_softmax(logits, -1).gather(2, target.unsqueeze(-1)).squeeze(-1)\n    return (losses * mask).sum() / lengths.sum()\n",
      "normal[2,7,5] integers[2,7] list[2]",
      {},
    ],
  ])("%s", (_, source, wanted, given) => {
    expect(foundFor(source)).toEqual({ tensors: wanted, arguments: given });
  });

  test("nothing is found for a loss that fails whatever it is given", () => {
    expect(foundFor("def loss(predictions, targets):\n    raise ValueError('no')\n")).toBeNull();
  });
});
