/** @file Serves the built page for scripts that drive a browser. */
import { type ChildProcess, spawn } from "node:child_process";

export interface Served {
  readonly address: string;
  stop(): void;
}

export async function serve(port: number): Promise<Served> {
  const server: ChildProcess = spawn(process.execPath, ["app/serve.mjs"], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await new Promise<string>((resolve, reject) => {
    server.stdout?.once("data", (data) => resolve(String(data)));
    server.once("exit", () => reject(new Error("The page is not served. Run: npm run build")));
  });
  const address = /http:\/\/\S+/.exec(said)?.[0] ?? `http://localhost:${port}/`;
  return { address: address.endsWith("/") ? address : `${address}/`, stop: () => server.kill() };
}
