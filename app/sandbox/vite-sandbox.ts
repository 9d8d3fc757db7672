/**
 * @file Vite plugin: emits sandbox.html, the document that strangers' code runs under, and the page's own policy.
 *
 * The workers are bundled to classic scripts and inlined as strings into the relay, the relay into the document, and the document allows just that
 * script by its hash: in an opaque origin 'self' matches nothing in WebKit, and module workers do not start in Chromium.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, parseSync, type Plugin, Visitor } from "vite";

/**
 * The page's policy. What stands beside 'self' is for the sandbox's document alone: without a network it comes from the page's cache as srcdoc,
 * and such a document is held to the page's policy on top of its own. Markup that got into the page could neither make a blob of a script nor name one.
 */
const pagePolicy = (relayHash: string) =>
  `default-src 'none'; script-src 'self' 'sha256-${relayHash}' 'wasm-unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'`;

/** Realms get the kernels compiled, so that their bytes need not be read again for every program. */
const withoutKernels: Plugin = {
  name: "losslab:without-kernels",
  load: (id) => (id.endsWith("/kernels/generated/kernels.ts") ? 'export const kernelsHex = "";' : null),
};

/** Where ops have their records. */
const records = /\/engine\/(?:ops|random|distributions)\/.+\.ts$/;

/** What a record says for people and tests: the page and the reference say it. Nothing that runs a loss reads it. */
const unread: ReadonlySet<string> = new Set(["doc", "samples"]);

/** A realm reads its whole script for every program: it has the records without their words. */
const withoutWords: Plugin = {
  name: "losslab:without-words",
  // Types are gone by then.
  enforce: "post",
  transform(code, id) {
    if (!records.test(id)) return null;
    let cut = "";
    let from = 0;
    new Visitor({
      ObjectExpression({ properties }) {
        for (const each of properties) {
          if (each.type !== "Property" || each.key.type !== "Identifier" || !unread.has(each.key.name)) continue;
          // What stands in words that went is gone.
          if (each.start < from) continue;
          cut += `${code.slice(from, each.start)}${each.key.name}:null`;
          from = each.end;
        }
      },
    }).visit(parseSync(id, code).program);
    return `${cut}${code.slice(from)}`;
  },
};

const refused = 'const refused = () => { throw new Error("internal: the page computes nothing; the sandbox does"); };';

/** What only computes: the functions of aggregators, and what optimisers do to numbers. Their records stand elsewhere, or import these. */
const computing =
  /\/engine\/(?:vector\/(?:balanced|cagrad|graddrop|mgda|pcgrad|upgrad)|optim\/optimizer|tensor\/storage|kernels\/launch)\.ts$/;

const declared = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm;

/** Its names, all of which refuse. */
const refusing = (source: string): string =>
  [refused, ...[...source.matchAll(declared)].map(([, name]) => `export const ${name} = refused;`)].join("\n");

/**
 * The page takes records from the engine (optimisers, aggregators, their ranges and words) and computes nothing: it neither carries what computes
 * nor starts the kernels. Asked for one, it says so.
 */
export const pageWithoutKernels: Plugin = {
  name: "losslab:page-without-kernels",
  // In development the page's workers come through the same plugins.
  apply: "build",
  load(id) {
    if (computing.test(id)) return refusing(readFileSync(id, "utf8"));
    return id.endsWith("/engine/kernels/wasm.ts")
      ? `export * from "./signatures.ts";
${refused}
export const compileKernels = refused;
// A table of kernels may be read when a module begins; calling one is the fault.
export const instantiateKernels = () => new Proxy({}, { get: () => refused });`
      : null;
  },
};

interface BundleOptions {
  readonly define?: Record<string, string>;
  readonly plugins?: Plugin[];
}

async function bundle(entry: string, { define = {}, plugins = [] }: BundleOptions = {}): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    define,
    plugins,
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ["iife"],
        name: "losslab",
        fileName: "bundle",
      },
    },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const chunk = outputs.flatMap(({ output }) => output).find((part) => part.type === "chunk");
  if (chunk === undefined || chunk.type !== "chunk") throw new Error(`${entry} gave no script`);
  return chunk.code;
}

/** A script with one letter beyond Latin-1 is held in two bytes a letter, and read that much slower, by every realm. */
const inAscii = (source: string): string =>
  source.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

interface SandboxDocument {
  readonly html: string;
  readonly relayHash: string;
}

async function sandboxDocument(): Promise<SandboxDocument> {
  const worker = await bundle("./worker.ts", { plugins: [withoutKernels, withoutWords] });
  const boot = await bundle("./boot.ts");
  // The brackets have the function compiled where it stands, not twice; the block keeps its name from the scripts that come after.
  const realm = inAscii(`{const losslabEngine=(function(){${worker}});${boot}}`);
  // A script element ends at the first such tag, wherever it stands.
  const define = { __REALM_SOURCE__: JSON.stringify(realm) };
  const relay = (await bundle("./relay.ts", { define })).replaceAll("</script", "<\\/script");
  const hash = createHash("sha256").update(relay).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval' blob:; worker-src blob:; base-uri 'none'; form-action 'none'`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Losslab sandbox</title></head><body><script>${relay}</script></body></html>`;
  return { html, relayHash: hash };
}

export function sandbox(): Plugin {
  let made: Promise<SandboxDocument> | null = null;
  return {
    name: "losslab:sandbox",
    buildStart() {
      made = null;
    },
    transformIndexHtml: {
      order: "post",
      async handler(_html, context) {
        // The dev server injects scripts of its own; the policy is for what is shipped.
        if (context.server !== undefined) return [];
        made ??= sandboxDocument();
        const content = pagePolicy((await made).relayHash);
        return [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" }];
      },
    },
    configureServer(server) {
      server.middlewares.use("/sandbox.html", (_request, response, next) => {
        sandboxDocument().then(({ html }) => {
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(html);
        }, next);
      });
    },
    async generateBundle() {
      made ??= sandboxDocument();
      this.emitFile({ type: "asset", fileName: "sandbox.html", source: (await made).html });
    },
  };
}
