/** @file The fonts that pictures are set in, as they travel with them: a picture has the same letters wherever it is opened. */
import sans from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import mono from "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url";

/** What stands in for letters that the embedded fonts have not, and for whoever reads no embedded fonts. */
export const pictureFonts = {
  sans: "'Inter Variable', Helvetica, Arial, sans-serif",
  mono: "'JetBrains Mono Variable', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
} as const;

const files = { "Inter Variable": sans, "JetBrains Mono Variable": mono };

/** `@font-face` rules that hold the fonts; none where they cannot be had. */
export async function embeddedFonts(): Promise<string> {
  const rules = await Promise.all(
    Object.entries(files).map(async ([name, url]) => {
      try {
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        return `@font-face{font-family:'${name}';font-weight:100 900;src:url(data:font/woff2;base64,${base64(bytes)}) format('woff2')}`;
      } catch {
        return "";
      }
    }),
  );
  return rules.join("");
}

/** So many at once become arguments of one call. */
const PIECE = 8192;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
