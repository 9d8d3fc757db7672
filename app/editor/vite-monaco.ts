import type { Plugin } from "vite";

export function monaco(): Plugin {
  return { name: "losslab:monaco" };
}
