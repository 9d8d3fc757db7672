/** What vite-python-symbols.ts makes. */
declare module "virtual:losslab-python-symbols" {
  export const symbols: import("./symbols.ts").PythonSymbols;
}
