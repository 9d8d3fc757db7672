import operator as op
print(op.itemgetter(1)([1, 2]), op.attrgetter("real") is not None, op.add(1, 2), op.mul(2.0, 3), op.neg(1), op.lt(1, 2), op.truediv(1, 2), op.itemgetter(0, 1)([5, 6]), op.methodcaller("upper")("a"), op.contains([1], 1), op.getitem([1, 2], 0))
