import torch

print(torch.fft.fftfreq(5), torch.fft.rfftfreq(6, d=0.5), torch.fft.fftshift(torch.arange(5.0)), torch.fft.ifftshift(torch.arange(5.0)))
print(torch.hann_window(6), torch.hann_window(6, periodic=False), torch.bartlett_window(5))
z = torch.complex(torch.tensor([1.0, -0.5]), torch.tensor([2.0, 0.25]))
print(z, z.real, z.imag, abs(z), z.conj(), torch.is_complex(z), isinstance(z, torch.Tensor))
print(torch.view_as_real(z), torch.real(z), torch.imag(z), torch.angle(z))
print(z == z, torch.allclose(z, z), z.numel(), z.dim(), z.size(), z[0])
print(torch.complex(torch.tensor([1.0], dtype=torch.float64), torch.tensor([2.0], dtype=torch.float64)))
print(1j * 2, (1 + 2j) * (3 - 1j), (1 + 2j).real)
