import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";

const statement = /^(?:import|export)\s(?!type\b)(?:([^;"']*?)\sfrom\s)?["'](\.[^"']*\.tsx?)["']/gm;

/** Modules that a file needs when it is run: not types, and not what is imported when asked for. */
function importsOf(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(statement)].flatMap(([, names, from]) =>
    from === undefined || (names !== undefined && isOfTypesAlone(names)) ? [] : [resolve(dirname(path), from)],
  );
}

function isOfTypesAlone(names: string): boolean {
  const braces = /^\{([\s\S]*)\}$/.exec(names.trim());
  return braces?.[1]?.split(",").every((name) => /^\s*(type\s|$)/.test(name)) ?? false;
}

/** The way from `entry` to the first file that `isForbidden`, or null. */
function wayTo(entry: string, isForbidden: (path: string) => boolean): string[] | null {
  const from = new Map<string, string | null>([[entry, null]]);
  for (const path of from.keys()) {
    if (isForbidden(path)) {
      const way: string[] = [];
      for (let at: string | null | undefined = path; at != null; at = from.get(at)) way.unshift(at);
      return way;
    }
    for (const next of importsOf(path)) if (!from.has(next)) from.set(next, path);
  }
  return null;
}

test("what the page loads first holds no op of the engine: the sandbox computes, the page shows", () => {
  const ops = resolve("engine/ops");
  expect(wayTo(resolve("app/main.tsx"), (path) => path.startsWith(ops))).toBeNull();
});

test("what compiles, reads and prints Python holds nothing that computes: it knows ops by their facts", () => {
  const contracts = ["engine/ops/place.ts", "engine/ops/numpy-names.ts"].map((path) => resolve(path));
  const computing = ["tensor", "kernels", "ops", "autograd", "random", "nn", "optim", "torch.ts"].map((room) =>
    resolve("engine", room),
  );
  const isForbidden = (path: string): boolean =>
    !contracts.includes(path) && computing.some((room) => path.startsWith(room));
  for (const worker of ["app/editor/python/python.worker.ts", "app/editor/loss-ts.worker.ts"])
    expect(wayTo(resolve(worker), isForbidden)).toBeNull();
});

test("what exports a loss runs none: Python's values are not in its worker", () => {
  const runtime = resolve("engine/language/python/runtime");
  expect(wayTo(resolve("app/export/export.worker.ts"), (path) => path.startsWith(runtime))).toBeNull();
});
