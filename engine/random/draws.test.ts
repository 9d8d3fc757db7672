import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { invoke, load } from "../testing/python.ts";
import { functionText } from "../testing/value-cases.ts";
import { defaultGenerator } from "./generator.ts";

interface Output {
  readonly shape: readonly number[];
  readonly dtype: string;
  /** The first digits of the SHA-256 of the values' bytes. */
  readonly bits: string;
  readonly some: readonly unknown[];
}

interface DrawCase {
  readonly seed: number;
  readonly code: string;
  readonly outputs: readonly Output[];
}

const { cases } = JSON.parse(readFileSync("engine/testdata/random/draws.json", "utf8")) as {
  readonly cases: readonly DrawCase[];
};

function drawn({ seed, code }: DrawCase): readonly Output[] {
  defaultGenerator.seed(seed);
  const { entry } = load(functionText(code, []), { entry: "case" });
  const result = invoke(entry, []);
  return (Array.isArray(result) ? [...result] : [result]).filter(Tensor.isTensor).map((x) => {
    const data = toContiguousData(x);
    const values = data instanceof Uint8Array ? Float64Array.from(data) : data.slice();
    return {
      shape: [...x.shape],
      dtype: x.dtype,
      bits: createHash("sha256").update(new Uint8Array(values.buffer)).digest("hex").slice(0, 16),
      some: Array.from(values.subarray(0, 3), (value) =>
        x.dtype === "bool" ? value !== 0 : Number.isFinite(value) ? value : String(value),
      ),
    };
  });
}

describe("PyTorch's numbers to the last bit:", () => {
  test.each(cases.map((given) => [`${given.code} after seed ${given.seed}`, given] as const))("%s", (_title, given) => {
    expect(drawn(given)).toEqual(given.outputs);
  });
});
