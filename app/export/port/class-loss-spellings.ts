/** @file The losses of torch.nn.functional over classes and pairs, in JAX and Keras 3: functions of PyTorch's signature, with its gradients. */
import { reduced } from "./reduced.ts";
import type { Spellings } from "./spelling.ts";

export const classLossSpellings = {
  // A target is the number of a class, or, of floats, a probability of each.
  cross_entropy: {
    helper: `(input, target, weight=None, ignore_index=-100, reduction="mean", label_smoothing=0.0):
    dim = min(1, len(input.shape) - 1)
    classes = input.shape[dim]
    logs = @log_softmax(input, axis=dim)
    if weight is None and label_smoothing == 0 and "int" in str(target.dtype):
        return _nll_loss(logs, target, ignore_index=ignore_index, reduction=reduction)
    weight = @ones((classes,)) if weight is None else weight
    weights = @reshape(weight, [classes if i == dim else 1 for i in range(len(input.shape))])
    if "int" in str(target.dtype):
        kept = target != ignore_index
        mine = _nll_loss(logs, target, weight, ignore_index, "none")
        others = @where(kept, -@sum(logs * weights, axis=dim) / classes, 0.0)
        each = (1 - label_smoothing) * mine + label_smoothing * others
        if reduction != "mean":
            return each if reduction == "none" else @sum(each)
        return @sum(each) / @sum(@where(kept, @take(weight, @where(kept, target, 0)), 0.0))
    target = target * (1 - label_smoothing) + label_smoothing / classes
    each = -@sum(logs * target * weights, axis=dim)
    ${reduced}`,
    needs: ["nll_loss"],
  },
  nll_loss: {
    helper: `(input, target, weight=None, ignore_index=-100, reduction="mean"):
    dim = min(1, len(input.shape) - 1)
    kept = target != ignore_index
    target = @where(kept, target, 0)
    mine = @squeeze(@take_along_axis(input, @expand_dims(target, dim), axis=dim), axis=dim)
    shares = @ones_like(mine) if weight is None else @take(weight, target)
    each = @where(kept, -mine * shares, 0.0)
    if reduction != "mean":
        return each if reduction == "none" else @sum(each)
    return @sum(each) / @sum(@where(kept, shares, 0.0))`,
  },
  kl_div: {
    helper: `(input, target, reduction="mean", log_target=False):
    if log_target:
        each = @exp(target) * (target - input)
    else:
        each = @where(target > 0, target * @log(@where(target > 0, target, 1.0)), 0.0) - target * input
    if reduction == "batchmean":
        return @sum(each) / @sum(@ones_like(@reshape(each, (@shape(each)[0], -1))[:, 0]))
    ${reduced}`,
  },
  multilabel_soft_margin_loss: {
    helper: `(input, target, weight=None, reduction="mean"):
    each = -(target * @log_sigmoid(input) + (1 - target) * @log_sigmoid(-input))
    each = @mean(each if weight is None else each * weight, axis=-1)
    ${reduced}`,
  },
  multi_margin_loss: {
    helper: `(input, target, p=1, margin=1.0, weight=None, reduction="mean"):
    place = @expand_dims(target, -1)
    apart = margin - @take_along_axis(input, place, axis=-1) + input
    others = @logical_and(apart > 0, @arange(input.shape[-1]) != place)
    each = @where(others, apart, 0.0)
    each = each if p == 1 else each * each
    if weight is not None:
        each = each * @take(weight, place)
    each = @mean(each, axis=-1)
    ${reduced}`,
  },
  multilabel_margin_loss: null,
  hinge_embedding_loss: {
    helper: `(input, target, margin=1.0, reduction="mean"):
    each = @where(target != 1, _clamp_min(margin - input, 0.0), 0.0) + @where(target != -1, input, 0.0)
    ${reduced}`,
    needs: ["clamp_min"],
  },
  cosine_embedding_loss: {
    helper: `(input1, input2, target, margin=0.0, reduction="mean"):
    lengths = [@sum(x * x, axis=-1) + 1e-12 for x in (input1, input2)]
    cosine = @sum(input1 * input2, axis=-1) / @sqrt(lengths[0] * lengths[1])
    each = @where(target == 1, 1 - cosine, 0.0) + @where(target == -1, _clamp_min(cosine - margin, 0.0), 0.0)
    ${reduced}`,
    needs: ["clamp_min"],
  },
  margin_ranking_loss: {
    helper: `(input1, input2, target, margin=0.0, reduction="mean"):
    each = _clamp_min(-target * (input1 - input2) + margin, 0.0)
    ${reduced}`,
    needs: ["clamp_min"],
  },
  triplet_margin_loss: {
    helper: `(anchor, positive, negative, margin=1.0, p=2.0, eps=1e-6, swap=False, reduction="mean"):
    near = _pairwise_distance(anchor, positive, p, eps)
    far = _pairwise_distance(anchor, negative, p, eps)
    if swap:
        other = _pairwise_distance(positive, negative, p, eps)
        far = @where(far == other, 0.5 * far + 0.5 * other, @minimum(far, other))
    each = _clamp_min(margin + near - far, 0.0)
    ${reduced}`,
    needs: ["pairwise_distance", "clamp_min"],
  },
  ctc_loss: null,
} as const satisfies Spellings;
