class Base:
    def __init_subclass__(cls): pass
class A(Base, name="a"): pass
