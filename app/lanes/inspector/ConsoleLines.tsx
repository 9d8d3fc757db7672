/** @file What the loss wrote to the console, or what would show there. */
import type { ConsoleText } from "../../../engine/inspect/report.ts";
import type { LaneLanguage } from "../../document/document.ts";
import { formatCount, moreText } from "../../verdict/format.ts";

interface ConsoleLinesProps {
  readonly text: ConsoleText | null;
  readonly language: LaneLanguage;
}

const writers: Readonly<Record<LaneLanguage, string>> = { python: "print(…)", typescript: "console.log(…)" };

/** How often something was written, shown or not. */
export const writtenIn = ({ lines, omitted }: ConsoleText): number =>
  lines.reduce((sum, { count }) => sum + count, omitted);

export function ConsoleLines({ text, language }: ConsoleLinesProps) {
  if (text === null || writtenIn(text) === 0) {
    return (
      <p className="empty">
        <span>
          What <code>{writers[language]}</code> writes shows here, each time the loss is evaluated on the first batch.
        </span>
      </p>
    );
  }
  const { lines, omitted } = text;
  return (
    <>
      <ol className="console">
        {lines.map(({ level, text: written, count }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={i} className={level}>
            {written}
            {count > 1 && <span className="count">×{formatCount(count)}</span>}
          </li>
        ))}
      </ol>
      {omitted > 0 && <p className="console-capped">{moreText(omitted)}</p>}
    </>
  );
}
