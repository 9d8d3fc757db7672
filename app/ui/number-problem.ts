/** @file Why what was typed is not taken. */

export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** null for a number within the range. */
export function numberProblem(text: string, { min, max }: NumberRange, isInteger: boolean): string | null {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return "A number is needed";
  if (isInteger && !Number.isInteger(value)) return "A whole number is needed";
  if (value < min || value > max) return `From ${min} to ${max}`;
  return null;
}
