import functools
def deco(f):
    @functools.wraps(f)
    def inner(*a, **k):
        """inner doc"""
        return f(*a, **k) * 2
    return inner
@deco
def g(x):
    """g doc"""
    return x + 1
print(g(1), g.__name__, g.__doc__, g.__wrapped__(1))
