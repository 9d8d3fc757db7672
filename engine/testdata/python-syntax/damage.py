"""Damages sources as people do, and writes down what CPython 3.11 says: python3.11 damage.py > damages.json

A damage is a splice of a file of engine/testdata: [file, start, end, text, [type, words, line, column]].
"""
import bisect
import io
import json
import pathlib
import random
import sys
import tokenize

from record import problem_of, read

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent
KEYWORDS = "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split()


def tokens_of(source):
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    found = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NL, tokenize.COMMENT, tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        found.append((token.type, token.string, lines[token.start[0] - 1] + token.start[1], lines[token.end[0] - 1] + token.end[1]))
    return found


def damages(draw, source, tokens):
    """One damage: start, end, text."""
    plain = [token for token in tokens if token[0] in (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING)]
    names = [token for token in plain if token[0] == tokenize.NAME and token[1] not in KEYWORDS]
    of = lambda texts: [token for token in plain if token[1] in texts]
    kind = draw.choice(KINDS)
    if kind == "delete":
        _, _, a, b = draw.choice(plain)
        return a, b, ""
    if kind == "double":
        _, text, a, b = draw.choice(plain)
        return b, b, " " + text
    if kind == "swap":
        i = draw.randrange(len(plain) - 1)
        (_, one, a, b), (_, two, c, d) = plain[i], plain[i + 1]
        return a, d, two + source[b:c] + one
    if kind == "unbracket":
        _, _, a, b = draw.choice(of("()[]{}"))
        return a, b, ""
    if kind == "bracket":
        _, _, a, b = draw.choice(plain)
        return b, b, draw.choice("()[]{}")
    if kind == "rebracket":
        _, text, a, b = draw.choice(of("()[]{}"))
        return a, b, draw.choice([each for each in "()[]{}" if each != text])
    if kind == "uncolon":
        _, _, a, b = draw.choice(of(":"))
        return a, b, ""
    if kind == "unquote":
        strings = [token for token in plain if token[0] == tokenize.STRING]
        _, _, a, b = draw.choice(strings)
        return (a, a + 1, "") if draw.random() < 0.3 else (b - 1, b, "")
    if kind == "indent":
        start = draw.choice([i for i in range(len(source)) if i == 0 or source[i - 1] == "\n"])
        end = start
        while end < len(source) and source[end] in " \t":
            end += 1
        return start, end, draw.choice(["", " ", "  ", "    ", "      ", "        ", "\t", source[start:end] + "  ", source[start:end] + " ", source[start : end - 1], source[start : end - 4]])
    if kind == "keyword":
        _, _, a, b = draw.choice(names)
        return a, b, draw.choice(KEYWORDS)
    if kind == "name":
        _, _, a, b = draw.choice(of(KEYWORDS))
        return a, b, draw.choice(["x", "print", "elseif", "function", "let", "then"])
    if kind == "equals":
        _, _, a, b = draw.choice(of(["==", "<", ">", "<=", ">=", "!=", "is", "in"]))
        return a, b, "="
    if kind == "compare":
        _, _, a, b = draw.choice(of("="))
        return a, b, draw.choice(["==", ":=", "+=", ":", "=>", "= ="])
    if kind == "uncomma":
        _, _, a, b = draw.choice(of(","))
        return a, b, draw.choice(["", "", ".", ";", ",,"])
    if kind == "operator":
        _, _, a, b = draw.choice(of(["+", "-", "*", "/", "**", "@", "//", "%", "."]))
        return a, b, draw.choice(["", "++ /", "+ *", "&&", "||", "!", "?", "<>", "->", "...", "$", " "])
    if kind == "target":
        _, text, a, b = draw.choice(names)
        return a, b, draw.choice(["f()", "1", "'a'", "None", "a + b", "(a, 1)", "[a, f()]", "*a", "**a", "a if b else c", "lambda: a", "a.b = c", "not a", "-a", "{a}", "{}", "f'{a}'", "yield a", "a := 1", "a for a in b", "await a", "print a", "a b", "1a", "0777", "1__0", "0x", "a,", "...", "a[1:2] = 3", "\\ a"])
    if kind == "insert":
        _, _, a, b = draw.choice(tokens)
        return b, b, draw.choice([" if", " else", " for x in y", " =", " = 1", ":", " :=", " x", " 1", " 'a'", ", *a, **b, c", ", a=1, b", " async", " import", ";", "\n", " \\\n", " #", " print", " def", " lambda:", " not", " as x", " @", " ->"])
    if kind == "line":
        lines = [i for i in range(len(source)) if i == 0 or source[i - 1] == "\n"]
        start = draw.choice(lines)
        end = source.find("\n", start) + 1 or len(source)
        if draw.random() < 0.5:
            return start, end, ""
        pad = source[start : len(source) - len(source[start:].lstrip(" "))] if source[start:end].strip() else ""
        return start, start, pad + draw.choice(["else:\n", "elif x:\n", "except E:\n", "finally:\n", "try:\n", "if x = 1:\n", "def f(a=1, b):\n", "def f(a, a):\n", "class A\n", "for x in y\n", "while True\n", "return\n", "import\n", "from x import\n", "with open(f) as 1:\n", "print 'a'\n", "exec 'a'\n", "del f()\n", "x = yield = 1\n", "a, b += 1\n", "x + 1 = 2\n", "f(a for a in b, c)\n", "f(a=1, 2)\n", "f(**a, *b)\n", "{a: 1, b}\n", "{**a for a in b}\n", "[*a for a in b]\n", "nonlocal x\n", "global x\n", "break\n", "continue\n", "raise A, 'b'\n", "x: int: 1\n", "(a, b): int\n", "f'{}'\n", "f'{a b}'\n", "f'{a'\n", "f'{a!x}'\n", "lambda x=: 1\n", "lambda *: 1\n", "match x:\n", "case 1:\n", "import a as b.c\n", "from a import (b, c\n", "async x\n", "await x\n", "x = 5 if y\n", "a = b c\n", "a = (b c)\n", "print(a b)\n", "if x:\n", "def f():\n", "class A:\n", "x =\n", "x = = 1\n", "else if x:\n", "x++\n", "++\n", "x = {1: 2, 3}\n", "assert(x, y) z\n", "@\n", "None = 1\n", "f() = 1\n", "True: int\n", "a.b: c.d = \n", "return x y\n"])
    return None


KINDS = "delete delete double swap unbracket bracket rebracket uncolon unquote indent indent keyword name equals compare uncomma uncomma operator target target insert insert line line line".split()


def main(count, seed):
    draw = random.Random(seed)
    files = sorted(path for path in DATA.glob("forum/**/*.py") if path.stat().st_size < 2500 and problem_of(read(path)) is None and read(path).isascii())
    files = [path for path in files if path.name != "record.py"]
    chosen = [(path, read(path)) for path in draw.sample(files, min(len(files), 250))]
    prepared = [(path, source, tokens_of(source)) for path, source in chosen]
    found, seen = [], set()
    while len(found) < count:
        path, source, tokens = draw.choice(prepared)
        try:
            damage = damages(draw, source, tokens)
        except IndexError:
            continue
        if damage is None:
            continue
        start, end, text = damage
        damaged = source[:start] + text + source[end:]
        problem = problem_of(damaged)
        if problem is None or damaged in seen:
            continue
        seen.add(damaged)
        found.append([str(path.relative_to(DATA)), start, end, text, problem])
    print("[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in found) + "\n]")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, int(sys.argv[2]) if len(sys.argv) > 2 else 11)
