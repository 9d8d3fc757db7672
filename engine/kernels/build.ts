/**
 * @file `npm run kernels`: compiles simd/ to WebAssembly and writes it to generated/kernels.ts, which is not checked in. Nothing
 * is done when that file came from the very same sources and compiler.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const output = join(here, "generated/kernels.ts");

/**
 * SIMD128 without its relaxed part, whose results depend on the processor. The memory is the engine's: but for a few constants
 * at its beginning (simd/constants.ts) none of it is set aside, there being neither stack nor allocator.
 */
const options = [
  ["--enable", "simd"],
  ["--runtime", "stub"],
  ["--noAssert", "-O3"],
  ["--importMemory", "--noExportMemory", "--memoryBase", "16"],
].flat();

function sources(): string[] {
  const kernels = readdirSync(join(here, "simd")).filter((name) => name.endsWith(".ts"));
  return [...kernels.sort().map((name) => join(here, "simd", name)), join(here, "coefficients.ts")];
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const compiler = createRequire(import.meta.url).resolve("assemblyscript/package.json");
  for (const path of [...sources(), fileURLToPath(import.meta.url), compiler]) hash.update(readFileSync(path));
  return hash.digest("hex");
}

async function compile(): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const entry = relative(root, join(here, "simd/index.ts"));
  const { error, stderr } = await asc.main([entry, "--baseDir", root, "--outFile", "kernels.wasm", ...options], {
    writeFile(name, contents) {
      if (name.endsWith(".wasm") && typeof contents !== "string") binary = contents;
    },
  });
  const said = stderr.toString();
  if (error !== null || binary === null || said !== "") {
    throw new Error(`kernels: asc refused ${entry}\n${said}${error?.message ?? ""}`);
  }
  return binary;
}

const made = `// Made by npm run kernels from engine/kernels/simd. Sources: ${fingerprint()}\n`;
if (!existsSync(output) || !readFileSync(output, "utf8").startsWith(made)) {
  const binary = await compile();
  // Hexadecimal: gzip makes 17 kB of it, but 23 of base64, in which the same bytes look different from place to place.
  mkdirSync(dirname(output), { recursive: true });
  // Whoever reads it meanwhile, a test run say, finds the old file or the new one, never half of it.
  const partial = `${output}.${process.pid}`;
  writeFileSync(partial, `${made}export const kernelsHex =\n  "${Buffer.from(binary).toString("hex")}";\n`);
  renameSync(partial, output);
  console.log(`kernels: ${binary.length} bytes of WebAssembly`);
}
