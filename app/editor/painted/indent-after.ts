/** @file What a new line begins with where Monaco is not there yet: what it would begin with in Monaco. */
import type { LaneLanguage } from "../../document/document.ts";
import { enterRules } from "../python/enter-rules.ts";

const units = { python: 4, typescript: 2 } as const;

/** The indentation of the line after this one. */
export function indentAfter(line: string, language: LaneLanguage): string {
  const own = /^[ \t]*/.exec(line)?.[0] ?? "";
  const unit = units[language];
  switch (changeAfter(line, language)) {
    case "more":
      return own + " ".repeat(unit);
    case "less":
      return own.slice(0, Math.max(0, own.length - unit));
    case "same":
      return own;
  }
}

function changeAfter(line: string, language: LaneLanguage): "more" | "less" | "same" {
  if (language === "typescript") return /[{([]\s*$/.test(line) ? "more" : "same";
  if (/[([{]\s*$/.test(line)) return "more";
  return enterRules.find(({ beforeText }) => beforeText.test(line))?.indent ?? "same";
}
