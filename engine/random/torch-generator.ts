/** @file torch.Generator, and the state of one as PyTorch writes it down: the same bytes. */
import { AnyGenerator } from "../ops/any-generator.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { DEFAULT_SEED, defaultGenerator, Generator } from "./generator.ts";
import { SIZE } from "./mt19937.ts";

/** The seed, where the sequence stands, its 624 words at eight bytes each, what is left of a pair of normals. */
const BYTES = 5056;
const WORDS_AT = 24;
const NORMAL_AT = WORDS_AT + 8 * SIZE + 8;
const HAS_NORMAL_AT = NORMAL_AT + 16;

/** A source of random numbers of one's own: what is drawn from it leaves all others where they are. */
export class TorchGenerator extends AnyGenerator {
  readonly device = "cpu";
  readonly #source: Generator;

  constructor(given: unknown = "cpu", source = new Generator(DEFAULT_SEED)) {
    super();
    const device = typeof given === "object" && given !== null && "device" in given ? given.device : given;
    if (device !== "cpu" && device !== null)
      throw new EngineError({
        type: "AssertionError",
        code: "device",
        op: "Generator",
        message: 'Generator: there is one device here, "cpu"',
        hint: "Leave the device out.",
        pytorch: "Torch not compiled with CUDA enabled",
      });
    this.#source = source;
  }

  /** The generator behind an argument; the default one where none is given. */
  static sourceOf(given: AnyGenerator | null): Generator {
    return given instanceof TorchGenerator ? given.#source : defaultGenerator;
  }

  /** Begins the sequence of this seed. */
  manual_seed(seed: number): this {
    if (!Number.isInteger(seed))
      throw new EngineError({
        type: "RuntimeError",
        code: "argument",
        op: "manual_seed",
        message: "manual_seed: takes a whole number",
        pytorch: `manual_seed expected a long, but got ${typeof seed === "string" ? "str" : "float"}`,
      });
    this.#source.seed(seed);
    return this;
  }

  /** What it was seeded with. */
  initial_seed(): number {
    return this.#source.initialSeed;
  }

  /** Begins a sequence that nobody can foresee, and says which. */
  seed(): number {
    const seed = Math.floor(Math.random() * 2 ** 53);
    this.#source.seed(seed);
    return seed;
  }

  /** Where the sequence stands, for set_state to go back there. */
  get_state(): Tensor {
    return stateOf(this.#source);
  }

  set_state(state: Tensor): this {
    restore(this.#source, state);
    return this;
  }

  /** Another one that stands where this one stands. */
  clone_state(): TorchGenerator {
    const copy = new TorchGenerator();
    copy.#source.restore(this.#source.save());
    return copy;
  }
}

/** torch.default_generator. */
export const torchDefaultGenerator = new TorchGenerator("cpu", defaultGenerator);

function stateOf(generator: Generator): Tensor {
  const { seed, left, next, state, cachedNormal } = generator.save();
  const bytes = new DataView(new ArrayBuffer(BYTES));
  bytes.setBigUint64(0, BigInt.asUintN(64, BigInt(Math.trunc(seed))), true);
  bytes.setInt32(8, left, true);
  bytes.setInt32(12, 1, true);
  bytes.setUint32(16, next, true);
  for (const [i, word] of state.entries()) bytes.setUint32(WORDS_AT + 8 * i, word, true);
  bytes.setFloat64(NORMAL_AT, cachedNormal ?? 0, true);
  bytes.setInt32(HAS_NORMAL_AT, cachedNormal === null ? 0 : 1, true);
  return Tensor.of(new Uint8Array(bytes.buffer), [BYTES], "uint8");
}

function restore(generator: Generator, given: Tensor): void {
  if (given.dtype !== "uint8")
    throw new EngineError({
      type: "TypeError",
      code: "argument",
      op: "set_state",
      message: `set_state: takes what get_state gave, got a tensor of dtype ${given.dtype}`,
      pytorch: "RNG state must be a torch.ByteTensor",
    });
  const count = numelOf(given.shape);
  if (count !== BYTES)
    throw new EngineError({
      type: "RuntimeError",
      code: "argument",
      op: "set_state",
      message: `set_state: takes what get_state gave, ${BYTES} bytes, got ${count}`,
      pytorch: `Expected a CPUGeneratorImplState of size ${BYTES} but found the input RNG state size to be ${count}`,
    });
  const bytes = new DataView(Uint8Array.from(toContiguousData(given)).buffer);
  const left = bytes.getInt32(8, true);
  const next = bytes.getUint32(16, true);
  if (!(left > 0 && left <= SIZE && next <= SIZE))
    throw new EngineError({
      type: "RuntimeError",
      code: "argument",
      op: "set_state",
      message: "set_state: these bytes are no state of a generator",
      hint: "Pass what get_state gave.",
      pytorch: "Invalid mt19937 state",
    });
  generator.restore({
    seed: Number(bytes.getBigUint64(0, true)),
    left,
    next,
    state: Uint32Array.from({ length: SIZE }, (_, i) => bytes.getUint32(WORDS_AT + 8 * i, true)),
    cachedNormal: bytes.getInt32(HAS_NORMAL_AT, true) === 1 ? bytes.getFloat64(NORMAL_AT, true) : null,
  });
}
