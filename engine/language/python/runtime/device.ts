/** @file torch.device: one object for each device there is a name for. */
import { deviceProblem } from "../../../tensor/device-names.ts";

export class Device {
  static readonly #known = new Map<string, Device>();
  private constructor(
    readonly type: string,
    readonly index: number | null,
  ) {}

  /** Equal devices are one object, so that they are equal, and found, as such. */
  static of(type: string, index: number | null): Device {
    const text = index === null ? type : `${type}:${index}`;
    const known = Device.#known.get(text) ?? new Device(type, index);
    Device.#known.set(text, known);
    return known;
  }

  toString(): string {
    return this.index === null ? this.type : `${this.type}:${this.index}`;
  }

  /** Every tensor is here. */
  static readonly cpu = Device.of("cpu", null);
}

/** "cuda:1" as a device; in PyTorch's words what is wrong with it, otherwise. */
export function deviceOf(text: string): Device | string {
  const problem = deviceProblem(text);
  if (problem !== null) return problem;
  const [type, index] = text.split(":");
  return Device.of(type, index === undefined ? null : Number(index));
}
