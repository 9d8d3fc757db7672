class A:
    def __getattr__(self, name):
        raise AttributeError(name)
A().foo
