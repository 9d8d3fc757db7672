import { expect, test } from "vitest";
import { cleaned } from "./clean.ts";
import { devicesIn } from "./devices.ts";

test.each([
  ["x = y.cuda()\n", "x = y\n"],
  ["x = y.cuda(non_blocking=True).mean()\n", "x = y.mean()\n"],
  ["x = f(y.cuda(), torch.ones(2).cuda(0))\n", "x = f(y, torch.ones(2))\n"],
  ['x = y.to("cuda:0", non_blocking=True)\n', 'x = y.to("cpu", non_blocking=True)\n'],
  ["device = torch.device('cuda')\n", "device = torch.device('cpu')\n"],
  ['device = "cuda"\n', 'device = "cpu"\n'],
  ['x = torch.ones(2, device="cuda")\n', 'x = torch.ones(2, device="cpu")\n'],
])("a GPU is taken off: %s", (text, expected) => {
  const { text: made, removals } = cleaned(text, "python");
  expect(made).toBe(expected);
  expect(new Set(removals.map(({ kind }) => kind))).toEqual(new Set(["device"]));
});

test.each([
  'device = torch.device("cuda" if torch.cuda.is_available() else "cpu")\n',
  "x = y.to(device)\n",
  'print("x.cuda()")  # y.cuda()\n',
  'name = {"cuda": 1}\n',
  'x = y.to("cpu")\n',
])("left as it is: %s", (text) => {
  expect(cleaned(text, "python").removals).toEqual([]);
});

test("devices that make no difference are pointed out", () => {
  const text = 'x = y.to(device)\nw = torch.ones(2, device=x.device)\nz = y.to(torch.float64)\ndevice = "cpu"\n';
  expect(devicesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([".to(device", "device="]);
});
