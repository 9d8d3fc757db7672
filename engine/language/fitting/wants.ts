/** @file Which data a loss is likely to want, by its names and its text. */
import { type Reading, type ReadingKind, readings } from "../../data/reading.ts";
import { leafCount } from "../held.ts";
import type { Program } from "../program.ts";
import { named } from "../roles.ts";

/** What speaks for it in the text of a loss, or in its names. */
const spoken: readonly (readonly [ReadingKind, RegExp])[] = [
  ["mixture", /mixture|mdn|logsumexp/i],
  ["softplus-std", /softplus/],
  ["log-std", /log_?(sigma|std|scale)/i],
];

/** Which of these meanings a loss is likely to give to its predictions; the first one where nothing tells. */
export function likelyReading(kinds: readonly ReadingKind[], { js }: Pick<Program, "js">): Reading | null {
  const found = spoken.find(([kind, words]) => kinds.includes(kind) && words.test(js));
  const kind = found?.[0] ?? kinds[0];
  return kind === undefined ? null : readings[kind].chosen;
}

/** Words that speak for tensors of a loss's own, before any data set of a column each. */
const ofTensors =
  /mask|box|anchor|positive|negative|^z_?[1ab]|embed|feature|score|image|img|point|logp|log_prob|teacher|student|real|fake|^mu$|logvar|output1|dice|iou|lovasz|tversky|mmd|sinkhorn|chamfer|ssim|divergence|byol|q_values|risk|^source$|^y_?\d$|queue|^s[pn]$|_pi$|actions?$|^mean$|vocab|token|lengths?$|relevance|evidential/i;
/** Words that speak for a kind of data of its own, before all others; the first in this order where several do. */
const special: readonly (readonly [wants: string, words: RegExp])[] = [
  ["masks", /mask|dice|tversky|jaccard|segment|lovasz|pixel/i],
  ["boxes", /box|iou|rect/i],
  ["time and event", /event|hazard|surviv|cox|censor|duration/i],
  ["several labels at once", /multi_?label|multi_?hot|\btags?\b/i],
  ["sequences", /seq|horizon|forecast|series|dtw|dilate/i],
];
const ofEmbeddings = /embed|feature|supcon|^z$|contrast|cent(er|re)|proxy|metric/i;
const ofClasses = /logit|class|label|focal|softmax|cross_entropy|^ce_|_ce\b/i;

const ofBinary = /asymmetric|binary|bce|bernoulli|multi_?label|logistic/i;

/** What a loss's text speaks for where its names say nothing. */
const inText = {
  classes: /cross_entropy|CrossEntropy|nll_loss|NLLLoss|one_hot|softmax/,
  binary: /binary_cross_entropy|BCE|sigmoid/,
  masks: /intersection|dice|jaccard|tversky|max_pool2d/i,
} as const;

/** What a loss is likely to take, by its names and its text: `offered` data sets by what they want, and tensors, the likeliest first. */
export function likelyWants({ entry, js }: Pick<Program, "entry" | "js">): readonly string[] {
  const names = [entry.name, ...entry.parameters];
  const says = (words: RegExp): boolean => names.some((name) => words.test(name));
  const isTensors = says(ofTensors) || named(entry, false, "target").length > 2 || holdsSeveral(entry);
  const isEmbedding = says(ofEmbeddings) && says(/label|class|target/i);
  const spokenFor = special.filter(([, words]) => says(words)).map(([wants]) => wants);
  const isTold = isTensors || isEmbedding || spokenFor.length > 0 || says(ofBinary) || says(ofClasses);
  const reads = (words: RegExp): boolean => !isTold && words.test(js);
  if (reads(inText.masks)) spokenFor.push("masks");
  const isBinary = says(ofBinary) || (reads(inText.binary) && !inText.classes.test(js));
  const isClasses = isBinary || says(ofClasses) || reads(inText.classes);
  const labels = isBinary ? ["targets of 0 and 1", "class labels"] : ["class labels", "targets of 0 and 1"];
  const numbers = ["numbers", "several predictions of one number", "two targets", "several targets in one tensor"];
  const onData = isClasses ? [...labels, ...numbers] : [...numbers, ...labels];
  const rest = isTensors ? ["tensors", ...onData] : [...onData, "tensors"];
  const others = special.map(([wants]) => wants).filter((wants) => !spokenFor.includes(wants));
  return [...spokenFor, ...(isEmbedding ? ["embeddings", ...rest] : [...rest, "embeddings"]), ...others];
}

const holdsSeveral = ({ held = {} }: Pick<Program["entry"], "held">): boolean =>
  Object.values(held).some((group) => leafCount(group) > 1);
