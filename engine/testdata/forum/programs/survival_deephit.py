import torch

def pair_rank_mat(durations, events):
    n = len(durations)
    mat = torch.zeros(n, n)
    for i in range(n):
        dur_i, ev_i = durations[i], events[i]
        if ev_i == 0:
            continue
        for j in range(n):
            if dur_i < durations[j] or (dur_i == durations[j] and events[j] == 0):
                mat[i, j] = 1
    return mat

def nll_pmf(phi, idx_durations, events, epsilon=1e-7):
    events = events.view(-1)
    idx_durations = idx_durations.view(-1, 1)
    phi = torch.nn.functional.pad(phi, (0, 1))
    gamma = phi.max(1)[0]
    cumsum = phi.sub(gamma.view(-1, 1)).exp().cumsum(1)
    sum_ = cumsum[:, -1]
    part1 = phi.gather(1, idx_durations).view(-1).sub(gamma).mul(events)
    part2 = - sum_.relu().add(epsilon).log()
    part3 = sum_.sub(cumsum.gather(1, idx_durations).view(-1)).relu().add(epsilon).log().mul(1. - events)
    return - part1.add(part2).add(part3).mean()

torch.manual_seed(17)
phi = torch.randn(4, 5, requires_grad=True)
dur = torch.tensor([0, 3, 3, 1])
ev = torch.tensor([1., 1., 0., 1.])
print(pair_rank_mat(dur, ev))
loss = nll_pmf(phi, dur, ev)
loss.backward()
print(loss, phi.grad, sep="\n")
