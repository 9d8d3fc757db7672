/** @file Numbers and shapes as people read them. */
import { bounds } from "../../engine/inspect/bounds.ts";

export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3) return value.toExponential(2).replace("e+", "e");
  return String(Number(value.toPrecision(4)));
}

/** The same with its zeros kept, so that columns line up: 16.50, 3.000. */
export function formatColumn(value: number | null | undefined): string {
  const text = formatNumber(value);
  if (value === null || value === undefined || !/^-?[\d.]+$/.test(text)) return text;
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4);
}

const counts = new Intl.NumberFormat("en-US");

/** 1,240. Made once: asking a number for it makes a formatter each time. */
export function formatCount(value: number): string {
  return counts.format(value);
}

export function formatShape(shape: readonly number[]): string {
  return shape.length === 0 ? "[ ]" : `[${shape.join(", ")}]`;
}

/** 21k, 940 */
export function formatRate(perSecond: number): string {
  if (perSecond >= 10_000) return `${Math.round(perSecond / 1000)}k`;
  if (perSecond >= 1000) return `${(perSecond / 1000).toFixed(1)}k`;
  return String(Math.round(perSecond));
}

/** "a, b and c"; of many, the first, "and 850 more". */
export function listed(names: readonly string[]): string {
  if (names.length > bounds.ofAKind)
    return `${names.slice(0, bounds.ofAKind).join(", ")} ${moreText(names.length - bounds.ofAKind)}`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "and 850 more": what is over a bound. */
export const moreText = (count: number): string => `and ${formatCount(count)} more`;

export function oneLine(text: string, longest = 80): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
