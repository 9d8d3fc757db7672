try:
    int("abc")
except ValueError as e: print(e)
try: float("x")
except ValueError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
try: (1).foo
except AttributeError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: None + 1
except TypeError as e: print(e)
try: len(3)
except TypeError as e: print(e)
try: 3()
except TypeError as e: print(e)
try: 3[0]
except TypeError as e: print(e)
try: [1]["a"]
except TypeError as e: print(e)
try: for_ = iter(3)
except TypeError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
try: "a" < 1
except TypeError as e: print(e)
try: [] + ()
except TypeError as e: print(e)
try: max([])
except ValueError as e: print(e)
try: undefined_name
except NameError as e: print(e)
try: [1, 2].remove(5)
except ValueError as e: print(e)
try: (1, 2)[5]
except IndexError as e: print(e)
try: (1, 2)[0] = 1
except TypeError as e: print(e)
try: "abc"[0] = "x"
except TypeError as e: print(e)
try: int([])
except TypeError as e: print(e)
try: sum(["a"])
except TypeError as e: print(e)
try: chr(-1)
except ValueError as e: print(e)
try: range(1.0)
except TypeError as e: print(e)
try: "{} {}".format(1)
except IndexError as e: print(e)
try: "%d" % "a"
except TypeError as e: print(e)
try: print(f"{'a':d}")
except ValueError as e: print(e)
try: [1].index(2)
except ValueError as e: print(e)
try: set([[]])
except TypeError as e: print(e)
try: isinstance(1, 2)
except TypeError as e: print(e)
try: next(3)
except TypeError as e: print(e)
try: math.sqrt(-1)
except ValueError as e: print(e)
try: 1.0 // 0
except ZeroDivisionError as e: print(e)
try: 1 % 0
except ZeroDivisionError as e: print(e)
try: round("a")
except TypeError as e: print(e)
try: abs("a")
except TypeError as e: print(e)
try: -"a"
except TypeError as e: print(e)
try: ~1.0
except TypeError as e: print(e)
try: 1 << -1
except ValueError as e: print(e)
