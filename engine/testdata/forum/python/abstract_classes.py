from abc import ABC, ABCMeta, abstractmethod
class Loss(metaclass=ABCMeta):
    @abstractmethod
    def forward(self, a, b): ...
class Bad(Loss): pass
try: Bad()
except TypeError as e: print(e)
class Good(Loss):
    def forward(self, a, b): return a - b
print(Good().forward(3, 1), type(Good), isinstance(Good(), Loss), Loss.__abstractmethods__)
