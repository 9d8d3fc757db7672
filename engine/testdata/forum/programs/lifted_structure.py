import torch

def pairwise_distances(x, y=None):
    x_norm = (x**2).sum(1).view(-1, 1)
    if y is not None:
        y_t = torch.transpose(y, 0, 1)
        y_norm = (y**2).sum(1).view(1, -1)
    else:
        y_t = torch.transpose(x, 0, 1)
        y_norm = x_norm.view(1, -1)
    dist = x_norm + y_norm - 2.0 * torch.mm(x, y_t)
    return torch.clamp(dist, 0.0, float('inf'))

def lifted_loss(score, target, margin=1):
    loss = 0
    counter = 0
    bsz = score.size(0)
    mag = (score ** 2).sum(1).expand(bsz, bsz)
    sim = score.mm(score.transpose(0, 1))
    dist = (mag + mag.transpose(0, 1) - 2 * sim)
    dist = torch.nn.functional.relu(dist).sqrt()
    for i in range(bsz):
        t_i = target[i].item()
        for j in range(i + 1, bsz):
            t_j = target[j].item()
            if t_i == t_j:
                # Negative component
                l_ni = (margin - dist[i][target != t_i]).exp().sum()
                l_nj = (margin - dist[j][target != t_j]).exp().sum()
                l_n = (l_ni + l_nj).log()
                l_p = dist[i,j]
                loss += torch.nn.functional.relu(l_n + l_p) ** 2
                counter += 1
    return loss / (2 * counter)

torch.manual_seed(15)
emb = torch.randn(6, 4)
emb = emb / emb.norm(p=2, dim=1, keepdim=True)
emb.requires_grad = True
lab = torch.tensor([0, 0, 1, 1, 2, 2])
loss = lifted_loss(emb, lab)
print(loss)
print(pairwise_distances(emb).diagonal().abs().max() < 1e-5)
