import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { openings } from "./app/editor/compiling/vite-openings.ts";
import { pythonSymbols } from "./app/editor/python/vite-python-symbols.ts";
import { monaco } from "./app/editor/vite-monaco.ts";
import { firstLook } from "./app/first-look/vite-first-look.ts";
import { reference } from "./app/reference/vite-reference.ts";
import { pageWithoutKernels, sandbox } from "./app/sandbox/vite-sandbox.ts";

export default defineConfig({
  // Relative, so that the built page works from any folder of any static host.
  base: "./",
  plugins: [
    react(),
    monaco(),
    openings(),
    pythonSymbols,
    pageWithoutKernels,
    sandbox(),
    reference(),
    firstLook,
    VitePWA({
      // An update is offered; the visitor says when.
      registerType: "prompt",
      injectRegister: false,
      manifest: {
        name: "Losslab",
        short_name: "Losslab",
        description: "Design loss functions: every shape, every gradient, as PyTorch has them.",
        display: "standalone",
        background_color: "#0e1116",
        theme_color: "#151a21",
        icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml" }],
      },
      workbox: {
        // Everything the page may ask for: nobody knows before leaving the network which language a lane will be in.
        globPatterns: ["**/*.{html,js,css,json,wasm,svg,woff2,ttf}"],
        maximumFileSizeToCacheInBytes: 16_000_000,
        // The page is one, whatever its query says.
        ignoreURLParametersMatching: [/^embed$/, /^controls$/],
        navigateFallback: null,
        // The first visit may lose its network too.
        clientsClaim: true,
      },
    }),
  ],
  worker: { format: "es", plugins: () => [monaco()] },
  build: { target: "es2022", chunkSizeWarningLimit: 5000 },
});
