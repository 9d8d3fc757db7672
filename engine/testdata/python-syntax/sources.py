"""Sources of every construct, and of every mistake that CPython 3.11 has words for: python3.11 sources.py > sources.json

Each with the hash of its tree, or with type, words, line and column of what is wrong. valid.txt has programs with `---` between them; mistakes.txt
one a line, in which a backslash stands before n, t and numbers of characters that are not seen, and twice for itself.
"""
import hashlib
import json
import pathlib
import re

from record import problem_of, tree_of

HERE = pathlib.Path(__file__).parent
VALID = (HERE / "valid.txt").read_text().split("\n---\n")
MISTAKES = (HERE / "mistakes.txt").read_text().strip("\n").split("\n")

# What no text file keeps.
RAW = [
    "",
    "\n",
    "\n\n\n",
    "   ",
    "   \n",
    "\t\n",
    "#",
    "# a",
    "# a\n",
    "\f",
    "\fx\n",
    "x",
    "x  ",
    "x # a",
    "x\n  ",
    "x\n  # a",
    "x\n\n",
    "if x:\n  y",
    "if x:\n  y\n\n",
    "if x:\n  y\n  # z",
    "if x:\n  y  # z\n# w\n",
    "\ufeffx = 1\n",
    "\ufeff# a\nx",
    "x = 1\r\ny = 2\r\n",
    "if x:\r\n    y\r\n    z\r\n",
    "x = '''a\r\nb'''\r\n",
    "x = [1,\r\n 2]\r\n",
    "x = 1 + \\\r\n 2\r\n",
    "f'''{a}\r\n{b}'''\r\n",
    "x\ry\r",
    "if x:\n\f    y\n",
    "if x:\n \f y\n",
    "if x:\n\ty\n\tz\n",
    "if x:\n        y\n        z\n",
    "def f():\n  if x:\n    y\n  z\nw",
    "x = 1\n\n\n\ny = 2",
    "class A:\n\n    x = 1\n\n\n    y = 2\n\n",
    "if 1:\n  pass\n\\\n\nx",
    "'a\\\nb'",
    "x = (\n)\n",
    "x = {  # a\n}\n",
    "x=1;y=2",
    "a\\\n.b",
    "f(a)\\\n(b)",
    "(" * 80 + "x" + ")" * 80,
    "x = " + "-" * 90 + "1",
    "a" + ".b" * 200,
    " + ".join("a" * 300),
    "if a: pass\n" + "elif b: pass\n" * 60,
]

ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\t": "\t", "\\u00a0": "\u00a0", "\\u200b": "\u200b", "\\u2028": "\u2028"}


def decoded(text):
    return re.sub(r"\\\\|\\n|\\t|\\u(?:00a0|200b|2028)", lambda match: ESCAPES[match[0]], text)


def recorded(source):
    problem = problem_of(source)
    if problem is not None:
        return [source, problem]
    return [source, hashlib.sha256(tree_of(source).encode()).hexdigest()[:16]]


if __name__ == "__main__":
    sources = [each.strip("\n") + "\n" for each in VALID] + RAW
    sources += [line + "\n" for each in VALID for line in each.strip("\n").split("\n")]
    for mistake in MISTAKES:
        text = decoded(mistake)
        inside = "def f():\n    " + text.replace("\n", "\n    ") + "\n    return 1\n"
        sources += [text + "\n", inside]
    found = {source: recorded(source) for source in sources}
    print("[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in found.values()) + "\n]")
