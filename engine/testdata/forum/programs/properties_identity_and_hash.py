x, y = [1], [1]
print(id(x) == id(x), id(x) == id(y), hash(3) == hash(3.0), hash(True), hash(-1), hash((1, 2)) == hash((1.0, 2)), hash('a') == hash('a'))
try: hash([1])
except TypeError as e: print(e)
class P:
    def __init__(self): self._x = 1
    def getx(self):
        "the x"
        return self._x
    def setx(self, v): self._x = v
    def delx(self): self._x = None
    x = property(getx, setx, delx, 'doc')
    y = property(getx)
    @property
    def z(self): return self._x * 2
    @z.setter
    def z(self, v): self._x = v
    @z.deleter
    def z(self): self._x = 'gone'
p = P(); p.x = 5; print(p.x, p.z, P.x.__doc__, P.y.__doc__)
p.z = 4; print(p.x); del p.z; print(p.x); del p.x; print(p.x)
try: p.y = 3
except AttributeError as e: print(e)
try: del p.y
except AttributeError as e: print(e)
