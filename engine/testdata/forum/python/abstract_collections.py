from collections.abc import Iterable, Callable, Sequence, Mapping
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance((), Sequence), isinstance(len, Callable), isinstance(3, Iterable))
