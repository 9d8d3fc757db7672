/** @file What a tensor is by the name that a loss has for it. */
import { type Family, half, labelled, tensor, type Unseeded } from "./families.ts";

/** What a tensor that comes after the first is by its name, whatever the family; null where nothing tells. */
export function byName(name: string, { first, labels }: Family): Unseeded | null {
  const { shape } = first;
  const rows = shape.slice(0, 1);
  const [count = 1] = shape;
  if (/len(gth)?s?$/i.test(name)) return lengths(name, first, labels);
  if (/box|bbox|rect/i.test(name)) return tensor([...shape.slice(0, -1), 4], "boxes");
  if (/(^|_)(idx|ind|index|indices|inds|actions?)(_|$)|_ids?$/i.test(name)) return labelled(rows, last(shape));
  if (/^(done|terminal|not_done|nonterminal)s?$/i.test(name)) return tensor(rows, half);
  if (/^signs?$/i.test(name)) return tensor(rows, { kind: "list", values: [1, -1] });
  if (/event|censor|observed|status|^delta$|^e$/i.test(name)) return tensor(labels.shape, half);
  if (/mask|valid|visib/i.test(name)) return tensor(labels.shape, { kind: "mask", p: 0.7 });
  if (/time|duration|surv/i.test(name)) return tensor(labels.shape, "uniform");
  if (/^(negatives|negs|neg_samples|neg_keys)$/i.test(name)) return tensor([count, 3, last(shape)], "normal");
  if (/^(queue|memory_bank|bank)$/i.test(name)) return tensor([last(shape), 6], "normal");
  if (/^(prototypes|proxies|centers|centres|centroids|codebook)$/i.test(name))
    return tensor([6, last(shape)], "normal");
  if (/logits?|scores?|_prob|student|teacher|^pred|^out/i.test(name)) return first;
  if (/^y_?\d$/i.test(name)) return first;
  if (/label|class|^ids?$|group|domain|^actions?$/i.test(name)) return labels;
  if (/target|truth|true|^(y|t|gt)$|^y_|_gt$|^gt_|relevance/i.test(name)) return labels;
  if (/(sample_?|^)weights?$/i.test(name)) return tensor(labels.shape, "uniform");
  if (/sigma|std|^var(iance)?$|scale|nu$|alpha|beta|concentration|rate/i.test(name)) return tensor(shape, "uniform");
  if (/logp|log_?prob/i.test(name)) return first;
  if (/advantage|reward|return|ratio|^values?$/i.test(name)) return tensor(rows, "normal");
  return null;
}

/** One for each sample: of the labels, or of what is predicted, whose samples come first or, as in speech, second. */
function lengths(name: string, first: Unseeded, labels: Unseeded): Unseeded {
  const [samples = 1, most = 1] = labels.shape;
  const [steps = 1, others = steps] = first.shape;
  const longest = /target|label|tgt|trg/i.test(name) ? most : steps === samples ? others : steps;
  const values = /input|target|label/i.test(name) ? [longest] : [longest, Math.max(1, longest - 2)];
  return tensor([samples], { kind: "list", values }, "int64");
}

const last = (shape: readonly number[]): number => shape.at(-1) ?? 1;

/** What comes second is what the first is compared to, unless its name says something else. */
export function second(name: string, family: Family): Unseeded {
  const isLike = /^(z|x|h|f|positive|pos|neg|student|teacher|mean|mu|logvar|log_var|other|fake|real|q[12]|next)/i.test(
    name,
  );
  return byName(name, family) ?? (isLike ? family.first : family.labels);
}
