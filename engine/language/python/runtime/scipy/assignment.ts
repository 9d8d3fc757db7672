/** @file The cheapest way to give every row a column of its own: shortest augmenting paths (Crouse 2016), in SciPy's order, which decides among equals. */

/** The column of each row, where there are no more rows than columns; null if every way is infinite. */
function columnsOf(cost: Float64Array, rows: number, columns: number): Int32Array | null {
  const u = new Float64Array(rows);
  const v = new Float64Array(columns);
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const path = new Int32Array(columns).fill(-1);
  for (let current = 0; current < rows; current++) {
    const costs = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    const seenRows = new Uint8Array(rows);
    const seenColumns = new Uint8Array(columns);
    const remaining = Int32Array.from({ length: columns }, (_, i) => columns - i - 1);
    let left = columns;
    let [least, sink, i] = [0, -1, current];
    while (sink === -1) {
      let [index, lowest] = [-1, Number.POSITIVE_INFINITY];
      seenRows[i] = 1;
      for (let at = 0; at < left; at++) {
        const j = remaining[at];
        const reduced = least + cost[i * columns + j] - u[i] - v[j];
        if (reduced < costs[j]) {
          path[j] = i;
          costs[j] = reduced;
        }
        if (costs[j] < lowest || (costs[j] === lowest && rowOf[j] === -1)) {
          lowest = costs[j];
          index = at;
        }
      }
      least = lowest;
      if (least === Number.POSITIVE_INFINITY) return null;
      const j = remaining[index];
      if (rowOf[j] === -1) sink = j;
      else i = rowOf[j];
      seenColumns[j] = 1;
      remaining[index] = remaining[--left];
    }
    u[current] += least;
    for (let row = 0; row < rows; row++)
      if (seenRows[row] === 1 && row !== current) u[row] += least - costs[columnOf[row]];
    for (let j = 0; j < columns; j++) if (seenColumns[j] === 1) v[j] -= least - costs[j];
    for (let j = sink; ; ) {
      const row = path[j];
      rowOf[j] = row;
      const next = columnOf[row];
      columnOf[row] = j;
      if (row === current) break;
      j = next;
    }
  }
  return columnOf;
}

/** Rows and their columns, in order of the rows; null if there is no way of finite cost. */
export function assignment(
  cost: Float64Array,
  rows: number,
  columns: number,
): readonly (readonly [row: number, column: number])[] | null {
  if (rows <= columns) {
    const found = columnsOf(cost, rows, columns);
    return found === null ? null : Array.from(found, (column, row) => [row, column] as const);
  }
  const turned = Float64Array.from(
    { length: cost.length },
    (_, i) => cost[(i % rows) * columns + Math.floor(i / rows)],
  );
  const found = columnsOf(turned, columns, rows);
  if (found === null) return null;
  return Array.from(found, (row, column) => [row, column] as const).sort(([a], [b]) => a - b);
}
