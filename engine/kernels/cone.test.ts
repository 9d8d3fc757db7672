/** @file Projections and inner products of gradients against their plain references, bit for bit. */
import { expect, test } from "vitest";
import { randomSource, Twins } from "./plain/twins.ts";

const twins = new Twins(16);
const at = (i: number) => twins.at(i);

/** Beyond what a test compares. */
const ROOM = 130_000;

test("projections are their reference, whatever the number of rows and columns", () => {
  const random = randomSource(3);
  for (const m of [8, 16, 40, 64]) {
    for (const rank of [2, 4, 6, 12, 20]) {
      const [sums, list, end] = [2 * m * rank, 2 * m * rank + 2 * m, 2 * m * rank + 3 * m];
      twins.writeWide(() => (random() + random() + random() - 1.5) / Math.sqrt(m), 0, m * rank);
      twins.writeWide(() => 1, sums, m);
      const rows = Array.from({ length: m }, (_, i) => (5 * i + 3) % m);
      twins.writeWhole(rows, list);
      const found = twins.difference(end, (kernels) =>
        kernels.projectRows(at(0), m, rank, at(list), m, 1e-4, at(sums), at(ROOM)),
      );
      expect(found, `${m} rows of ${rank}`).toBeNull();
    }
  }
});

test("projections with rows of zeros, equal ones and opposite ones end, and are their reference", () => {
  const [m, rank] = [16, 4];
  const [sums, list] = [2 * m * rank, 2 * m * rank + 2 * m];
  const entry = (k: number) => [1, -1, 0, 1][Math.floor(k / rank) % 4] * [0.3, 0.2, 0, -0.1][k % rank];
  twins.writeWide(entry, 0, m * rank);
  twins.writeWide(() => 1, sums, m);
  twins.writeWhole([0, 1, 2, 3, 12, 13], list);
  const found = twins.difference(list + 6, (kernels) =>
    kernels.projectRows(at(0), m, rank, at(list), 6, 1e-4, at(sums), at(ROOM)),
  );
  expect(found).toBeNull();
});

test("inner products of gradients are their reference, for any number of samples, inputs and outputs", () => {
  for (const n of [1, 2, 3, 4, 5, 7, 12, 21]) {
    for (const [inputs, outputs] of [
      [1, 1],
      [3, 5],
      [8, 2],
      [33, 16],
    ]) {
      for (const bias of [0, 1]) {
        const width = 4 * Math.ceil(n / 4);
        const [d, out] = [n * inputs, 2 * Math.ceil((n * (inputs + outputs)) / 2)];
        twins.randomize(out + 2 * width * width, 0);
        twins.writeWide((k) => k / 7, out, width * width);
        const found = twins.difference(out + 2 * width * width, (kernels) =>
          kernels.layerGramian(at(0), inputs, at(d), outputs, bias, at(out), n, 0, width, at(ROOM)),
        );
        expect(found, `[${n}, ${inputs}], [${n}, ${outputs}], bias ${bias}`).toBeNull();
      }
    }
  }
});

test("a band of rows is those rows of the whole", () => {
  const [n, inputs, outputs] = [14, 3, 6];
  twins.randomize(n * (inputs + outputs), 0);
  const [whole, band] = [200, 200 + 2 * 256];
  twins.writeWide(() => 0, whole, 512);
  const { simd } = twins;
  simd.layerGramian(at(0), inputs, at(n * inputs), outputs, 1, at(whole), n, 0, 16, at(ROOM));
  simd.layerGramian(at(0), inputs, at(n * inputs), outputs, 1, at(band), n, 8, 16, at(ROOM));
  for (let i = 0; i < 2 * 8 * 16; i++) expect(twins.read(band + i)).toBe(twins.read(whole + 2 * 8 * 16 + i));
});

test("room is written no further than the functions beside say", () => {
  const { simd } = twins;
  const random = randomSource(5);
  const guard = (room: number) => at(ROOM) + room;
  const isUntouched = (room: number) =>
    simd.minimumOf(guard(room), 64) === 42 && simd.maximumOf(guard(room), 64) === 42;
  const [m, rank] = [24, 10];
  twins.writeWide(() => random() - 0.5, 0, m * rank);
  twins.writeWide(() => 1, 2 * m * rank, m);
  twins.writeWhole([0, 1, 2, 3, 4, 5, 6, 7], 2 * m * rank + 2 * m);
  twins.fill(guard(simd.projectionScratch(m, rank)), 42, 64);
  simd.projectRows(at(0), m, rank, at(2 * m * rank + 2 * m), 8, 1e-4, at(2 * m * rank), at(ROOM));
  expect(isUntouched(simd.projectionScratch(m, rank))).toBe(true);
  twins.fill(guard(simd.gramianScratch(13, 5, 7)), 42, 64);
  simd.layerGramian(at(0), 5, at(65), 7, 1, at(1000), 13, 0, 16, at(ROOM));
  expect(isUntouched(simd.gramianScratch(13, 5, 7))).toBe(true);
});
