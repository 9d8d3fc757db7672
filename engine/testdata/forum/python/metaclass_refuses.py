class M(type):
    def __new__(mcs, name, bases, ns):
        if name != "Base" and "forward" not in ns: raise TypeError(f"{name} needs forward")
        return type.__new__(mcs, name, bases, ns)
class Base(metaclass=M): pass
class A(Base): pass
