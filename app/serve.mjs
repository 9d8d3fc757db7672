// Serves the built page: node:http and nothing else. PORT chooses the port; the next free one is taken if it is in use.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../dist/", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".wasm": "application/wasm",
};
const compressed = new Map();

if (!existsSync(join(root, "index.html"))) {
  console.error("There is no built page yet. Run: npm run build");
  process.exit(1);
}

function encoded(file, encoding) {
  const key = `${encoding}:${file}`;
  if (!compressed.has(key)) {
    const raw = readFileSync(file);
    // Quality 5: the first visitor waits for it.
    const body =
      encoding === "br" ? brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(raw);
    compressed.set(key, body);
  }
  return compressed.get(key);
}

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
    return response.end("Not found\n");
  }
  const type = types[extname(file)] ?? "application/octet-stream";
  const headers = {
    "Content-Type": type,
    "Cache-Control": path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
  const accepts = String(request.headers["accept-encoding"] ?? "");
  const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : null;
  if (encoding !== null && /^(text|application\/json|application\/wasm|image\/svg|font\/ttf)/.test(type)) {
    response.writeHead(200, { ...headers, "Content-Encoding": encoding, Vary: "Accept-Encoding" });
    return response.end(encoded(file, encoding));
  }
  response.writeHead(200, headers);
  createReadStream(file).pipe(response);
});

let port = Number(process.env.PORT ?? 4173);
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE") throw error;
  server.listen(++port);
});
server.on("listening", () => console.log(`Losslab is at http://localhost:${port}/`));
server.listen(port);
