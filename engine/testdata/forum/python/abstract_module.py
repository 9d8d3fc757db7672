from abc import ABC, abstractmethod
class L(nn.Module, ABC):
    @abstractmethod
    def forward(self, a, b): ...
class M(L):
    def forward(self, a, b): return (a - b).abs().mean()
print(M()(torch.ones(2), torch.zeros(2)))
L()
