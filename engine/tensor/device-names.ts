/** @file What PyTorch says of devices that are not here: there is one, "cpu". */
import { EngineError } from "./errors.ts";

export const deviceTypes =
  "cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone";

const isKnown = (type: string): boolean => deviceTypes.split(", ").includes(type);

/** In PyTorch's words what is wrong with the name of a device; null for one it has a name for. */
export function deviceProblem(text: string): string | null {
  const [type] = text.split(":");
  if (!isKnown(type)) return `Expected one of ${deviceTypes} device type at start of device string: ${type}`;
  return /^[a-z]+(?::\d+)?$/.test(text) ? null : `Invalid device string: '${text}'`;
}

/** Error `device`, unless it is the processor. */
export function requireProcessor(op: string, text: string): void {
  if (/^cpu(?::\d+)?$/.test(text)) return;
  const problem = deviceProblem(text);
  const [type] = text.split(":");
  throw new EngineError({
    type: problem === null && (type === "cuda" || type === "xpu") ? "AssertionError" : "RuntimeError",
    code: "device",
    op,
    message: `${op}: there is one device here, "cpu", got ${JSON.stringify(text)}`,
    hint: 'Leave it out, or say "cpu".',
    pytorch:
      problem ??
      (type === "cuda" || type === "xpu"
        ? `Torch not compiled with ${type.toUpperCase()} enabled`
        : `PyTorch is not linked with support for ${type} devices`),
  });
}
