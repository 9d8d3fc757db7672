import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import pad_sequence

seqs = [torch.tensor([1., 2., 3.]), torch.tensor([4.]), torch.tensor([5., 6.])]
lengths = torch.tensor([len(s) for s in seqs])
padded = pad_sequence(seqs, batch_first=True, padding_value=-1.0)
mask = torch.arange(padded.size(1))[None, :] < lengths[:, None]
print(padded)
print(mask)
pred = torch.zeros_like(padded).fill_(2.0).requires_grad_()
se = F.mse_loss(pred, padded, reduction='none')
per_seq = (se * mask).sum(1) / mask.sum(1)
loss = per_seq.mean()
loss.backward()
print(per_seq, loss, pred.grad)
print(torch.masked_select(padded, mask), padded[~mask].unique(), (mask.float().mean() * 100).round())
