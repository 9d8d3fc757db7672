import { expect, test } from "vitest";
import { outcomeOf } from "../../testing/program-outcome.ts";
import { compile } from "../../testing/python.ts";
import { Namespace } from "./runtime/constants.ts";
import { modules } from "./runtime/namespaces.ts";
import { unavailable } from "./unavailable-names.ts";

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

const raised = (source: string) => outcomeOf(source).error;

test.each([
  [
    "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.rnn = nn.LSTMCell(3, 3)\nNet()\n",
    "torch.nn.LSTMCell",
    4,
  ],
  ["import torch.nn.functional as fn\ny = fn.embedding_bag(1)\n", "torch.nn.functional.embedding_bag", 2],
  ["from torch import sparse_coo_tensor as s\nu = s(1)\n", "torch.sparse_coo_tensor", 2],
  ["import torch.optim as O\no = O.Adadelta([1])\n", "torch.optim.Adadelta", 2],
])("refuses by its full name what is not here: %s", (source, name, line) => {
  const error = raised(source);
  expect(error?.type).toBe("NotImplementedError");
  expect(error?.message).toMatch(new RegExp(`^${name.replaceAll(".", "\\.")} is not available here: \\w`));
  expect(error?.line).toBe(line);
});

test.each([
  ["a branch that is not taken", "if False:\n    x = F.rrelu(torch.ones(1, 1, 2, 2, 2))\nprint(1)\n"],
  ["a function that nobody calls", "def f(x):\n    return torch.stft(x, 4)\nprint(1)\n"],
  ["a class that is asked about", "print(int(not isinstance(nn.Linear(1, 1), (nn.LSTMCell, nn.GRUCell))))\n"],
  ["a dtype that is compared with", "print(int(torch.ones(1).dtype != torch.float16))\n"],
])("what is named and not reached does not matter: %s", (_what, source) => {
  expect(outcomeOf(source)).toEqual({ stdout: "1", error: null });
});

test("what is only imported does not matter", () => {
  expect(compile("from torch.utils.data import DataLoader\nprint(1)\n", { script: true }).diagnostics).toEqual([]);
});
