/** @file Losses of the literature are spelled in JAX and Keras: what is refused has a reason that lies in the framework. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nodesIn } from "../../../engine/language/python/nodes.ts";
import { Refusal } from "../../../engine/language/python/refusal.ts";
import { compile } from "../../../engine/testing/python.ts";
import type { Framework } from "./frameworks.ts";
import { FLOAT, WHOLE } from "./held.ts";
import { rewrite } from "./rewrite.ts";

const folder = "engine/testdata/losses/programs";

const names = readdirSync(folder).map((file) => file.replace(/\.py$/, ""));

const isOfClasses = (parameter: string): boolean => /label|class|^targets?$/.test(parameter);

/** What a loss is refused for; null where it isn't. */
function refused(name: string, framework: Framework): string | null {
  const source = readFileSync(`${folder}/${name}.py`, "utf8");
  const { program } = compile(source);
  if (program === null) throw new Error(`${name} does not compile`);
  const kinds = program.entry.parameters.map((parameter) => (isOfClasses(parameter) ? WHOLE : FLOAT));
  try {
    rewrite(source, nodesIn(source), framework, { entry: program.entry.name, kinds });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const state = "nn.Parameter has no counterpart";
const tape = "torch.autograd.grad has no counterpart";

/** Parameters that are learned, and gradients that are asked of a tape: neither is a function of predictions and targets. Numpy's arrays, CTC and interpolation have no spelling yet. */
const reasons: Readonly<Record<string, string>> = {
  arcface: state,
  center: state,
  class_balanced: "import numpy as np has no counterpart",
  ctc: "ctc_loss has no counterpart",
  deep_supervision: "interpolate has no counterpart",
  pinn: tape,
  uncertainty_weighting: state,
  wgan_gp: tape,
};

describe.each(["jax", "keras"] as const)("for %s", (framework) => {
  test.each(names)("%s is spelled, or refused for what it has none of", (name) => {
    const reason = reasons[name];
    if (reason === undefined) expect(refused(name, framework)).toBeNull();
    else expect(refused(name, framework)).toContain(reason);
  });
});
