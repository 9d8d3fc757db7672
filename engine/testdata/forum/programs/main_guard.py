import argparse
import torch
import torch.nn as nn


class MyLoss(nn.Module):
    def forward(self, output, target):
        return torch.mean(torch.abs(output - target) ** 1.5)


def main():
    torch.manual_seed(37)
    criterion = MyLoss()
    output = torch.randn(4, 2, requires_grad=True)
    target = torch.randn(4, 2)
    loss = criterion(output, target)
    loss.backward()
    print('Loss:', loss.item())
    print('Grad:\n', output.grad)


if __name__ == "__main__":
    main()
