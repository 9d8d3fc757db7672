import math
from dataclasses import dataclass
from typing import Optional, Tuple, Literal
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor
@dataclass
class Config:
    vocab: int = 11
    dim: int = 8
    n_experts: int = 4
    top_k: int = 2
    z_coef: float = 1e-3
class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))
    def _norm(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps)
    def forward(self, x):
        return self._norm(x.float()).type_as(x) * self.weight
def load_balancing_loss_func(gate_logits, num_experts=None, top_k=2, attention_mask=None):
    if gate_logits is None or not isinstance(gate_logits, tuple):
        return 0
    if isinstance(gate_logits, tuple):
        compute_device = gate_logits[0].device
        concatenated_gate_logits = torch.cat([layer_gate.to(compute_device) for layer_gate in gate_logits], dim=0)
    routing_weights = torch.nn.functional.softmax(concatenated_gate_logits, dim=-1)
    _, selected_experts = torch.topk(routing_weights, top_k, dim=-1)
    expert_mask = torch.nn.functional.one_hot(selected_experts, num_experts)
    tokens_per_expert = torch.mean(expert_mask.float(), dim=0)
    router_prob_per_expert = torch.mean(routing_weights, dim=0)
    overall_loss = torch.sum(tokens_per_expert * router_prob_per_expert.unsqueeze(0))
    return overall_loss * num_experts
def causal_lm_loss(logits, labels, vocab_size, ignore_index=-100, z=0.):
    logits = logits.float()
    labels = nn.functional.pad(labels, (0, 1), value=ignore_index)
    shift_labels = labels[..., 1:].contiguous()
    logits = logits.view(-1, vocab_size)
    shift_labels = shift_labels.view(-1)
    loss = F.cross_entropy(logits, shift_labels, ignore_index=ignore_index, reduction='sum')
    loss = loss / (shift_labels != ignore_index).sum()
    zl = z * logits.logsumexp(-1).pow(2).mean()
    return loss + zl, zl
def label_smoothed_nll_loss(lprobs, target, epsilon, ignore_index=None, reduce=True):
    if target.dim() == lprobs.dim() - 1:
        target = target.unsqueeze(-1)
    nll_loss = -lprobs.gather(dim=-1, index=target)
    smooth_loss = -lprobs.sum(dim=-1, keepdim=True)
    if ignore_index is not None:
        pad_mask = target.eq(ignore_index)
        nll_loss.masked_fill_(pad_mask, 0.0)
        smooth_loss.masked_fill_(pad_mask, 0.0)
    else:
        nll_loss = nll_loss.squeeze(-1)
        smooth_loss = smooth_loss.squeeze(-1)
    if reduce:
        nll_loss = nll_loss.sum()
        smooth_loss = smooth_loss.sum()
    eps_i = epsilon / (lprobs.size(-1) - 1)
    loss = (1.0 - epsilon - eps_i) * nll_loss + eps_i * smooth_loss
    return loss, nll_loss
class ChunkedCE(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w, y):
        logits = x @ w.t()
        lse = torch.logsumexp(logits, -1)
        ctx.save_for_backward(x, w, y, lse)
        return (lse - logits.gather(1, y[:, None]).squeeze(1)).mean()
    @staticmethod
    def backward(ctx, g):
        x, w, y, lse = ctx.saved_tensors
        p = torch.exp(x @ w.t() - lse[:, None])
        p[torch.arange(len(y)), y] -= 1
        p = p * g / len(y)
        gx = p @ w if ctx.needs_input_grad[0] else None
        return gx, p.t() @ x, None
cfg = Config()
torch.manual_seed(0)
emb = nn.Embedding(cfg.vocab, cfg.dim)
norm = RMSNorm(cfg.dim)
gate = nn.Linear(cfg.dim, cfg.n_experts, bias=False)
tok = torch.randint(1, cfg.vocab, (2, 5))
h = norm(emb(tok))
gl = gate(h.view(-1, cfg.dim))
logits = h @ emb.weight.T
labels = tok.clone(); labels[0, :2] = -100
loss, zl = causal_lm_loss(logits, labels, cfg.vocab, z=cfg.z_coef)
aux = load_balancing_loss_func((gl, gl * 0.5), cfg.n_experts, cfg.top_k)
lprobs = F.log_softmax(logits, -1)
ls, nll = label_smoothed_nll_loss(lprobs.view(-1, cfg.vocab), tok.view(-1), 0.1, ignore_index=3)
total = loss + 0.01 * aux + 0.1 * ls + ChunkedCE.apply(h.reshape(-1, cfg.dim), emb.weight, tok.reshape(-1))
total.backward()
print(loss, zl, aux, ls, nll)
print(emb.weight.grad.norm(), gate.weight.grad, norm.weight.grad)
print(math.exp(loss.item()), cfg)
causal = torch.tril(torch.ones(5, 5, dtype=torch.bool))
att = (h @ h.transpose(-2, -1) / math.sqrt(cfg.dim)).masked_fill(~causal, float('-inf')).softmax(-1)
print(att[0])
print(F.scaled_dot_product_attention(h, h, h, is_causal=True)[0, 1])
