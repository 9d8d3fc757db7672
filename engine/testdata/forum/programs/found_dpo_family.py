import torch
import torch.nn.functional as F
from typing import Tuple, Literal

def preference_loss(policy_chosen_logps: torch.FloatTensor, policy_rejected_logps: torch.FloatTensor,
                    reference_chosen_logps: torch.FloatTensor, reference_rejected_logps: torch.FloatTensor,
                    beta: float, label_smoothing: float = 0.0,
                    loss_type: Literal["sigmoid", "hinge", "ipo", "kto_pair", "simpo"] = "sigmoid",
                    reference_free: bool = False) -> Tuple[torch.FloatTensor, torch.FloatTensor, torch.FloatTensor]:
    pi_logratios = policy_chosen_logps - policy_rejected_logps
    ref_logratios = reference_chosen_logps - reference_rejected_logps
    if reference_free:
        ref_logratios = 0
    logits = pi_logratios - ref_logratios
    if loss_type == "ipo":
        losses = (logits - 1 / (2 * beta)) ** 2
    elif loss_type == "hinge":
        losses = torch.relu(1 - beta * logits)
    elif loss_type == "sigmoid":
        losses = -F.logsigmoid(beta * logits) * (1 - label_smoothing) - F.logsigmoid(-beta * logits) * label_smoothing
    elif loss_type == "kto_pair":
        chosen_KL = (policy_chosen_logps - reference_chosen_logps).mean().clamp(min=0)
        rejected_KL = (policy_rejected_logps - reference_rejected_logps).mean().clamp(min=0)
        chosen_logratios = policy_chosen_logps - reference_chosen_logps
        rejected_logratios = policy_rejected_logps - reference_rejected_logps
        losses = torch.cat((1 - F.sigmoid(beta * (chosen_logratios - rejected_KL)), 1 - F.sigmoid(beta * (chosen_KL - rejected_logratios))), 0)
    elif loss_type == "simpo":
        losses = -F.logsigmoid(beta * pi_logratios - 0.5)
    else:
        raise ValueError(f"Unknown loss type: {loss_type}")
    chosen_rewards = beta * (policy_chosen_logps - reference_chosen_logps).detach()
    rejected_rewards = beta * (policy_rejected_logps - reference_rejected_logps).detach()
    return losses, chosen_rewards, rejected_rewards

def _get_batch_logps(logits: torch.FloatTensor, labels: torch.LongTensor, average_log_prob: bool = False) -> torch.FloatTensor:
    assert logits.shape[:-1] == labels.shape
    labels = labels[:, 1:].clone()
    logits = logits[:, :-1, :]
    loss_mask = (labels != -100)
    labels[labels == -100] = 0
    per_token_logps = torch.gather(logits.log_softmax(-1), dim=2, index=labels.unsqueeze(2)).squeeze(2)
    if average_log_prob:
        return (per_token_logps * loss_mask).sum(-1) / loss_mask.sum(-1)
    return (per_token_logps * loss_mask).sum(-1)

logits = torch.randn(4, 6, 8, requires_grad=True)
labels = torch.randint(0, 8, (4, 6)); labels[:, :2] = -100
ref = torch.randn(4, 6, 8)
for avg in (False, True):
    lp, rp = _get_batch_logps(logits, labels, avg), _get_batch_logps(ref, labels, avg)
    for kind in ["sigmoid", "hinge", "ipo", "kto_pair", "simpo"]:
        losses, cr, rr = preference_loss(lp[:2], lp[2:], rp[:2], rp[2:], 0.3, 0.1, kind)
        g, = torch.autograd.grad(losses.mean(), logits, retain_graph=True)
        acc = (cr > rr).float().mean()
        print(kind, losses, g.norm().item().__round__(4), acc.item())
try:
    preference_loss(lp, lp, lp, lp, .1, loss_type="exo")
except ValueError as err:
    print(repr(err))

def ppo(logprobs, old, adv, values, old_values, returns, mask, clip=0.2, vf=0.2):
    def masked_mean(t, m): return (t * m).sum() / m.sum()
    vclip = torch.clamp(values, old_values - vf, old_values + vf)
    vf_loss = 0.5 * masked_mean(torch.max((values - returns) ** 2, (vclip - returns) ** 2), mask)
    ratio = torch.exp((logprobs - old) * mask)
    pg = masked_mean(torch.max(-adv * ratio, -adv * torch.clamp(ratio, 1.0 - clip, 1.0 + clip)), mask)
    return pg, vf_loss, masked_mean(0.5 * (logprobs - old) ** 2, mask), masked_mean((torch.abs(ratio - 1) > clip).float(), mask)
a = torch.randn(3, 4, requires_grad=True); v = torch.randn(3, 4, requires_grad=True)
m = torch.tensor([[1, 1, 1, 0], [1, 1, 0, 0], [1, 1, 1, 1.]])
pg, vl, kl, cf = ppo(a, a.detach() + .2 * torch.randn(3, 4), torch.randn(3, 4), v, v.detach() + .3, torch.randn(3, 4), m)
(pg + .1 * vl).backward(); print(pg, vl, kl, cf); print(a.grad, v.grad)
