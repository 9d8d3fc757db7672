/** @file What the loss wrote to the console. */
import type { ConsoleLine } from "../../engine/inspect/report.ts";

export function ConsoleLines({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  return (
    <ol className="console">
      {lines.map(({ level, text, count }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <li key={i} className={level}>
          {text}
          {count > 1 && <span className="count">×{count}</span>}
        </li>
      ))}
    </ol>
  );
}
