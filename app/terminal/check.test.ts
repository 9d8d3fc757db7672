/** @file Losses in files, looked at in a terminal: started once, as a user does. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { look } from "./look.ts";
import { linesOf } from "./said.ts";

const folder = mkdtempSync(join(tmpdir(), "losses-"));
afterAll(() => rmSync(folder, { recursive: true }));

const forward = (...lines: readonly string[]) =>
  `def forward(predictions, targets):\n${lines.map((line) => `    ${line}\n`).join("")}`;

const sources = {
  "healthy.ts": "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}\n",
  "fading.py": forward("d = predictions - targets", "return (d * d * torch.exp(-torch.abs(d))).mean()"),
  "cut.py": forward("wrong = (predictions - targets).abs() > 0.5", "return wrong.float().mean()"),
  "broken.py": "def forward(predictions, targets):\n    return (predictions - targets).mean(\n",
} as const;

const fileOf = (name: keyof typeof sources): string => {
  const file = join(folder, name);
  writeFileSync(file, sources[name]);
  return file;
};

const names = ["healthy.ts", "fading.py", "cut.py", "broken.py"] as const;
const { stdout, status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "app/terminal/check.ts", ...names.map(fileOf), "--train", "20", "--json"],
  { encoding: "utf8" },
);
const told: readonly unknown[] = stdout
  .split("\n")
  .flatMap((line): unknown[] => (line === "" ? [] : [JSON.parse(line)]));
const of = (name: (typeof names)[number]): unknown => told[names.indexOf(name)];
const item = (title: string) => expect.objectContaining({ title });

test("the exit status is that of the worst file", () => {
  expect(told).toHaveLength(names.length);
  expect(status).toBe(2);
});

test("a healthy loss is a scalar, is known, and is trained", () => {
  expect(of("healthy.ts")).toMatchObject({
    status: 0,
    verdict: { label: "Scalar" },
    checks: expect.arrayContaining([item("Gradient checked"), item("Estimates the median")]),
    facts: expect.arrayContaining([expect.objectContaining({ code: "estimates", statistic: "median" })]),
    training: { status: "done", step: 20 },
  });
});

test("a loss that pushes outliers away is a scalar with a finding", () => {
  expect(of("fading.py")).toMatchObject({
    status: 1,
    verdict: { label: "Scalar" },
    checks: expect.arrayContaining([item("Pushes away from the target")]),
  });
});

test("a loss without a gradient says which line cuts it", () => {
  expect(of("cut.py")).toMatchObject({
    status: 1,
    verdict: { label: "No gradient" },
    checks: expect.arrayContaining([expect.objectContaining({ state: "failed", line: 2 })]),
    facts: [],
  });
});

test("a loss that does not compile is broken, and is not run", () => {
  expect(of("broken.py")).toMatchObject({ status: 2, verdict: { label: "Broken" }, facts: [], training: null });
});

test("people read the verdict first, then findings with their fixes", () => {
  const asked = { file: fileOf("cut.py"), data: null, tensors: false, train: null };
  const [where, verdict, finding] = linesOf("cut.py", look(asked));
  expect(where).toBe("cut.py · Auto MPG · horsepower → mpg");
  expect(verdict).toMatch(/^No gradient shape \[ \] [\d.]+: .*line 2/);
  expect(finding).toMatch(/PyTorch: “/);
});

test("a data set, or tensors, take the place of the page's own", () => {
  const on = (how: { readonly data: string | null; readonly tensors: boolean }) =>
    look({ file: fileOf("fading.py"), train: null, ...how });
  expect(on({ data: "sine", tensors: false }).report?.outcome).toMatchObject({ kind: "tensor", numel: 1 });
  expect(on({ data: null, tensors: true }).data).toBe("Tensors");
  expect(() => on({ data: "nowhere", tensors: false })).toThrow("--data: there is no data set nowhere. Take one of ");
});
