class MyErr(ValueError):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
try: raise MyErr(3, "bad")
except (KeyError, MyErr) as e: print(e, e.code, e.args, isinstance(e, ValueError), type(e).__name__, repr(e))
raise MyErr(4, "final")
