/** @file The console a loss gets: what it writes is kept as text, and only so much of it. */
import { clip } from "../../engine/bounded.ts";
import { bounds } from "../../engine/inspect/bounds.ts";
import type { ConsoleLine } from "../../engine/inspect/report.ts";
import { tensorText } from "../../engine/language/python/runtime/tensor-text.ts";
import { Tensor } from "../../engine/tensor/tensor.ts";
import type { ProgramConsole } from "../../engine/worker/host.ts";

const MOST_ARGUMENTS = 8;

export function boundedConsole(): ProgramConsole {
  const lines: { level: ConsoleLine["level"]; text: string; count: number }[] = [];
  let omitted = 0;
  const write = (level: ConsoleLine["level"]) =>
    Object.freeze((...values: unknown[]): void => {
      if (lines.length >= bounds.consoleLines) {
        omitted++;
        return;
      }
      const text = clip(values.slice(0, MOST_ARGUMENTS).map(textOf).join(" "), bounds.consoleLine);
      const last = lines[lines.length - 1];
      if (last !== undefined && last.text === text && last.level === level) last.count++;
      else lines.push({ level, text, count: 1 });
    });
  return {
    console: Object.freeze({
      log: write("log"),
      info: write("log"),
      debug: write("log"),
      warn: write("warn"),
      error: write("error"),
    }),
    text: () => ({ lines, omitted }),
  };
}

/** Never throws: values may be proxies with traps that do. */
function textOf(value: unknown): string {
  try {
    const text = Tensor.isTensor(value)
      ? tensorText(value)
      : typeof value === "string"
        ? value
        : (JSON.stringify(value) ?? String(value));
    return clip(text, bounds.consoleLine);
  } catch {
    return "(a value that cannot be shown)";
  }
}
