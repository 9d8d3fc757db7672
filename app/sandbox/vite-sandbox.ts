import type { Plugin } from "vite";

export function sandbox(): Plugin {
  return { name: "losslab:sandbox" };
}
