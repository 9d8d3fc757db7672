"""What CPython and PyTorch make of programs.txt and errors.txt, as programs.json and errors.json beside them.

    python3 engine/testdata/forum/record.py

Each program runs alone, in a module of its own; torch, nn, F and math are in scope without an import, as on the page.
"""
import contextlib
import io
import json
import linecache
import math
import pathlib
import re
import sys
import traceback
import warnings

import torch

HERE = pathlib.Path(__file__).parent


def without_path(message):
    """ImportError says where a module lies on this machine."""
    return re.sub(r" \((?:/[^)]*|unknown location)\)$", "", message)


def run(source):
    out = io.StringIO()
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.set_printoptions(profile="default", sci_mode=None)
    torch.manual_seed(0)
    scope = {"__name__": "__main__", "torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}
    module = type(sys)("__main__")
    module.__dict__.update(scope)
    ours, sys.modules["__main__"] = sys.modules["__main__"], module
    linecache.cache["<loss>"] = (len(source), None, source.splitlines(True), "<loss>")  # torch.jit asks for it
    try:
        code = compile(source, "<loss>", "exec", dont_inherit=True)
        with contextlib.redirect_stdout(out):
            exec(code, module.__dict__)
        return {"stdout": out.getvalue()}
    except SyntaxError as error:
        place = {"line": error.lineno, "column": error.offset}
        return {"stdout": out.getvalue(), "error": {"type": type(error).__name__, "message": error.msg, **place}}
    except BaseException as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<loss>"]
        place = {"line": frames[-1].lineno, "column": frames[-1].colno + 1} if frames else {}
        return {"stdout": out.getvalue(), "error": {"type": type(error).__name__, "message": without_path(str(error)), **place}}
    finally:
        sys.modules["__main__"] = ours


def record(name):
    parts = (HERE / f"{name}.txt").read_text().split("#### ")[1:]
    cases = {}
    for part in parts:
        title, source = part.split("\n", 1)
        cases[title.strip()] = run(source)
    made = {"python": sys.version.split()[0], "torch": torch.__version__, "script": "engine/testdata/forum/record.py"}
    text = json.dumps({"made": made, "cases": cases}, indent=1)
    (HERE / f"{name}.json").write_text(text + "\n")
    return cases


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for name, case in record("programs").items():
        if "error" in case:
            print(name, case["error"])
    for name, case in record("errors").items():
        if "error" not in case:
            print(name, "raises nothing")
