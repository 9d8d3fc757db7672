from functools import reduce
import operator
print(reduce(operator.add, [1, 2, 3]), reduce(operator.mul, [1, 2, 3], 10), reduce(lambda a, b: a, [], 5))
reduce(operator.add, [])
