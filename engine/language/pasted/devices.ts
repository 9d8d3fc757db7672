/** @file Devices: there is one here, the CPU. What would fail without a GPU is taken off; what the dialect accepts is only pointed out. */
import type { Range } from "../program.ts";
import { type Token, tokensOf } from "../python/tokens.ts";
import type { Edit } from "./draft.ts";

const isCuda = (token: Token | undefined): boolean =>
  token?.kind === "string" && /^["'](?:cuda|mps)(?::\d+)?["']$/.test(token.text);

/** The tokens from here on read so. */
const reads = (tokens: readonly Token[], at: number, ...texts: readonly string[]): boolean =>
  texts.every((text, i) => tokens[at + i]?.text === text);

/** For each token, the next closing parenthesis of its depth. */
function closingsOf(tokens: readonly Token[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const found: (number | undefined)[] = new Array(tokens.length);
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { text, depth } = tokens[i];
    found[i] = next[depth];
    if (text === ")") next[depth] = i;
  }
  return found;
}

/** `.cuda(…)` goes; "cuda" becomes "cpu" where a device is named, unless the source itself asks whether there is one. */
export function withoutDevices(text: string): Edit[] {
  if (!/cuda|mps/.test(text)) return [];
  const tokens = tokensOf(text);
  const closings = closingsOf(tokens);
  return tokens.flatMap((token, i): Edit[] => {
    if (reads(tokens, i, ".", "cuda", "(")) {
      const close = closings[i] ?? -1;
      const isOfTensor = !reads(tokens, i - 1, "torch");
      return close < 0 || !isOfTensor ? [] : [{ kind: "device", start: token.start, end: tokens[close].end, text: "" }];
    }
    if (!isCuda(token) || reads(tokens, i + 1, "if")) return [];
    const names =
      reads(tokens, i - 2, "to", "(") ||
      reads(tokens, i - 2, "device", "(") ||
      reads(tokens, i - 2, "device", "=") ||
      reads(tokens, i - 2, "map_location", "=");
    return names
      ? [{ kind: "device", start: token.start, end: token.end, text: `${token.text[0]}cpu${token.text[0]}` }]
      : [];
  });
}

/** Where a device is named that makes no difference: `.to(device)` and `device=`. */
export function devicesIn(text: string): Range[] {
  const tokens = tokensOf(text);
  return tokens.flatMap(({ start, depth }, i) => {
    const isMoved = reads(tokens, i, ".", "to", "(") && /device|^["']cpu["']$/.test(tokens[i + 3]?.text ?? "");
    const isKeyword = depth > 0 && reads(tokens, i, "device", "=");
    return isMoved || isKeyword ? [{ start, end: tokens[isMoved ? i + 3 : i + 1].end }] : [];
  });
}
