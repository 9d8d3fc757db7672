from abc import ABC, abstractmethod
class B(ABC):
    @abstractmethod
    def f(self): ...
B()
