import numbers
print(isinstance(1, numbers.Number), isinstance(1.0, numbers.Real), isinstance("a", numbers.Number), isinstance(True, numbers.Integral))
