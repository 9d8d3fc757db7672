/**
 * @file A blank page whose only content is workers: each bundled on its own by Vite into .cache/bench/, served from here, and asked one
 * thing at a time. Nothing of it comes into the product, whose build doesn't know this folder.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { build } from "vite";

const built = resolve(".cache/bench");
/** Where tfjs-wasm.ts tells its library to look. */
const binaries = "/tfjs-binaries/";
const tfjsWasm = resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist");

async function bundle(name: string, entry: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    base: `/${name}/`,
    build: {
      outDir: join(built, name),
      emptyOutDir: true,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: resolve(entry), output: { entryFileNames: "worker.js" } },
    },
  });
}

/** Bytes of one file as they would cross the wire. */
export interface Served {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
}

interface Fetched {
  readonly path: string;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Without the headers that isolate a page: as on any static host there is no SharedArrayBuffer, and every contender has one thread. */
function serveFiles(fetched: Fetched[]): Server {
  return createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const headers = { "Content-Type": types[extname(path)] ?? "text/html; charset=utf-8", "Cache-Control": "no-store" };
    if (path === "/") return response.writeHead(200, headers).end("<!doctype html><title>Benchmark</title>");
    const file = path.startsWith(binaries) ? join(tfjsWasm, path.slice(binaries.length)) : join(built, path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const body = readFileSync(file);
    fetched.push({ path, body });
    response.writeHead(200, headers).end(body);
  });
}

/** What runs in the page: a worker for each name, and one question at a time. */
interface Host {
  start(name: string): void;
  stop(name: string): void;
  ask(name: string, request: unknown): Promise<unknown>;
}

type HostWindow = Window & { bench?: Host };

export class Stage {
  readonly #page: Page;
  readonly #server: Server;
  readonly #fetched: Fetched[];

  private constructor(page: Page, server: Server, fetched: Fetched[]) {
    this.#page = page;
    this.#server = server;
    this.#fetched = fetched;
  }

  /** `entries`: the module of each worker, by its name. */
  static async open(browser: Browser, entries: Readonly<Record<string, string>>): Promise<Stage> {
    for (const [name, entry] of Object.entries(entries)) await bundle(name, entry);
    const fetched: Fetched[] = [];
    const server = serveFiles(fetched);
    await new Promise<void>((done) => server.listen(0, "localhost", done));
    const page = await browser.newPage();
    // What compiles this file names functions through a helper that the page doesn't have.
    await page.addInitScript("globalThis.__name = (f) => f");
    await page.goto(`http://localhost:${portOf(server)}/`);
    await page.evaluate(installHost);
    return new Stage(page, server, fetched);
  }

  /** Starts the worker anew: nothing of it is loaded yet. */
  start(name: string): Promise<void> {
    return this.#page.evaluate((of) => (window as HostWindow).bench?.start(of), name);
  }

  stop(name: string): Promise<void> {
    return this.#page.evaluate((of) => (window as HostWindow).bench?.stop(of), name);
  }

  /** The worker's answer; its error, if it throws. `Answer` is what that worker's own code says it answers with. */
  async ask<Answer>(name: string, request: object): Promise<Answer> {
    const answer = await this.#page.evaluate(([of, question]) => (window as HostWindow).bench?.ask(of, question), [
      name,
      request,
    ] as const);
    return answer as Answer;
  }

  /** Milliseconds from `new Worker` to its answer, with every file fetched and compiled anew. */
  cold(name: string, request: object): Promise<number> {
    return this.#page.evaluate(
      async ([of, question]) => {
        const host = (window as HostWindow).bench;
        const start = performance.now();
        host?.start(of);
        await host?.ask(of, question);
        return performance.now() - start;
      },
      [name, request] as const,
    );
  }

  /** What was fetched since this was last asked. Packed only now: nobody waits for it. */
  takeServed(): readonly Served[] {
    return this.#fetched
      .splice(0)
      .map(({ path, body }) => ({ path, bytes: body.length, gzip: gzipSync(body, { level: 9 }).length }));
  }

  userAgent(): Promise<string> {
    return this.#page.evaluate(() => navigator.userAgent);
  }

  async close(): Promise<void> {
    await this.#page.close();
    this.#server.close();
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The benchmark's server has no port.");
  return address.port;
}

function installHost(): void {
  interface Entry {
    readonly worker: Worker;
    readonly failed: Promise<never>;
  }
  const workers = new Map<string, Entry>();
  const stop = (name: string) => {
    workers.get(name)?.worker.terminate();
    workers.delete(name);
  };
  const bench: Host = {
    stop,
    start(name) {
      stop(name);
      const worker = new Worker(`/${name}/worker.js`, { type: "module" });
      const failed = new Promise<never>((_, reject) => {
        worker.onerror = (event) => reject(new Error(`${name}: ${event.message ?? "did not load"}`));
      });
      failed.catch(() => undefined);
      workers.set(name, { worker, failed });
    },
    async ask(name, request) {
      const entry = workers.get(name);
      if (entry === undefined) throw new Error(`There is no worker ${name}.`);
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<unknown>((resolve, reject) => {
        port1.onmessage = ({ data }) => (data instanceof Error ? reject(data) : resolve(data));
      });
      entry.worker.postMessage(request, [port2]);
      return Promise.race([answer, entry.failed]);
    },
  };
  Object.assign(window, { bench });
}
