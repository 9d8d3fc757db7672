/** @file a · b + c in double with one rounding, as processors with FMA compute it (Boldo and Melquiond 2008). */

const SPLITTER = 2 ** 27 + 1;

/** What is left of the last `sum` or `product` below its result. */
let rest = 0;

function sum(a: number, b: number): number {
  const result = a + b;
  const from = result - a;
  rest = a - (result - from) + (b - from);
  return result;
}

function product(a: number, b: number): number {
  const result = a * b;
  const scaledA = SPLITTER * a;
  const scaledB = SPLITTER * b;
  const highA = scaledA - (scaledA - a);
  const highB = scaledB - (scaledB - b);
  const lowA = a - highA;
  const lowB = b - highB;
  rest = lowA * lowB - (result - highA * highB - lowA * highB - highA * lowB);
  return result;
}

const bits = new DataView(new ArrayBuffer(8));

/** a + b, and an odd last bit where that is not exact: rounding once more then comes out right. */
function oddSum(a: number, b: number): number {
  const result = sum(a, b);
  if (rest === 0) return result;
  bits.setFloat64(0, result);
  const low = bits.getUint32(4);
  if ((low & 1) === 1) return result;
  // One unit of the last place towards what is left.
  const isLarger = rest > 0 === result > 0;
  bits.setBigUint64(0, bits.getBigUint64(0) + (isLarger ? 1n : -1n));
  return bits.getFloat64(0);
}

/** For numbers far from overflow and underflow. */
export function fma(a: number, b: number, c: number): number {
  const high = product(a, b);
  const low = rest;
  if (low === 0) return high + c;
  const tail = sum(c, low);
  const tailRest = rest;
  const head = sum(high, tail);
  return head + oddSum(tailRest, rest);
}

/** a · b as a sum of two numbers, the second of which is what rounding left out. */
export function exactProduct(a: number, b: number): readonly [high: number, low: number] {
  const high = product(a, b);
  return [high, rest];
}
