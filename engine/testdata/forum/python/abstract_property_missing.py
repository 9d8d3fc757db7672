from abc import ABC, abstractmethod
class L(ABC):
    @abstractmethod
    def a(self): ...
    @property
    @abstractmethod
    def b(self): ...
L()
