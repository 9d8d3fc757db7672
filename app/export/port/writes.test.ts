/** @file What PyTorch writes in place and computes without a gradient is a value in JAX and Keras, or refused where something else may see it. */
import { describe, expect, test } from "vitest";
import { nodesIn } from "../../../engine/language/python/nodes.ts";
import { Refusal } from "../../../engine/language/python/refusal.ts";
import { FLOAT } from "./held.ts";
import { rewrite } from "./rewrite.ts";

function ported(body: string, framework: "jax" | "keras" = "jax"): string {
  const lines = body.split("\n").map((line) => `    ${line}\n`);
  const source = `import torch\ndef forward(p, t):\n${lines.join("")}`;
  try {
    const made = rewrite(source, nodesIn(source), framework, { entry: "forward", kinds: [FLOAT, FLOAT] });
    return made.source.replace(/^def forward\(p, t\):\n/, "").replaceAll(/^ {4}/gm, "");
  } catch (error) {
    if (error instanceof Refusal) return `refused: ${error.message}`;
    throw error;
  }
}

describe("writing into a tensor that nothing else can see", () => {
  test.each<[string, string]>([
    ["d = (p - t) ** 2\nd[t < 0] = 0.0\nreturn d.mean()", "d = _put_where(d, t < 0, 0.0)"],
    ["d = p - t\nd[d > 1] += 2\nreturn d.mean()", "d = _put_where(d, d > 1, d + 2)"],
    ["d = p - t\nd[d > 1] = p[d > 1]\nreturn d.mean()", "d = _put_where(d, d > 1, p)"],
    ["d = p - t\nd[0] = 1.0\nreturn d.mean()", "d = d.at[0].set(1.0)"],
    ["d = p.clone()\nd.clamp_(min=0)\nreturn d.mean()", "d = _clamp(d, min=0)"],
    ["d = p - t\nd.fill_(1.0)\nreturn d.mean()", "d = jnp.full_like(d, 1.0)"],
    ["d = p @ t.T\nd.fill_diagonal_(0)\nreturn d.mean()", "d = _fill_diagonal(d, 0)"],
    ["return torch.zeros_like(p).add_(1).mean()", "return jnp.mean((jnp.zeros_like(p) + 1))"],
  ])("%s binds it anew", (body, expected) => {
    expect(ported(body)).toContain(expected);
  });

  test("in Keras goes through functions that every backend has", () => {
    const body = "d = p - t\nd[0] = 1.0\nreturn d.mean()";
    expect(ported(body, "keras")).toContain("d = _put(d, lambda places: places[0], 1.0)");
  });

  test.each([
    ["a view of it", "d = p - t\nrows = d.view(-1)\nd[0] = 1.0\nreturn rows.mean()"],
    ["another name", "d = p - t\nother = d\nd[0] = 1.0\nreturn other.mean()"],
    ["a list", "d = p - t\nall = []\nall.append(d)\nd[0] = 1.0\nreturn all[0].mean()"],
    ["what it is a part of", "d = p[0]\nd.abs_()\nreturn p.mean()"],
    ["a row of a loop", "d = p - t\nfor row in d:\n    d[0] = 1.0\nreturn d.mean()"],
  ])("is refused where %s may be it", (_, body) => {
    expect(ported(body)).toMatch(/^refused: writing into a tensor/);
  });
});

describe("what is computed under no_grad", () => {
  test.each<[string, string]>([
    [
      "with torch.no_grad():\n    w = p.abs()\nreturn (w * p).mean()",
      "if True:  # without a gradient\n    w = _without_grad(_abs(p))",
    ],
    ["w = 1.0\nwith torch.no_grad():\n    w *= p\nreturn (w * p).mean()", "w = _without_grad(w * p)"],
    ["with torch.no_grad():\n    n = 3\nreturn (n * p).mean()", "n = 3\n"],
    ["with torch.no_grad():\n    with torch.enable_grad():\n        w = p.abs()\nreturn w.mean()", "w = _abs(p)"],
  ])("%s is cut off", (body, expected) => {
    expect(ported(body)).toContain(expected);
  });

  test("a function of that kind gives what is cut off", () => {
    const source =
      "import torch\n@torch.no_grad()\ndef weight(p):\n    return p.abs()\ndef forward(p, t):\n    return (weight(p) * p).mean()\n";
    const made = rewrite(source, nodesIn(source), "jax", { entry: "forward", kinds: [FLOAT, FLOAT] });
    expect(made.source).toContain("def weight(p):\n    return _without_grad(_abs(p))\n");
    expect(made.source).not.toContain("@");
  });

  test("writing into what has a gradient is refused", () => {
    expect(ported("d = p - t\nwith torch.no_grad():\n    d[0] = 1.0\nreturn d.mean()")).toMatch(
      /^refused: .* under no_grad/,
    );
  });
});
