import torch
import torch.nn as nn
import torch.nn.functional as F

class CDCK(nn.Module):
    def __init__(self, timestep=2, hidden=6):
        super().__init__()
        self.timestep = timestep
        self.encoder = nn.Sequential(nn.Conv1d(1, 8, kernel_size=4, stride=2, padding=1, bias=False), nn.BatchNorm1d(8), nn.ReLU(inplace=True))
        self.gru = nn.GRU(8, hidden, num_layers=1, bidirectional=False, batch_first=True)
        self.Wk = nn.ModuleList([nn.Linear(hidden, 8) for i in range(timestep)])
        self.softmax = nn.Softmax()
        self.lsoftmax = nn.LogSoftmax()
    def init_hidden(self, batch_size):
        return torch.zeros(1, batch_size, 6)
    def forward(self, x, hidden):
        batch = x.size()[0]
        t_samples = torch.tensor(3)
        z = self.encoder(x)
        z = z.transpose(1, 2)
        nce = 0
        encode_samples = torch.empty((self.timestep, batch, 8)).float()
        for i in range(1, self.timestep + 1):
            encode_samples[i - 1] = z[:, t_samples + i, :].view(batch, 8)
        forward_seq = z[:, :t_samples + 1, :]
        output, hidden = self.gru(forward_seq, hidden)
        c_t = output[:, t_samples, :].view(batch, 6)
        pred = torch.empty((self.timestep, batch, 8)).float()
        for i in range(self.timestep):
            pred[i] = self.Wk[i](c_t)
        for i in range(self.timestep):
            total = torch.mm(encode_samples[i], torch.transpose(pred[i], 0, 1))
            correct = torch.sum(torch.eq(torch.argmax(F.softmax(total, dim=1), dim=0), torch.arange(0, batch)))
            nce += torch.sum(torch.diag(F.log_softmax(total, dim=1)))
        nce /= -1. * batch * self.timestep
        return correct.item() / batch, nce, hidden

torch.manual_seed(0)
m = CDCK()
x = torch.randn(4, 1, 16)
acc, loss, h = m(x, m.init_hidden(4))
loss.backward()
print(acc, loss, h.shape)
print(m.gru.weight_ih_l0.grad.norm(), m)
lstm = nn.LSTM(3, 4, 2)
out, (hn, cn) = lstm(torch.randn(5, 2, 3))
print(out.shape, out.sum(), hn[-1], cn.sum())
mha = nn.MultiheadAttention(4, 2, batch_first=True)
q = torch.randn(2, 3, 4)
o, w = mha(q, q, q)
print(o.sum(), w)
