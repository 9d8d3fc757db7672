"""What CPython and PyTorch make of the programs of a folder, as expected.json beside them; by default of all folders here.

    python3 engine/testdata/forum/record.py [DIR...]

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


def record(folder):
    programs = sorted(folder.glob("*.py"))
    cases = {program.stem: run(program.read_text()) for program in programs}
    content = {"torch": torch.__version__, "python": sys.version.split()[0], "cases": cases}
    (folder / "expected.json").write_text(json.dumps(content, indent=1) + "\n")
    return cases


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for folder in [pathlib.Path(name) for name in sys.argv[1:]] or [HERE / "programs", HERE / "errors", HERE / "python", HERE / "library"]:
        for name, case in record(folder).items():
            if folder.name in ("programs", "errors") and ("error" in case) != (folder.name == "errors"):
                print(name, case.get("error", "raises nothing"))
