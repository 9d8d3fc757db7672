import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datasetOf } from "../document/own-data.ts";
import { type Columns, csvOf, csvOfData, dataOf, isBinary, numericColumns, tableOf } from "./csv.ts";

const options = { title: "t", standardize: true };
const xy = { inputs: [0], targets: [1], kind: "numbers" as const, keepsUnlabelled: false };
function read(text: string, columns: Columns = xy) {
  const table = tableOf(text);
  if (table === null) throw new Error("nothing to read");
  return dataOf(table, columns, options);
}
const valuesOf = (text: string) => {
  const data = read(text);
  return data.kind === "data"
    ? (data.data.inputs[0]?.values ?? []).map((x, i) => [x, data.data.targets[0]?.values[i]])
    : data.reason;
};

const five = [
  [1, 2],
  [2, 4.5],
  [3, -6],
  [4, 1e-3],
  [5, 0],
];

describe("a table", () => {
  test.each([
    ["commas", "x,y\n1,2\n2,4.5\n3,-6\n4,1e-3\n5,0\n"],
    ["semicolons and decimal commas", "x;y\n1;2\n2;4,5\n3;-6\n4;0,001\n5;0"],
    ["tabs, as from a spreadsheet", "x\ty\r\n1\t2\r\n2\t4.5\r\n3\t-6\r\n4\t.001\r\n5\t0\r\n"],
    ["quotes, spaces and empty lines", '\ufeff"x", "y"\n\n"1", 2\n2,"4.5"\n3, -6\n\n4,1e-3\n5,0'],
  ])("with %s is read", (_title, text) => {
    expect(tableOf(text)?.names).toEqual(["x", "y"]);
    expect(valuesOf(text)).toEqual(five);
  });

  test("without a header has numbered columns", () => {
    const table = tableOf("1,2\n3,4\n5,6\n7,8\n9,10");
    expect(table?.hasHeader).toBe(false);
    expect(table?.names).toEqual(["column 1", "column 2"]);
    expect(table?.rows).toHaveLength(5);
  });

  test("says which columns hold numbers", () => {
    const table = tableOf("name,hp,mpg\nfiat,60,30\nford,90,n/a\nvw,50,33");
    expect(table === null ? [] : numericColumns(table)).toEqual([1, 2]);
  });

  test("names the bad rows by line, and leaves them out", () => {
    const data = read('x,y\n1,2\n"two",4\n3\n4,5\n5,inf\n6,7\n7,8\n8,9');
    expect(data.kind).toBe("data");
    expect(data.bad).toEqual([
      { line: 3, reason: "“two” is no number" },
      { line: 4, reason: "a value is missing" },
      { line: 6, reason: "“inf” is no number" },
    ]);
  });

  test("counts lines as an editor does, over line breaks in quotes", () => {
    expect(read('x,y\n"1\n",2\nbad,3\n3,4\n4,5\n5,6\n6,7').bad).toEqual([{ line: 4, reason: "“bad” is no number" }]);
  });

  test("that is too small or too large is refused with the reason", () => {
    expect(valuesOf("x,y\n1,2\n3,4")).toMatch(/At least 5 rows.*2 can be read/);
    expect(valuesOf(`x,y\n${"1,2\n".repeat(100_001)}`)).toMatch(/100,001 rows.*at most 100,000/);
    expect(tableOf("1".repeat(20_000_001))).toBeNull();
    const wide = `${"1,".repeat(10)}2\n`.repeat(100_000);
    expect(read(wide, { ...xy, inputs: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], targets: [10] })).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/100,000 rows of 11 columns, 1,100,000 numbers.*at most 1,000,000/),
    });
    expect(tableOf(" \n ")).toBeNull();
  });

  test("keeps rows that lack only a target where that is asked for, and counts them either way", () => {
    const text = "x,y,z\n1,2,3\n2,NaN,4\n3,,5\n,6,7\n5,n/a,\n6,oops,8\n7,8,9\n8,9,10\n9,10,11\n10,11,12";
    const columns = { inputs: [0], targets: [1, 2], kind: "numbers" as const };
    const out = read(text, { ...columns, keepsUnlabelled: false });
    expect([out.kind, out.unlabelled, out.bad.map(({ line }) => line)]).toEqual(["data", 3, [3, 4, 5, 6, 7]]);
    const kept = read(text, { ...columns, keepsUnlabelled: true });
    expect(kept.bad).toEqual([
      { line: 5, reason: "a value is missing" },
      { line: 7, reason: "“oops” is no number" },
    ]);
    if (kept.kind !== "data") throw new Error(kept.reason);
    expect(kept.data.targets.map(({ values }) => values)).toEqual([
      [2, null, null, null, 8, 9, 10, 11],
      [3, 4, 5, null, 9, 10, 11, 12],
    ]);
    expect(datasetOf(kept.data).targets[0]?.values).toEqual(
      Float64Array.of(2, Number.NaN, Number.NaN, Number.NaN, 8, 9, 10, 11),
    );
    // As the page writes it, they come back.
    const again = read(csvOfData(kept.data), { ...columns, keepsUnlabelled: true });
    expect(again.kind === "data" && again.data).toEqual(kept.data);
  });

  test("takes columns of 0 and 1 as labels that may hold at once", () => {
    const text = "x,wet,cold\n1,0,1\n2,1,1\n3,0,0\n4,1,0\n5,1,1\n6,2,1\n7,,0";
    const columns = { inputs: [0], targets: [1, 2], kind: "binary" as const, keepsUnlabelled: false };
    const labelled = read(text, columns);
    expect(labelled.bad).toEqual([
      { line: 7, reason: "a label is 0 or 1" },
      { line: 8, reason: "a value is missing" },
    ]);
    if (labelled.kind !== "data") throw new Error(labelled.reason);
    const { kind, classes, targets } = labelled.data;
    expect({ kind, classes, values: targets.map(({ values }) => values) }).toEqual({
      kind: "binary",
      classes: ["neither", "wet", "cold", "wet, cold"],
      values: [
        [0, 1, 0, 1, 1],
        [1, 1, 0, 0, 1],
      ],
    });
    const again = read(csvOfData(labelled.data), columns);
    expect(again.kind === "data" && again.data).toEqual(labelled.data);
  });

  test("offers as labels what is 0 and 1 and nothing else", () => {
    const table = tableOf("a,b,c,d,e\n0,0,1,0,x\n1,2,1,NaN,0\n0,1,1,1,1");
    expect([0, 1, 2, 3, 4].filter((i) => table !== null && isBinary(table, i))).toEqual([0, 3]);
  });

  test("does not keep a target of which next to nothing is known", () => {
    const text = `x,y\n${Array.from({ length: 9 }, (_, i) => `${i},${i < 4 ? i : ""}`).join("\n")}`;
    expect(read(text, { ...xy, keepsUnlabelled: true })).toMatchObject({
      kind: "refused",
      reason: "“y” is known of fewer than 5 rows. Choose another target.",
    });
  });

  test("of half a million rows is counted whole and kept in part, with its progress told", () => {
    const told: number[] = [];
    const began = performance.now();
    const table = tableOf(`x,y\n${"1,2\n".repeat(499_990)}`, (rows) => told.push(rows));
    expect(performance.now() - began).toBeLessThan(3000);
    expect([table?.count, table?.rows.length]).toEqual([499_990, 199_999]);
    expect(told.slice(0, 2)).toEqual([20_000, 40_000]);
    expect(table && dataOf(table, xy, options)).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/These are 499,990 rows.*at most 100,000/),
    });
  });

  test("gives back every cell that was written, whatever is in it", () => {
    const cell = fc
      .array(fc.constantFrom("a", "1", ",", '"', "\n", " ", "é"), { maxLength: 6 })
      .map((letters) => letters.join("").trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 9 }), (rows) => {
        const written = rows.filter((cells) => cells.some((each) => each !== ""));
        const text = `head,"er"\n${written.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n")}`;
        const table = tableOf(text);
        const read = table?.rows.map(({ cells }) => cells) ?? [];
        expect(table?.hasHeader === true ? read : read.slice(1)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  test("never throws, whatever is pasted", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom("1", ",", ";", "\n", '"', "x", "-", "\t")).map((letters) => letters.join("")),
        ),
        (text) => {
          const table = tableOf(text);
          if (table !== null) expect(["data", "refused"]).toContain(dataOf(table, xy, options).kind);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("that the page wrote comes back", () => {
    const data = read("x,y\n1,2\n2,4.5\n3,-6\n4,1e-3\n5,0");
    if (data.kind !== "data") throw new Error(data.reason);
    expect(read(csvOfData(data.data))).toEqual(data);
    expect(csvOf(['a "b"', "c,d"], [["e\nf", 1]])).toBe('"a ""b""","c,d"\n"e\nf",1\n');
  });
});
