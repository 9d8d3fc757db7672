import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { monaco } from "./app/editor/vite-monaco.ts";
import { reference } from "./app/reference/vite-reference.ts";
import { sandbox } from "./app/sandbox/vite-sandbox.ts";

export default defineConfig({
  // Relative, so that the built page works from any folder of any static host.
  base: "./",
  plugins: [react(), monaco(), sandbox(), reference()],
  worker: { format: "es", plugins: () => [monaco()] },
  build: { target: "es2022", chunkSizeWarningLimit: 5000 },
});
