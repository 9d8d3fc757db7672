/** @file Vite plugin: emits reference.html, made from the op registry. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Plugin } from "vite";
import { opFamilies } from "../../engine/ops/registry.ts";
import { fontFaces } from "./fonts.ts";
import { referencePage } from "./page.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const style = (place: (file: string) => string): string =>
  `${fontFaces(place)}\n${read("../ui/tokens.css")}\n${read("./reference.css")}`;

export function reference(): Plugin {
  return {
    name: "losslab:reference",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?")[0] ?? "";
        if (path === "/reference.html") {
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(
            referencePage(
              opFamilies,
              style((file) => `/@fs${file}`),
              null,
            ),
          );
        } else if (path === "/reference.js") {
          response.setHeader("Content-Type", "text/javascript; charset=utf-8");
          response.end(read("./reference.js"));
        } else next();
      });
    },
    generateBundle() {
      // The same bytes as the page's own fonts are the same file.
      const place = (file: string): string =>
        `./${this.getFileName(this.emitFile({ type: "asset", name: basename(file), source: readFileSync(file) }))}`;
      const source = referencePage(opFamilies, style(place), POLICY);
      this.emitFile({ type: "asset", fileName: "reference.html", source });
      this.emitFile({ type: "asset", fileName: "reference.js", source: read("./reference.js") });
    },
  };
}
