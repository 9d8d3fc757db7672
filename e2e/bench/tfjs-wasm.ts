/** @file TensorFlow.js on its WebAssembly backend, whose binaries the benchmark's own server hands out. */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { env } from "@tensorflow/tfjs-core";
import { serve } from "./serve.ts";
import { tfjs } from "./tfjs.ts";

serve(
  tfjs("wasm", async () => {
    setWasmPaths("/tfjs-binaries/");
    const simd = await env().getAsync("WASM_HAS_SIMD_SUPPORT");
    const threads = await env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT");
    return `, ${simd ? "SIMD" : "no SIMD"}, ${threads ? "threads" : "one thread"}`;
  }),
);
