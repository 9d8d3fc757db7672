/** @file torch.device: one object for each device there is a name for. */

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

const types =
  "cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone";

/** "cuda:1" as a device; in PyTorch's words what is wrong with it, otherwise. */
export function deviceOf(text: string): Device | string {
  const found = /^([a-z]+)(?::(\d+))?$/.exec(text);
  if (found !== null && types.split(", ").includes(found[1]))
    return Device.of(found[1], found[2] === undefined ? null : Number(found[2]));
  if (found === null && /^[a-z]+:/.test(text)) return `Invalid device string: '${text}'`;
  return `Expected one of ${types} device type at start of device string: ${text}`;
}
