import torch
import torch.nn.functional as F
import numpy as np

COLLECT_STATS = False

def torch_arange_from_size(input, size_dim=0):
    return torch.arange(input.size(size_dim), device=input.device)

def neg_inf(dtype):
    return torch.finfo(dtype).min

def small_val(dtype):
    return torch.finfo(dtype).tiny

def get_matches_and_diffs(labels, ref_labels=None):
    if ref_labels is None:
        ref_labels = labels
    labels1 = labels.unsqueeze(1)
    labels2 = ref_labels.unsqueeze(0)
    matches = (labels1 == labels2).byte()
    diffs = matches ^ 1
    if ref_labels is labels:
        matches.fill_diagonal_(0)
    return matches, diffs

def get_all_pairs_indices(labels, ref_labels=None):
    matches, diffs = get_matches_and_diffs(labels, ref_labels)
    a1_idx, p_idx = torch.where(matches)
    a2_idx, n_idx = torch.where(diffs)
    return a1_idx, p_idx, a2_idx, n_idx

def get_all_triplets_indices(labels, ref_labels=None):
    matches, diffs = get_matches_and_diffs(labels, ref_labels)
    triplets = matches.unsqueeze(2) * diffs.unsqueeze(1)
    return torch.where(triplets)

def logsumexp(x, keep_mask=None, add_one=True, dim=1):
    if keep_mask is not None:
        x = x.masked_fill(~keep_mask, torch.finfo(x.dtype).min)
    if add_one:
        zeros = torch.zeros(x.size(dim - 1), dtype=x.dtype, device=x.device).unsqueeze(dim)
        x = torch.cat([x, zeros], dim=dim)
    output = torch.logsumexp(x, dim=dim, keepdim=True)
    if keep_mask is not None:
        output = output.masked_fill(~torch.any(keep_mask, dim=dim, keepdim=True), 0)
    return output

class MultiSimilarityLoss(torch.nn.Module):
    def __init__(self, alpha=2, beta=50, base=0.5, **kwargs):
        super().__init__(**kwargs)
        self.alpha, self.beta, self.base = alpha, beta, base
    def forward(self, emb, labels):
        emb = F.normalize(emb)
        mat = torch.matmul(emb, emb.t())
        a1, p, a2, n = get_all_pairs_indices(labels)
        pos_mask, neg_mask = torch.zeros_like(mat), torch.zeros_like(mat)
        pos_mask[a1, p] = 1
        neg_mask[a2, n] = 1
        pos_loss = (1.0 / self.alpha) * logsumexp(self.alpha * (self.base - mat), keep_mask=pos_mask.bool(), add_one=True)
        neg_loss = (1.0 / self.beta) * logsumexp(self.beta * (mat - self.base), keep_mask=neg_mask.bool(), add_one=True)
        return {"loss": {"losses": pos_loss + neg_loss, "indices": torch_arange_from_size(emb), "reduction_type": "element"}}

class CircleLoss(torch.nn.Module):
    def __init__(self, m=0.4, gamma=80):
        super().__init__()
        self.m, self.gamma = m, gamma
        self.soft_plus = torch.nn.Softplus(beta=1)
        self.op, self.on = 1 + self.m, -self.m
        self.delta_p, self.delta_n = 1 - self.m, self.m
    def forward(self, emb, labels):
        emb = F.normalize(emb)
        mat = emb @ emb.T
        matches, diffs = get_matches_and_diffs(labels)
        new_mat = torch.zeros_like(mat)
        pos_mask_bool, neg_mask_bool = matches.bool(), diffs.bool()
        anchor_positive = mat[pos_mask_bool]
        anchor_negative = mat[neg_mask_bool]
        new_mat[pos_mask_bool] = (-self.gamma * torch.relu(self.op - anchor_positive.detach()) * (anchor_positive - self.delta_p))
        new_mat[neg_mask_bool] = (self.gamma * torch.relu(anchor_negative.detach() - self.on) * (anchor_negative - self.delta_n))
        losses = torch.zeros(mat.size(0), device=emb.device)
        mask_pos = pos_mask_bool.any(dim=1) & neg_mask_bool.any(dim=1)
        losses = logsumexp(new_mat, keep_mask=pos_mask_bool, add_one=False, dim=1) + logsumexp(new_mat, keep_mask=neg_mask_bool, add_one=False, dim=1)
        losses = self.soft_plus(losses)
        return losses.squeeze(1)[mask_pos].mean()

class LiftedStructure(torch.nn.Module):
    def forward(self, emb, labels, neg_margin=1, pos_margin=0):
        mat = torch.cdist(emb, emb)
        a1, p, a2, n = get_all_pairs_indices(labels)
        pos_pairs = mat[a1, p].unsqueeze(1)
        neg_pairs = mat[a2, n].unsqueeze(0)
        pos_loss = pos_pairs - pos_margin
        neg_loss = neg_margin - neg_pairs
        keep = torch.logical_or(a2.unsqueeze(0) == a1.unsqueeze(1), a2.unsqueeze(0) == p.unsqueeze(1))
        loss = logsumexp(neg_loss.expand_as(keep), keep_mask=keep, add_one=False, dim=1)
        return (torch.relu(loss + pos_loss) ** 2).mean() / 2

torch.manual_seed(0)
e = torch.randn(6, 4, requires_grad=True)
y = torch.tensor([0, 0, 1, 1, 2, 2])
print(get_matches_and_diffs(y)[0])
print(get_all_triplets_indices(y)[0].shape)
d = MultiSimilarityLoss()(e, y)
loss = d["loss"]["losses"].mean() + CircleLoss()(e, y) + LiftedStructure()(e, y)
loss.backward()
print(d)
print(loss, e.grad)
