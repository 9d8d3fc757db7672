import torch
import torch.nn.functional as F

def stft(x, fft_size, hop_size, win_length, window):
    x_stft = torch.stft(x, fft_size, hop_size, win_length, window, return_complex=True)
    x_mag = torch.sqrt(torch.clamp((x_stft.real ** 2) + (x_stft.imag ** 2), min=1e-7))
    return x_mag.transpose(2, 1)

class SpectralConvergengeLoss(torch.nn.Module):
    def __init__(self):
        super(SpectralConvergengeLoss, self).__init__()
    def forward(self, x_mag, y_mag):
        return torch.norm(y_mag - x_mag, p="fro") / torch.norm(y_mag, p="fro")

class LogSTFTMagnitudeLoss(torch.nn.Module):
    def forward(self, x_mag, y_mag):
        return F.l1_loss(torch.log(y_mag), torch.log(x_mag))

class STFTLoss(torch.nn.Module):
    def __init__(self, fft_size=1024, shift_size=120, win_length=600, window="hann_window"):
        super().__init__()
        self.fft_size, self.shift_size, self.win_length = fft_size, shift_size, win_length
        self.register_buffer("window", getattr(torch, window)(win_length))
        self.spectral_convergenge_loss = SpectralConvergengeLoss()
        self.log_stft_magnitude_loss = LogSTFTMagnitudeLoss()
    def forward(self, x, y):
        x_mag = stft(x, self.fft_size, self.shift_size, self.win_length, self.window)
        y_mag = stft(y, self.fft_size, self.shift_size, self.win_length, self.window)
        return self.spectral_convergenge_loss(x_mag, y_mag), self.log_stft_magnitude_loss(x_mag, y_mag)

class MultiResolutionSTFTLoss(torch.nn.Module):
    def __init__(self, fft_sizes=[32, 64, 16], hop_sizes=[6, 12, 4], win_lengths=[24, 48, 12], window="hann_window", factor_sc=0.1, factor_mag=0.1):
        super().__init__()
        assert len(fft_sizes) == len(hop_sizes) == len(win_lengths)
        self.stft_losses = torch.nn.ModuleList()
        for fs, ss, wl in zip(fft_sizes, hop_sizes, win_lengths):
            self.stft_losses += [STFTLoss(fs, ss, wl, window)]
        self.factor_sc, self.factor_mag = factor_sc, factor_mag
    def forward(self, x, y):
        sc_loss = 0.0
        mag_loss = 0.0
        for f in self.stft_losses:
            sc_l, mag_l = f(x, y)
            sc_loss += sc_l
            mag_loss += mag_l
        sc_loss /= len(self.stft_losses)
        mag_loss /= len(self.stft_losses)
        return self.factor_sc * sc_loss, self.factor_mag * mag_loss

x = torch.randn(2, 200, requires_grad=True)
y = torch.sin(torch.linspace(0, 40, 200)).expand(2, -1) + .1 * torch.randn(2, 200)
crit = MultiResolutionSTFTLoss()
print(crit)
sc, mag = crit(x, y)
(sc + mag).backward()
print(sc, mag, x.grad.norm(), x.grad[0, :3])

def si_sdr(est, ref, eps=1e-8, zero_mean=True):
    if zero_mean:
        est = est - torch.mean(est, dim=-1, keepdim=True)
        ref = ref - ref.mean(dim=-1, keepdim=True)
    alpha = (torch.sum(est * ref, dim=-1, keepdim=True) + eps) / (torch.sum(ref ** 2, dim=-1, keepdim=True) + eps)
    target = alpha * ref
    noise = target - est
    return 10 * torch.log10((torch.sum(target ** 2, dim=-1) + eps) / (torch.sum(noise ** 2, dim=-1) + eps))

from itertools import permutations
class PITLossWrapper(torch.nn.Module):
    def __init__(self, loss_func):
        super().__init__()
        self.loss_func = loss_func
    def forward(self, est, ref):
        n_src = est.shape[1]
        pair = torch.stack([-self.loss_func(est[:, i].unsqueeze(1).expand_as(ref), ref) for i in range(n_src)], dim=1)
        perms = pair.new_tensor(list(permutations(range(n_src))), dtype=torch.long)
        index = torch.unsqueeze(perms, 2)
        perms_one_hot = pair.new_zeros((*perms.size(), n_src)).scatter_(2, index, 1)
        loss_set = torch.einsum("bij,pij->bp", [pair.transpose(-1, -2), perms_one_hot])
        loss_set /= n_src
        min_loss, idx = torch.min(loss_set, dim=1)
        return min_loss.mean(), torch.index_select(perms, 0, idx)
e = torch.randn(2, 3, 50, requires_grad=True); r = torch.randn(2, 3, 50)
l, p = PITLossWrapper(si_sdr)(e, r); l.backward(); print(l, p, e.grad.abs().mean())

def mel(sr, n_fft, n_mels):
    f = torch.linspace(0, sr / 2, n_fft // 2 + 1)
    m = 2595 * torch.log10(1 + f / 700)
    pts = torch.linspace(m[0].item(), m[-1].item(), n_mels + 2)
    hz = 700 * (10 ** (pts / 2595) - 1)
    up = (f[None] - hz[:-2, None]) / (hz[1:-1] - hz[:-2])[:, None]
    down = (hz[2:, None] - f[None]) / (hz[2:] - hz[1:-1])[:, None]
    return torch.clamp(torch.minimum(up, down), min=0)
fb = mel(16000, 64, 12)
spec = torch.stft(x, 64, 16, window=torch.hann_window(64), return_complex=True).abs().pow(2)
logmel = torch.log(fb @ spec + 1e-5)
n = torch.arange(12.)
dct = torch.cos(torch.pi / 12 * (n + .5)[None, :] * torch.arange(5.)[:, None])
mcd = 10 / torch.log(torch.tensor(10.)) * torch.sqrt(2 * (dct @ (logmel - logmel.detach() - .1)).pow(2).sum(1)).mean()
x.grad = None; mcd.backward(); print(mcd, x.grad.norm())
