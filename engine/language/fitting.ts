/**
 * @file Tensors that a loss may want, the likeliest first: families of shapes, and in each of them what a parameter's name makes of it. Whoever
 * tries them out takes the first with which the loss is a scalar that a gradient starts from.
 */
import { type Reading, type ReadingKind, readings } from "../data/reading.ts";
import type { Fill, SpecDtype, TensorSpec } from "../data/tensor-spec.ts";
import type { Entry, Program } from "./program.ts";
import { type Argument, type Arguments, named, rolesOf } from "./roles.ts";

export interface Candidate {
  readonly tensors: readonly TensorSpec[];
  readonly arguments: Arguments;
}

type Unseeded = Omit<TensorSpec, "seed">;

const tensor = (shape: readonly number[], fill: Fill | Fill["kind"], dtype: SpecDtype = "float32"): Unseeded => ({
  shape,
  dtype,
  fill: typeof fill === "string" ? simple(fill) : fill,
});

function simple(kind: Fill["kind"]): Fill {
  if (kind === "integers") return { kind, below: 3 };
  if (kind === "mask") return { kind, p: 0.7 };
  return kind === "list" ? { kind, values: [1] } : { kind };
}

/** What is compared, and what it is compared to. */
interface Family {
  readonly first: Unseeded;
  readonly labels: Unseeded;
  /** Words in the names of parameters, or in the loss's own, that speak for it. */
  readonly words: RegExp;
}

const labelled = (shape: readonly number[], below: number): Unseeded =>
  tensor(shape, { kind: "integers", below }, "int64");
const half: Fill = { kind: "mask", p: 0.5 };

const families: readonly Family[] = [
  { first: tensor([6, 4], "boxes"), labels: tensor([6, 4], "boxes"), words: /box|iou|rect/i },
  {
    first: tensor([8, 5], "normal"),
    labels: labelled([8], 5),
    words: /logit|label|class|cross|focal|smooth|ce\b|softmax/i,
  },
  { first: tensor([8, 1], "normal"), labels: tensor([8, 1], half), words: /binary|bce|logit/i },
  {
    first: tensor([12, 4], "normal"),
    labels: labelled([12], 3),
    words: /embed|feature|label|contrast|centre|center|proxy|supcon|metric|triplet|cluster|z$/i,
  },
  {
    first: tensor([8, 4], "normal"),
    labels: tensor([8, 4], "normal"),
    words: /anchor|positive|negative|z1|z_?a|student|teacher|mu|logvar|recon|embed/i,
  },
  {
    first: tensor([2, 1, 8, 8], "normal"),
    labels: tensor([2, 1, 8, 8], half),
    words: /mask|dice|tversky|jaccard|segment|seg|hausdorff/i,
  },
  { first: tensor([2, 3, 8, 8], "normal"), labels: labelled([2, 8, 8], 3), words: /segment|lovasz|dice|pixel/i },
  { first: tensor([8, 5], "normal"), labels: tensor([8, 5], half), words: /multi|asymmetric|relevance|rank|zlpr/i },
  { first: tensor([8, 5], "normal"), labels: tensor([8, 5], "one-hot"), words: /one_?hot|dice|evidential|brier/i },
  {
    first: tensor([8, 5], "simplex"),
    labels: tensor([8, 5], "simplex"),
    words: /prob|kl|js|divergence|wasserstein|emd|distribution/i,
  },
  {
    first: tensor([8], "normal"),
    labels: tensor([8], "normal"),
    words: /score|chosen|reject|pos|neg|logp|critic|real|fake|reward/i,
  },
  { first: tensor([8], "uniform"), labels: tensor([8], half), words: /prob|distance|dist/i },
  {
    first: tensor([16, 1], "normal"),
    labels: tensor([16, 1], "uniform"),
    words: /time|event|hazard|surviv|cox|risk|duration/i,
  },
  {
    first: tensor([16], "normal"),
    labels: tensor([16], "uniform"),
    words: /time|event|hazard|surviv|cox|risk|duration/i,
  },
  { first: tensor([8, 1], "uniform"), labels: tensor([8, 1], "uniform"), words: /positive|log|gamma|poisson|percent/i },
  {
    first: tensor([2, 12, 1], "normal"),
    labels: tensor([2, 12, 1], "normal"),
    words: /seq|time|series|horizon|dtw|forecast/i,
  },
  {
    first: tensor([2, 6, 3], "normal"),
    labels: tensor([2, 6, 3], "normal"),
    words: /point|chamfer|token|seq|flow|joint|pose/i,
  },
  {
    first: tensor([2, 3, 16, 16], "uniform"),
    labels: tensor([2, 3, 16, 16], "uniform"),
    words: /image|img|ssim|tv|rgb|pixel|style|gram|gradient/i,
  },
  {
    first: tensor([2, 1, 16, 16], "uniform"),
    labels: tensor([2, 1, 16, 16], "uniform"),
    words: /image|img|depth|disp/i,
  },
  { first: tensor([8, 1, 16], "normal"), labels: tensor([8, 1, 16], "normal"), words: /wave|audio|signal|spect/i },
  {
    first: tensor([8], "normal"),
    labels: tensor([8], { kind: "list", values: [1, -1] }),
    words: /hinge|sign|margin|cosine|pair/i,
  },
  {
    first: tensor([8, 4], "normal"),
    labels: tensor([8], { kind: "list", values: [1, -1] }),
    words: /cosine|pair|contrast|siamese/i,
  },
  { first: tensor([8, 4], "normal"), labels: tensor([8], half), words: /pair|contrast|siamese|same/i },
  { first: tensor([8, 5], "normal"), labels: tensor([8], "uniform"), words: /ordinal|age|rating|dldl/i },
  { first: tensor([8, 2], "normal"), labels: tensor([8, 1], "normal"), words: /nll|gauss|heterosced|logvar/i },
  { first: tensor([8, 3], "normal"), labels: tensor([8, 1], "normal"), words: /quantile|pinball|crps|interval/i },
  { first: tensor([8, 6], "normal"), labels: tensor([8, 1], "normal"), words: /mixture|mdn/i },
  { first: tensor([2, 5, 7], "normal"), labels: labelled([2, 7], 5), words: /token|seq/i },
  { first: tensor([2, 7, 5], "normal"), labels: labelled([2, 7], 5), words: /token|seq|lm|caption/i },
  { first: tensor([8, 8], "normal"), labels: labelled([8], 8), words: /similar|logits_per|clip|affinity/i },
];

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

/** What a parameter after the first is by its name, whatever the family; null where it is as what is compared. */
function byName(name: string, { first, labels }: Family): Unseeded | null {
  const { shape } = first;
  const rows = shape.slice(0, 1);
  if (/box|bbox|rect/i.test(name)) return tensor([shape[0] ?? 6, 4], "boxes");
  if (/event|censor|observed|status|^delta$|^e$/i.test(name)) return tensor(labels.shape, half);
  if (/mask|valid|visib/i.test(name)) return tensor(labels.shape, { kind: "mask", p: 0.7 });
  if (/time|duration|surv/i.test(name)) return tensor(labels.shape, "uniform");
  if (/label|class|^ids?$|group|domain/i.test(name)) return labels;
  if (/target|truth|true|^(y|t|gt)$|^y_|_gt$|^gt_|relevance/i.test(name)) return labels;
  if (/(sample_?|^)weights?$/i.test(name)) return tensor(labels.shape, "uniform");
  if (/sigma|std|^var(iance)?$|scale|nu$|alpha|beta|concentration|rate/i.test(name)) return tensor(shape, "uniform");
  if (/advantage|reward|return|logp|log_?prob|ratio/i.test(name)) return tensor(rows, "normal");
  return null;
}

/** Of names that could be either. */
const mayBeTensor =
  /^(alpha|beta|gamma|delta|sigma|nu|rho|eta|kappa|scale|w|p|q|k|m|s|c|C)$|weight|prior|temperature|tau/i;

/** Words that speak for tensors of a loss's own, before any data set of a column each. */
const ofTensors =
  /mask|box|anchor|positive|negative|^z_?[1ab]|embed|feature|score|image|img|point|logp|log_prob|teacher|student|real|fake|^mu$|logvar|output1|dice|iou|lovasz|tversky|mmd|sinkhorn|chamfer|ssim|divergence|byol|q_values|risk|relevance|evidential/i;
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

/** What a loss is likely to take, by its names: `offered` data sets by what they want, and tensors, the likeliest first. */
export function likelyWants(entry: Entry): readonly string[] {
  const names = [entry.name, ...entry.parameters];
  const isBinary = names.some((name) => ofBinary.test(name));
  const labels = isBinary ? ["targets of 0 and 1", "class labels"] : ["class labels", "targets of 0 and 1"];
  const numbers = ["numbers", "several predictions of one number", "two targets", "several targets in one tensor"];
  const onData =
    isBinary || names.some((name) => ofClasses.test(name)) ? [...labels, ...numbers] : [...numbers, ...labels];
  const isTensors = names.some((name) => ofTensors.test(name)) || named(entry, false, "target").length > 2;
  const isEmbedding =
    names.some((name) => ofEmbeddings.test(name)) && names.some((name) => /label|class|target/i.test(name));
  const rest = isTensors ? ["tensors", ...onData] : [...onData, "tensors"];
  const spokenFor = special.filter(([, words]) => names.some((name) => words.test(name))).map(([wants]) => wants);
  const others = special.map(([wants]) => wants).filter((wants) => !spokenFor.includes(wants));
  return [...spokenFor, ...(isEmbedding ? ["embeddings", ...rest] : [...rest, "embeddings"]), ...others];
}

/** The likeliest first; each once. */
export function candidatesFor(entry: Entry): Candidate[] {
  const about = [entry.name, ...entry.parameters].join(" ");
  const ranked = [...families]
    .map((family, place) => ({ family, place, speaks: family.words.test(about) ? 1 : 0 }))
    .sort((a, b) => b.speaks - a.speaks || a.place - b.place)
    .map(({ family }) => family);
  const unsure = named(entry, false, "setting").filter((name) => mayBeTensor.test(name));
  const flipped: Arguments = Object.fromEntries(unsure.map((name): [string, Argument] => [name, { kind: "data" }]));
  const needed = (entry.needs ?? []).filter(
    (name) => mayBeTensor.test(name) || /weights?$|prototypes?|centers?|anchors|quantiles|taus|cost|prior/i.test(name),
  );
  const asTheyAre = ranked.map((family) => candidate(entry, family, entry.arguments ?? {}));
  // The words of the most likely families come again as what they may be instead: all of one shape, and settings that are tensors.
  const alike = ranked.map((family) => candidate(entry, { ...family, labels: family.first }, entry.arguments ?? {}));
  const withFlipped =
    unsure.length === 0 ? [] : ranked.map((family) => candidate(entry, family, { ...entry.arguments, ...flipped }));
  const withTensors =
    needed.length === 0
      ? []
      : ranked.map((family) => {
          const width = family.first.shape[1] ?? 1;
          const given = needed.map((name): [string, Argument] => [
            name,
            { kind: "tensor", tensor: { ...tensor([width], "ones"), seed: 0 } },
          ]);
          return candidate(entry, family, { ...entry.arguments, ...Object.fromEntries(given) });
        });
  const boolean = ranked.map((family) => withBooleans(candidate(entry, family, entry.arguments ?? {})));
  const seen = new Set<string>();
  return [...asTheyAre, ...withFlipped, ...alike, ...withTensors, ...boolean].filter((each) => {
    const text = JSON.stringify(each);
    return !seen.has(text) && seen.add(text);
  });
}

function candidate(entry: Entry, family: Family, given: Arguments): Candidate {
  const roles = rolesOf({ ...entry, arguments: given }, false);
  const names = entry.parameters.filter((_, i) => roles[i] === "predictions" || roles[i] === "target");
  const tensors = names.map((name, i): TensorSpec => {
    const chosen = i === 0 ? family.first : i === 1 ? secondOf(name, family) : (byName(name, family) ?? family.first);
    return { ...chosen, seed: i };
  });
  return { tensors, arguments: given };
}

/** What comes second is what the first is compared to, unless its name says something else. */
function secondOf(name: string, family: Family): Unseeded {
  const isLike = /^(z|x|h|f|positive|pos|neg|student|teacher|mean|mu|logvar|log_var|other|fake|real)/i.test(name);
  return byName(name, family) ?? (isLike ? family.first : family.labels);
}

/** Masks as bool. */
const withBooleans = ({ tensors, arguments: given }: Candidate): Candidate => ({
  tensors: tensors.map((spec, i) => (i > 0 && spec.fill.kind === "mask" ? { ...spec, dtype: "bool" } : spec)),
  arguments: given,
});
