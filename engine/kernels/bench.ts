/** @file `npx tsx engine/kernels/bench.ts [NAME]`: microseconds a call, the least of many rounds, for the shapes that training has. */
import { A_TRANSPOSED, activationCodes, B_TRANSPOSED, instantiateKernels, RESERVED_BYTES } from "./wasm.ts";
import { createMemory } from "./webassembly.ts";

const memory = createMemory(256);
const kernels = instantiateKernels(memory);
const floats = new Float32Array(memory.buffer);
for (let i = RESERVED_BYTES / 4; i < floats.length; i++) floats[i] = Math.sin(i) * 2;

const [A, B, C, D, SCRATCH] = [0, 1, 2, 3, 4].map((area) => RESERVED_BYTES + area * 2 ** 21);

interface Measurement {
  readonly name: string;
  /** Multiplications and additions, for what is measured by them. */
  readonly operations?: number;
  readonly call: () => void;
}

function product(m: number, k: number, n: number, flags = 0, activation: 0 | 1 = 0): Measurement {
  const transposed = `${flags & A_TRANSPOSED ? " aᵀ" : ""}${flags & B_TRANSPOSED ? " bᵀ" : ""}`;
  return {
    name: `gemm [${m}x${k}x${n}]${transposed}${activation === 1 ? " tanh" : ""}`,
    operations: 2 * m * k * n,
    call: () => kernels.gemm(A, B, C, m, k, n, flags, D, activation, SCRATCH),
  };
}

const N = 2048;
const unary = (
  [
    "square",
    "relu",
    "sqrt",
    "exp",
    "expm1",
    "log",
    "log1p",
    "tanh",
    "sigmoid",
    "erf",
    "silu",
    "gelu",
    "softplus",
    "log2",
    "round",
  ] as const
).map((name): Measurement => ({ name: `${name} ${N}`, call: () => kernels[name](A, B, N) }));

const measurements: readonly Measurement[] = [
  product(64, 1, 32, B_TRANSPOSED),
  product(64, 32, 32, B_TRANSPOSED),
  product(64, 32, 32, B_TRANSPOSED, activationCodes.tanh),
  product(64, 32, 32),
  product(64, 32, 1, B_TRANSPOSED),
  product(64, 1, 32),
  product(32, 64, 32, A_TRANSPOSED),
  product(32, 64, 1, A_TRANSPOSED),
  product(1, 64, 32, A_TRANSPOSED),
  product(1024, 32, 32, B_TRANSPOSED),
  product(1024, 256, 256),
  product(1024, 256, 256, B_TRANSPOSED),
  ...unary,
  { name: "add 64", call: () => kernels.add(A, B, C, 64) },
  { name: `add ${N}`, call: () => kernels.add(A, B, C, N) },
  { name: `addScalar ${N}`, call: () => kernels.addScalar(A, 2, C, N) },
  { name: "addRow [64x32]", call: () => kernels.addRow(A, B, C, 64, 32) },
  { name: "mulColumn [64x32]", call: () => kernels.mulColumn(A, B, C, 64, 32) },
  { name: `tanhGrad ${N}`, call: () => kernels.tanhGrad(A, B, C, N) },
  { name: `sum ${N}`, call: () => kernels.sum(A, N) },
  { name: "sumRows [64x32]", call: () => kernels.sumRows(A, B, 64, 32) },
  { name: "sumColumns [64x32]", call: () => kernels.sumColumns(A, B, 64, 32) },
  { name: "maxRows [64x32]", call: () => kernels.maxRows(A, B, 64, 32) },
  { name: `sin ${N}`, call: () => kernels.sin(A, B, N) },
  { name: `geluGrad ${N}`, call: () => kernels.geluGrad(A, B, C, N) },
  { name: `maximum ${N}`, call: () => kernels.maximum(A, B, C, N) },
  { name: `gt ${N}`, call: () => kernels.gt(A, B, C, N) },
  { name: `where ${N}`, call: () => kernels.where(D, A, B, C, N) },
  { name: `clamp ${N}`, call: () => kernels.clamp(A, C, N, -1, 1) },
  { name: "softmaxRows [64x32]", call: () => kernels.softmaxRows(A, B, 64, 32) },
  { name: "logSoftmaxRows [64x32]", call: () => kernels.logSoftmaxRows(A, B, 64, 32) },
  { name: "outerRows 64 of [32x32]", call: () => kernels.outerRows(A, B, C, 64, 32, 32, 1153) },
  { name: "outerRows 64 of [32x1]", call: () => kernels.outerRows(A, B, C, 64, 32, 1, 1153) },
  { name: "copyRows [64x32]", call: () => kernels.copyRows(A, C, 64, 32, 1153) },
  { name: "adam 1153", call: () => kernels.adam(A, B, C, D, 1153, 0.9, 0.1, 0.999, 1e-3, 1e-9, 0.9, 1e-8, 0, 1) },
  { name: "sgd 1153", call: () => kernels.sgd(A, B, 0, 1153, 1e-9, 0, 1, 0, 0, 0) },
];

const wanted = measurements.filter(({ name }) => name.includes(process.argv[2] ?? ""));
/** Calls in a round of about a tenth of a millisecond. */
const repeats = wanted.map(({ call }) => {
  const start = performance.now();
  for (let i = 0; i < 2000; i++) call();
  return Math.ceil(200 / (performance.now() - start));
});
const least = wanted.map(() => Number.POSITIVE_INFINITY);
// Round by round through all of them: what disturbs the machine for a while disturbs them alike.
for (let round = 0; round < 200; round++) {
  for (const [which, { call }] of wanted.entries()) {
    const start = performance.now();
    for (let i = 0; i < repeats[which]; i++) call();
    least[which] = Math.min(least[which], (1000 * (performance.now() - start)) / repeats[which]);
  }
}
for (const [which, { name, operations }] of wanted.entries()) {
  const rate = operations === undefined ? "" : `${(operations / least[which] / 1000).toFixed(1)} Gflop/s`;
  console.log(`${name.padEnd(28)} ${least[which].toFixed(3).padStart(10)} us  ${rate}`);
}
