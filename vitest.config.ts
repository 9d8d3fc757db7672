import { defineConfig } from "vitest/config";
import { monaco } from "./app/editor/vite-monaco.ts";

export default defineConfig({
  plugins: [monaco()],
  test: {
    include: ["engine/**/*.test.ts", "app/**/*.test.ts", "app/**/*.test.tsx"],
    testTimeout: 30_000,
    // The compiler is tested on the TypeScript that Monaco carries, with the patches it has in the page.
    server: { deps: { inline: [/monaco-editor/] } },
  },
});
