/** @file Documents of older versions, brought to the newest step by step. What comes out is checked by the schema like anything else. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** From the version that is the key to the one after it. */
const migrations: Readonly<Record<number, (document: Fields) => Fields>> = {
  // Lanes learned to say what becomes of a vector; before that, every one refused it.
  1: ({ experiment, lanes, ...rest }) => ({
    ...rest,
    version: 2,
    experiment: isFields(experiment) ? { ...experiment, matchFirstStep: false } : experiment,
    lanes: Array.isArray(lanes)
      ? lanes.map((lane: unknown) => (isFields(lane) ? { ...lane, handling: { kind: "refuse" } } : lane))
      : lanes,
  }),
};

export function migrated(value: unknown): unknown {
  let document = value;
  while (isFields(document) && typeof document.version === "number") {
    const next = migrations[document.version];
    if (next === undefined) break;
    document = next(document);
  }
  return document;
}
