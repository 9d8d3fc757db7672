/**
 * @file A document as the text that links of format 1 compress: what differs from the format's defaults, as JSON on the first line; then the sources.
 *
 * Fields that the format does not know go as they are, so a newer document fits too; `v` is then its version, and the migrations bring it up to date.
 */
import { type LossDocument, laneIds } from "../document.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The document's version when the format was made. */
const BASE_VERSION = 3;

/** Part of the format: never edit them. They are not what a first visitor finds, and need not be. */
const base: Fields = {
  title: "",
  note: "",
  data: null,
  runs: {},
};
const baseExperiment: Fields = {
  dataset: "auto-mpg",
  model: { kind: "mlp", widths: [32, 32], activation: "tanh" },
  optimizer: { name: "Adam" },
  lr: 0.01,
  batchSize: 64,
  seed: 0,
  steps: 2000,
  matchFirstStep: false,
};
/** Fields of later versions, and what they are where a link does not say them. Never edit one that is there. */
const laterExperiment: Fields = { scheduler: null, toy: {}, tensors: [], output: null, reading: null };
const laterDocument: Fields = { seeds: 1, study: { seeds: null, sweep: null } };
const baseView: Fields = { scale: "log", axis: "step", smoothing: 0.6, metric: "MSE", split: "validation" };
const laterView: Fields = { lanesShare: null, editorShare: null, input: 0, tab: "training" };
const baseLane = (index: number): Fields => ({
  id: laneIds[index] ?? "A",
  name: "",
  language: "python",
  handling: { kind: "refuse" },
});

const laterLane: Fields = { arguments: {}, lr: null };

export function toText({ version, experiment, lanes, view, runs, ...rest }: LossDocument): string {
  const isPlain = lanes.length === 1;
  const laneFields = lanes.map(({ source, ...lane }, i) => ({
    ...differing(lane, { ...baseLane(i), ...laterLane }),
    ...(i < lanes.length - 1 ? { n: source.length } : {}),
  }));
  const head = differing(
    {
      ...differing({ ...rest }, { ...base, ...laterDocument }),
      v: version,
      experiment: differing({ ...experiment }, { ...baseExperiment, ...laterExperiment }),
      view: differing({ ...view }, { ...baseView, ...laterView }),
      lanes: isPlain && Object.keys(laneFields[0] ?? {}).length === 0 ? [] : laneFields,
      runs: Object.fromEntries(Object.entries(runs).map(([lane, hash]) => [lane, shortMark(hash)])),
    },
    { v: BASE_VERSION, experiment: {}, view: {}, lanes: [], runs: {} },
  );
  const isEmpty = Object.keys(head).length === 0;
  return `${isEmpty ? "" : canonical(head)}\n${lanes.map(({ source }) => source).join("")}`;
}

/** Something for the schema to judge. Throws on what is no JSON. */
export function fromText(text: string): unknown {
  const end = text.indexOf("\n");
  const headText = text.slice(0, Math.max(0, end));
  const head: unknown = headText === "" ? {} : JSON.parse(headText);
  if (end < 0 || !isFields(head)) return null;
  const { v: version = BASE_VERSION, experiment = {}, view = {}, lanes = [], runs = {}, ...rest } = head;
  if (!isFields(experiment) || !isFields(view) || !isFields(runs) || !Array.isArray(lanes)) return null;
  const laneFields: unknown[] = lanes.length === 0 ? [{}] : lanes;
  let at = end + 1;
  const read = laneFields.map((fields, i) => {
    if (!isFields(fields)) return null;
    const { n, ...lane } = fields;
    const length = i === laneFields.length - 1 ? text.length - at : n;
    if (typeof length !== "number" || !Number.isInteger(length) || length < 0 || at + length > text.length) return null;
    at += length;
    return { ...baseLane(i), ...laterLane, ...lane, source: text.slice(at - length, at) };
  });
  return {
    ...base,
    ...laterDocument,
    ...rest,
    version,
    experiment: { ...baseExperiment, ...laterExperiment, ...experiment },
    lanes: read,
    view: { ...baseView, ...laterView, ...view },
    runs: Object.fromEntries(Object.entries(runs).map(([lane, hash]) => [lane, longMark(hash)])),
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function differing(fields: Fields, from: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => canonical(value) !== canonical(from[key])));
}

/** JSON with its keys in order, so that equal documents are equal texts. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isFields(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** Of a mark (`../run-mark.ts`), the hash as bytes: "2:" and eleven letters. Version 1 wrote the letters alone. */
function shortMark(mark: string): string {
  const [hex, version] = mark.split(":").reverse();
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return version === undefined ? toBase64url(bytes) : `${version}:${toBase64url(bytes)}`;
}

function longMark(short: unknown): unknown {
  const [letters, version] = typeof short === "string" ? short.split(":").reverse() : [];
  const bytes = letters === undefined ? null : fromBase64url(letters);
  if (bytes === null) return null;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return version === undefined ? hex : `${version}:${hex}`;
}
