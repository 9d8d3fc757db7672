import torch
import torch.nn as nn
import torch.nn.functional as F

class MoCoQueue(nn.Module):
    def __init__(self, dim=4, K=6, T=0.2):
        super().__init__()
        self.K, self.T = K, T
        self.register_buffer("queue", torch.randn(dim, K))
        self.queue = F.normalize(self.queue, dim=0)
        self.register_buffer("queue_ptr", torch.zeros(1, dtype=torch.long))

    @torch.no_grad()
    def _dequeue_and_enqueue(self, keys):
        batch_size = keys.shape[0]
        ptr = int(self.queue_ptr)
        assert self.K % batch_size == 0  # for simplicity
        self.queue[:, ptr:ptr + batch_size] = keys.T
        ptr = (ptr + batch_size) % self.K  # move pointer
        self.queue_ptr[0] = ptr

    def forward(self, q, k):
        q = F.normalize(q, dim=1)
        k = F.normalize(k.detach(), dim=1)
        l_pos = torch.einsum('nc,nc->n', [q, k]).unsqueeze(-1)
        l_neg = torch.einsum('nc,ck->nk', [q, self.queue.clone().detach()])
        logits = torch.cat([l_pos, l_neg], dim=1)
        logits /= self.T
        labels = torch.zeros(logits.shape[0], dtype=torch.long)
        self._dequeue_and_enqueue(k)
        return F.cross_entropy(logits, labels)

torch.manual_seed(5)
moco = MoCoQueue()
w = nn.Parameter(torch.randn(4, 4))
for step in range(3):
    x = torch.randn(2, 4)
    loss = moco(x @ w, x @ w + 0.1 * torch.randn(2, 4))
    w.grad = None
    loss.backward()
    print(step, loss, moco.queue_ptr.item(), w.grad.norm())
print(moco.queue)
print(list(moco.state_dict().keys()))
