import torch
import torch.nn.functional as F
import numpy as np
import math

def stft(x, fft_size, hop_size, win_length, window):
    x_stft = torch.stft(x, fft_size, hop_size, win_length, window, return_complex=True)
    real = x_stft.real
    imag = x_stft.imag
    return torch.sqrt(torch.clamp(real ** 2 + imag ** 2, min=1e-7)).transpose(2, 1)

class STFTLoss(torch.nn.Module):
    def __init__(self, fft_size=16, shift_size=4, win_length=12, window="hann_window"):
        super().__init__()
        self.fft_size, self.shift_size, self.win_length = fft_size, shift_size, win_length
        self.register_buffer("window", getattr(torch, window)(win_length))
    def forward(self, x, y):
        x_mag = stft(x, self.fft_size, self.shift_size, self.win_length, self.window)
        y_mag = stft(y, self.fft_size, self.shift_size, self.win_length, self.window)
        sc = torch.norm(y_mag - x_mag, p="fro") / torch.norm(y_mag, p="fro")
        mag = F.l1_loss(torch.log(y_mag), torch.log(x_mag))
        return sc, mag

def hz_to_mel(f):
    return 2595.0 * np.log10(1.0 + f / 700.0)
def mel_to_hz(m):
    return 700.0 * (10 ** (m / 2595.0) - 1.0)
def mel_filter(sr, n_fft, n_mels, fmin=0.0, fmax=None):
    fmax = fmax or sr / 2
    mels = np.linspace(hz_to_mel(fmin), hz_to_mel(fmax), n_mels + 2)
    freqs = mel_to_hz(mels)
    fftfreqs = np.linspace(0, sr / 2, 1 + n_fft // 2)
    fdiff = np.diff(freqs)
    ramps = np.subtract.outer(freqs, fftfreqs)
    weights = np.zeros((n_mels, 1 + n_fft // 2), dtype=np.float32)
    for i in range(n_mels):
        lower = -ramps[i] / fdiff[i]
        upper = ramps[i + 2] / fdiff[i + 1]
        weights[i] = np.maximum(0, np.minimum(lower, upper))
    enorm = 2.0 / (freqs[2:n_mels + 2] - freqs[:n_mels])
    weights *= enorm[:, np.newaxis]
    return weights

torch.manual_seed(0)
x = torch.randn(2, 64, requires_grad=True)
y = torch.randn(2, 64)
sc, mag = STFTLoss()(x, y)
basis = torch.from_numpy(mel_filter(8000, 16, 4))
print(basis)
m = torch.matmul(stft(x, 16, 4, 16, torch.hann_window(16)), basis.T)
loss = sc + mag + torch.log(m.clamp(min=1e-5)).abs().mean()
loss.backward()
print(sc, mag, loss, x.grad[0, :6])
