/** @file Shapes as people write them: `64, 1`, `1×16×16`, `[2, 3]`. Pure. */

export const shapeText = (shape: readonly number[]): string => shape.join("×");

/** null for what is no shape within the limits. */
export function parseShape(
  text: string,
  limits: {
    readonly dims: { readonly min: number; readonly max: number };
    readonly size: { readonly min: number; readonly max: number };
    readonly numel: number;
  },
): readonly number[] | null {
  const words = text.split(/[\s,;x×[\]()]+/i).filter((word) => word !== "");
  const { dims, size, numel } = limits;
  const shape = words.map(Number);
  const isGood =
    shape.length >= dims.min &&
    shape.length <= dims.max &&
    shape.every((each) => Number.isInteger(each) && each >= size.min && each <= size.max) &&
    shape.reduce((a, b) => a * b, 1) <= numel;
  return isGood ? shape : null;
}
