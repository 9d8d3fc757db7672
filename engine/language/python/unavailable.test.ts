import { expect, test } from "vitest";
import { compile } from "../../testing/python.ts";
import { Namespace } from "./runtime/constants.ts";
import { modules } from "./runtime/namespaces.ts";
import { unavailable } from "./unavailable.ts";

test("nothing is refused as missing that is there", () => {
  const members = (path: string): ReadonlyMap<string, unknown> => {
    const own = modules.get(path);
    if (own !== undefined) return own.members;
    const inner = modules.get("torch")?.members.get(path.replace("torch.", ""));
    return inner instanceof Namespace ? inner.members : new Map();
  };
  const present = Object.entries(unavailable).flatMap(([path, names]) =>
    names.filter((name) => members(path).has(name)).map((name) => `${path}.${name}`),
  );
  expect(present).toEqual([]);
});

test.each([
  ["class Net(nn.Module):\n    def __init__(self):\n        self.bn = nn.BatchNorm1d(3)\n", "torch.nn.BatchNorm1d", 3],
  ["import torch.nn.functional as fn\ny = fn.gumbel_softmax(x)\n", "torch.nn.functional.gumbel_softmax", 2],
  ["from torch import sparse_coo_tensor as s\nu = s(x)\n", "torch.sparse_coo_tensor", 2],
  ["from torch.optim import LBFGS\no = LBFGS([x])\n", "torch.optim.LBFGS", 2],
  ["import torch.optim as O\no = O.LBFGS([x])\n", "torch.optim.LBFGS", 2],
])("refuses by its full name what is not here: %s", (source, name, line) => {
  const { program, diagnostics } = compile(source, { script: true });
  expect(program).toBeNull();
  expect(diagnostics[0].code).toBe("unsupported");
  expect(diagnostics[0].message).toMatch(new RegExp(`^${name.replaceAll(".", "\\.")} is not available here: \\w`));
  expect(source.slice(0, diagnostics[0].start).split("\n")).toHaveLength(line);
});

test("what is only imported does not matter", () => {
  expect(compile("from torch.utils.data import DataLoader\nprint(1)\n", { script: true }).diagnostics).toEqual([]);
});
