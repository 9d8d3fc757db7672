/** What comes from outside is refused or bounded, whatever it is: no exception, no freeze. LOSSLAB_FUZZ sets how many of each, for a longer run by hand. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseReply } from "../../engine/worker/validate.ts";
import { parseDocument } from "../document/document.ts";
import { decodeLink } from "../document/link/link.ts";
import { tableOf } from "../files/csv.ts";

const numRuns = Number(process.env.LOSSLAB_FUZZ ?? 10_000);
/** Of one of them, in milliseconds: whatever a machine does besides. */
const FREEZE = 1000;

function quick(work: () => unknown): void {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(FREEZE);
}

const types = fc.constantFrom("ready", "begun", "heartbeat", "report", "progress", "unsafe", "__proto__");
const message = fc.oneof(
  fc.anything(),
  fc.record({ type: types, id: fc.anything(), report: fc.anything(), progress: fc.anything() }, { requiredKeys: [] }),
);

test("a message of any kind is taken or refused", () => {
  fc.assert(
    fc.property(message, (value) => quick(() => parseReply(value))),
    { numRuns },
  );
});

test("a link of any text is opened or refused", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => quick(() => decodeLink(text))),
    { numRuns },
  );
});

test("a document of any shape is taken or refused", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ version: fc.nat(9), lanes: fc.anything() })), (value) =>
      quick(() => parseDocument(value)),
    ),
    { numRuns },
  );
});

const cell = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.constantFrom('"', '""', ",", ";", "\t", "\r", "__proto__"),
);

test("a table of any text is read or refused", () => {
  const table = fc
    .array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 })
    .map((rows) => rows.map((row) => row.join(",")).join("\n"));
  fc.assert(
    fc.property(table, (text) => quick(() => tableOf(text))),
    { numRuns },
  );
});
