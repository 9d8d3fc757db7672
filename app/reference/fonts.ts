/** @file The page's own fonts, for the reference: each piece of the alphabet is fetched where it is needed. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packages = ["@fontsource-variable/inter", "@fontsource-variable/jetbrains-mono"];
const require = createRequire(import.meta.url);

/** `place` says where a file of a font is to be found. */
export function fontFaces(place: (file: string) => string): string {
  return packages
    .map((name) => {
      const path = require.resolve(`${name}/wght.css`);
      return readFileSync(path, "utf8").replaceAll(
        /url\(\.\/(files\/[^)]+)\)/g,
        (_, file: string) => `url(${place(join(dirname(path), file))})`,
      );
    })
    .join("\n");
}
