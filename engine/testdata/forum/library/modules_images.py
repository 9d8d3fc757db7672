import torch, torch.nn as nn
torch.manual_seed(0)
x = torch.rand(1, 2, 6, 6, requires_grad=True)
for m in [nn.AvgPool2d(3, 2, 1), nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False), nn.MaxPool2d(2), nn.MaxPool2d(3, 2, 1, ceil_mode=True), nn.MaxPool2d((2, 3), stride=(2, 1)), nn.Dropout2d(0.3), nn.PixelUnshuffle(2), nn.ChannelShuffle(2), nn.MaxPool2d(2, 2, return_indices=True)]:
    print(m)
    print(m(x))
m = nn.Dropout2d(0.5).eval()
print(torch.equal(m(x), x))
v = torch.rand(1, 1, 4, 4, 4)
for m in [nn.MaxPool3d(2), nn.AvgPool3d((2, 2, 2), 1), nn.AdaptiveAvgPool3d(2), nn.Conv3d(1, 2, 3, padding=1), nn.ConvTranspose2d(2, 1, 3, stride=2, padding=1, output_padding=1), nn.ConvTranspose1d(2, 3, 2)]:
    print(m)
    y = m(x if "2d" in type(m).__name__ else x[0, :, :, 0][None] if "1d" in type(m).__name__ else v)
    print(y.shape, y.sum())
wn = nn.utils.weight_norm(nn.Linear(3, 2))
print(wn(torch.ones(1, 3)), [n for n, _ in wn.named_parameters()])
