"""What CPython 3.11 makes of sources: their trees, and what it says of those that are none.

python3.11 record.py trees FILE...     one line a file: the SHA-256 of its tree as text, or what is wrong with it; trees.txt has those of
                                       ../forum (run it in engine/testdata again where one of them changes, and damage.py)
python3.11 record.py tree FILE         the tree itself
"""
import ast
import hashlib
import json
import struct
import sys
import warnings

warnings.simplefilter("ignore")


def text_of(value):
    if value is None:
        return "-"
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    if isinstance(value, ast.Constant):
        return placed(value, "(" + constant(value.value) + ("u" if value.kind else "") + ")")
    if isinstance(value, ast.MatchSingleton):
        return placed(value, "(" + constant(value.value) + ")")
    if isinstance(value, (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
        return type(value).__name__
    if isinstance(value, ast.AST):
        fields = [name for name in value._fields if name not in ("type_comment", "type_ignores", "kind")]
        return placed(value, "(" + ",".join(text_of(getattr(value, name, None)) for name in fields) + ")")
    return json.dumps(value)


def placed(node, inner):
    name = type(node).__name__
    if not hasattr(node, "lineno"):
        return name + inner
    return f"{name}@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}{inner}"


def constant(value):
    if value is None or value is ... or isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, bytes):
        return "b" + json.dumps(value.decode("latin1"))
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    return "j" + struct.pack(">d", value.imag).hex()


def bytes_of(source):
    """Only of bytes is a mark of their order taken off."""
    return source.encode() if source.startswith("\ufeff") else source


def problem_of(source):
    """Type, words, line, column; None where there is none."""
    try:
        compile(bytes_of(source), "<string>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset]
    except (ValueError, RecursionError, MemoryError) as error:
        return [type(error).__name__, str(error), None, None]
    return None


def tree_of(source):
    return text_of(ast.parse(bytes_of(source)))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    if sys.argv[1] == "tree":
        sys.stdout.write(tree_of(read(sys.argv[2])))
    elif sys.argv[1] == "trees":
        for path in sys.argv[2:]:
            source = read(path)
            problem = problem_of(source)
            found = "!" + problem[0] if problem else hashlib.sha256(tree_of(source).encode()).hexdigest()[:16]
            print(found, path)
