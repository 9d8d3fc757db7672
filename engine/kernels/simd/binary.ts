/**
 * @file Arithmetic on two operands; y may be a. Each operation comes for one shape, for a number, for a row under every row
 * ([rows, cols] and [cols]) and for a column beside every column ([rows, cols] and [rows, 1]); r- is the reversed one, b - a.
 */
import { withColumn, withRow, withScalar, zip } from "./map";

@unmanaged class Add { @inline at(a: v128, b: v128): v128 { return f32x4.add(a, b); } }
@unmanaged class Sub { @inline at(a: v128, b: v128): v128 { return f32x4.sub(a, b); } }
@unmanaged class Mul { @inline at(a: v128, b: v128): v128 { return f32x4.mul(a, b); } }
@unmanaged class Div { @inline at(a: v128, b: v128): v128 { return f32x4.div(a, b); } }
@unmanaged class Maximum { @inline at(a: v128, b: v128): v128 { return f32x4.max(a, b); } }
@unmanaged class Minimum { @inline at(a: v128, b: v128): v128 { return f32x4.min(a, b); } }
@unmanaged class Rsub { @inline at(a: v128, b: v128): v128 { return f32x4.sub(b, a); } }
@unmanaged class Rdiv { @inline at(a: v128, b: v128): v128 { return f32x4.div(b, a); } }

export function add(a: usize, b: usize, y: usize, n: i32): void { zip<Add>(a, b, y, n); }
export function addScalar(a: usize, s: f32, y: usize, n: i32): void { withScalar<Add>(a, s, y, n); }
export function addRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Add>(a, row, y, rows, cols);
}
export function addColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Add>(a, col, y, rows, cols);
}

export function sub(a: usize, b: usize, y: usize, n: i32): void { zip<Sub>(a, b, y, n); }
export function subScalar(a: usize, s: f32, y: usize, n: i32): void { withScalar<Sub>(a, s, y, n); }
export function subRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Sub>(a, row, y, rows, cols);
}
export function subColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Sub>(a, col, y, rows, cols);
}

export function mul(a: usize, b: usize, y: usize, n: i32): void { zip<Mul>(a, b, y, n); }
export function mulScalar(a: usize, s: f32, y: usize, n: i32): void { withScalar<Mul>(a, s, y, n); }
export function mulRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Mul>(a, row, y, rows, cols);
}
export function mulColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Mul>(a, col, y, rows, cols);
}

export function div(a: usize, b: usize, y: usize, n: i32): void { zip<Div>(a, b, y, n); }
export function divScalar(a: usize, s: f32, y: usize, n: i32): void { withScalar<Div>(a, s, y, n); }
export function divRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Div>(a, row, y, rows, cols);
}
export function divColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Div>(a, col, y, rows, cols);
}

/** NaN wins. */
export function maximum(a: usize, b: usize, y: usize, n: i32): void { zip<Maximum>(a, b, y, n); }
export function maximumScalar(a: usize, s: f32, y: usize, n: i32): void { withScalar<Maximum>(a, s, y, n); }
export function maximumRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Maximum>(a, row, y, rows, cols);
}
export function maximumColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Maximum>(a, col, y, rows, cols);
}

/** NaN wins. */
export function minimum(a: usize, b: usize, y: usize, n: i32): void { zip<Minimum>(a, b, y, n); }
export function minimumScalar(a: usize, s: f32, y: usize, n: i32): void { withScalar<Minimum>(a, s, y, n); }
export function minimumRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Minimum>(a, row, y, rows, cols);
}
export function minimumColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Minimum>(a, col, y, rows, cols);
}

export function rsubScalar(s: f32, a: usize, y: usize, n: i32): void { withScalar<Rsub>(a, s, y, n); }
export function rsubRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Rsub>(a, row, y, rows, cols);
}
export function rsubColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Rsub>(a, col, y, rows, cols);
}

export function rdivScalar(s: f32, a: usize, y: usize, n: i32): void { withScalar<Rdiv>(a, s, y, n); }
export function rdivRow(a: usize, row: usize, y: usize, rows: i32, cols: i32): void {
  withRow<Rdiv>(a, row, y, rows, cols);
}
export function rdivColumn(a: usize, col: usize, y: usize, rows: i32, cols: i32): void {
  withColumn<Rdiv>(a, col, y, rows, cols);
}
