class A:
    @property
    def v(self):
        return self.missing
A().v
