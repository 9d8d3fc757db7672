/** @file Element types, and how PyTorch promotes them. */
import { EngineError } from "./errors.ts";

export type DType =
  | "float32"
  | "float64"
  | "float16"
  | "bfloat16"
  | "int32"
  | "int64"
  | "int16"
  | "int8"
  | "uint8"
  | "bool";

export const allDTypes = [
  "float32",
  "float64",
  "float16",
  "bfloat16",
  "int32",
  "int64",
  "int16",
  "int8",
  "uint8",
  "bool",
] as const satisfies readonly DType[];

/** What PyTorch calls them in its messages: torch.FloatTensor, 'Long'. */
export const pytorchTypes: Readonly<Record<DType, string>> = {
  float32: "Float",
  float64: "Double",
  int32: "Int",
  int64: "Long",
  int16: "Short",
  int8: "Char",
  uint8: "Byte",
  float16: "Half",
  bfloat16: "BFloat16",
  bool: "Bool",
};

/** What C++ calls them, in other messages. */
export const cTypes: Readonly<Record<DType, string>> = {
  float32: "float",
  float64: "double",
  int32: "int",
  int64: "long int",
  int16: "short int",
  int8: "signed char",
  uint8: "unsigned char",
  float16: "c10::Half",
  bfloat16: "c10::BFloat16",
  bool: "bool",
};

/** Bytes of one number, as PyTorch holds it. */
export const bytesOf: Readonly<Record<DType, number>> = {
  float32: 4,
  float64: 8,
  float16: 2,
  bfloat16: 2,
  int32: 4,
  int64: 8,
  int16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
};

/** Integers of more than a byte are held in doubles: exact up to 2^53, beyond which a loss has no business. bool is 0 or 1. */
export type TypedData = Float32Array | Float64Array | Uint8Array;

// The engine's own, taken when it loads: in the sandbox the global ones are later replaced by guarded ones, which cost more.
const Floats = Float32Array;
const Doubles = Float64Array;
const Bytes = Uint8Array;

/** 512 MB of float32. */
const MOST_ELEMENTS = 2 ** 27;

export function allocate(dtype: DType, length: number): TypedData {
  if (length > MOST_ELEMENTS) {
    throw new EngineError({
      type: "RuntimeError",
      code: "memory",
      message: `A tensor may have at most ${MOST_ELEMENTS} elements here, got ${length}`,
      hint: "Check the shapes: was something broadcast?",
    });
  }
  if (dtype === "float32" || isHalf(dtype)) return new Floats(length);
  // Bytes wrap where they are written.
  if (dtype === "bool" || dtype === "uint8") return new Bytes(length);
  return new Doubles(length);
}

/** Scratch for sums. */
export function doubles(length: number): Float64Array {
  return new Doubles(length);
}

export function isFloating(dtype: DType): boolean {
  return dtype === "float32" || dtype === "float64" || isHalf(dtype);
}

/** Of 16 bits: held in float32, and rounded where an op ends. */
export const isHalf = (dtype: DType): boolean => dtype === "float16" || dtype === "bfloat16";

/** bool < int64 < floating: a higher category always wins, whatever the number of dims. */
function category(dtype: DType): number {
  return dtype === "bool" ? 0 : isFloating(dtype) ? 2 : 1;
}

const ranks: Record<DType, number> = {
  bool: 0,
  uint8: 1,
  int8: 2,
  int16: 3,
  int32: 4,
  int64: 5,
  float16: 6,
  bfloat16: 7,
  float32: 8,
  float64: 9,
};

/** The narrower of two that holds both. */
function wider(a: DType, b: DType): DType {
  const [low, high] = ranks[a] < ranks[b] ? [a, b] : [b, a];
  if (low === "uint8" && high === "int8") return "int16";
  return low === "float16" && high === "bfloat16" ? "float32" : high;
}

/** An operand as promotion sees it: numbers count least, then tensors without dims, then the others. */
export interface Operand {
  readonly dtype: DType;
  readonly weight: "number" | "zero-dim" | "dims";
}

/** torch.result_type: the strongest class of operands decides, unless a weaker one is of a higher category. */
export function promote(operands: readonly Operand[]): DType {
  let result: DType | null = null;
  for (const weight of ["dims", "zero-dim", "number"] as const) {
    let strongest: DType | null = null;
    for (const operand of operands) {
      if (operand.weight === weight) strongest = strongest === null ? operand.dtype : wider(strongest, operand.dtype);
    }
    if (strongest !== null && (result === null || category(strongest) > category(result))) result = strongest;
  }
  return result ?? defaultDType();
}

type FloatingDType = "float32" | "float64";
let standard: FloatingDType = "float32";

/** What a program chose with set_default_dtype, while its code runs. */
let chosen: FloatingDType | null = null;

/** What floats become that say nothing else: float32, as in PyTorch. */
export function defaultDType(): FloatingDType {
  return chosen ?? standard;
}

/** torch.set_default_dtype; null at the beginning of a program. */
export function chooseDefaultDType(dtype: FloatingDType | null): void {
  chosen = dtype;
}

function withChosen<T>(dtype: FloatingDType | null, work: () => T): T {
  const before = chosen;
  chosen = dtype;
  try {
    return work();
  } finally {
    chosen = before;
  }
}

/** What a program chooses holds wherever its own code runs, and nowhere else: models, metrics and pictures beside it have the standard. */
export class ProgramDType {
  #chosen: FloatingDType | null = null;

  within<T>(work: () => T): T {
    return withChosen(this.#chosen, () => {
      try {
        return work();
      } finally {
        this.#chosen = chosen;
      }
    });
  }
}

/** A function of a program's that others call later, as backward calls hooks: it finds what was chosen when it was handed over. */
export function underChosenDType<A extends readonly unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  const dtype = chosen;
  return (...args) => withChosen(dtype, () => f(...args));
}

export function setDefaultDType(dtype: FloatingDType): void {
  standard = dtype;
}

/** A whole number that is a float all the same, as Python's 2.0; JavaScript's 2 counts as an int. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  valueOf(): number {
    return this.value;
  }
}

export type Scalar = number | boolean | Float;

/** A number as PyTorch would see the same literal: whole numbers are ints, the rest floats of the default dtype. */
export function dtypeOfNumber(value: Scalar): DType {
  if (typeof value === "boolean") return "bool";
  return Number.isInteger(value) ? "int64" : defaultDType();
}
