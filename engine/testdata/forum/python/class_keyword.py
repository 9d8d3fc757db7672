class A(name="a"): pass
