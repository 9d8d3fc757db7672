print(f"{'nested ' + f'{1 + 1}'}", f"{'a' if True else 'b'}", f'{"q"}', f"{1:>{3}}", f"{1.5:{'>'}{8}.{2}f}", f"{'x'!r:>5}", f"""{
1}""", f"{ {'a': 1}['a'] }", f"{lambda_ if (lambda_ := 3) else 0}")
