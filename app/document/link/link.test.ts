import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { deflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { anyDocument } from "../arbitrary.ts";
import { defaultDocument } from "../defaults.ts";
import { type Lane, type LaneId, type LossDocument, parseDocument } from "../document.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { crc32 } from "./checksum.ts";
import { dictionary } from "./dictionary.ts";
import { decodeLink, encodeLink } from "./link.ts";

const documentOf = (fragment: string): LossDocument | null => {
  const opened = decodeLink(fragment);
  return opened.kind === "document" ? opened.document : null;
};
const faultOf = (fragment: string): string | null => {
  const opened = decodeLink(fragment);
  return opened.kind === "fault" ? opened.fault : null;
};

/** A link as somebody with bad intentions makes it: with a checksum that is right. */
function forged(text: string | Uint8Array, announced?: number): string {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const groups = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...groups(value >>> 7)]);
  const body = Uint8Array.from([...groups(announced ?? bytes.length), ...deflateSync(bytes, { level: 9, dictionary })]);
  const crc = crc32(body);
  return `1${toBase64url(Uint8Array.from([crc & 255, (crc >> 8) & 255, (crc >> 16) & 255, ...body]))}`;
}

const python = (id: LaneId, source: string): Lane => ({
  id,
  name: "",
  language: "python",
  source,
  handling: { kind: "refuse" },
  arguments: {},
  lr: null,
});
const alone = (source: string): LossDocument => ({ ...defaultDocument, lanes: [python("A", source)] });

/** 500 characters that are no example. */
const unseen = `import torch
import torch.nn as nn


class AdaptiveBarron(nn.Module):
    """General robust loss that learns its shape."""

    def __init__(self, scale=0.3):
        super().__init__()
        self.shape = nn.Parameter(torch.tensor(1.5))
        self.scale = scale

    def forward(self, predictions, targets):
        r = (predictions - targets) / self.scale
        a = self.shape.clamp(0.05, 1.95)
        b = (a - 2).abs()
        core = (r * r / b + 1) ** (a / 2)
        return (b / a * (core - 1)).mean()
`;

describe("a link", () => {
  test("brings every document back as it was", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(parseDocument(document)).toEqual(document);
        expect(documentOf(encodeLink(document))).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  test("is the same for the same document, however its fields are ordered", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { lanes, experiment, ...rest } = document;
        const { lr, ...others } = experiment;
        expect(encodeLink({ lanes, ...rest, experiment: { ...others, lr } })).toBe(encodeLink(document));
      }),
      { numRuns: 100 },
    );
  });

  test("uses only letters that a URL takes as they are", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(encodeLink(document)).toMatch(/^1[\w-]+$/);
      }),
      { numRuns: 50 },
    );
  });
});

describe("links that must open forever", () => {
  const folder = new URL("./forever/", import.meta.url);
  test.each(readdirSync(folder))("%s", (file) => {
    const { link, document }: { link: string; document: unknown } = JSON.parse(
      readFileSync(new URL(file, folder), "utf8"),
    );
    const expected = parseDocument(document);
    expect(expected).not.toBeNull();
    expect(documentOf(link)).toEqual(expected);
  });
});

describe("a bad link", () => {
  const good = encodeLink(alone(unseen));

  test("that is cut off is said to be, wherever the cut is", () => {
    for (let length = 1; length < good.length; length++) expect(faultOf(good.slice(0, length))).toBe("cut-off");
  });

  test("with any one letter changed is damaged or newer, never another document", () => {
    for (let at = 0; at < good.length; at++) {
      for (const letter of ["A", "q", "-", "%", "é"]) {
        if (good[at] === letter) continue;
        const fault = faultOf(good.slice(0, at) + letter + good.slice(at + 1));
        expect(["damaged", "cut-off", ...(at === 0 ? ["newer"] : [])]).toContain(fault);
      }
    }
  });

  test("of a newer format is newer", () => {
    expect(faultOf(`2${good.slice(1)}`)).toBe("newer");
  });

  test("of a newer document is newer", () => {
    expect(faultOf(forged('{"v":99}\ndef forward(p, t): ...'))).toBe("newer");
  });

  test("that announces more than a document can be is refused", () => {
    expect(faultOf(forged(new Uint8Array(3_000_000)))).toBe("bomb");
  });

  test("that holds more than it announces is refused as soon as that shows", () => {
    const bomb = forged(new Uint8Array(20_000_000), 1000);
    expect(bomb.length).toBeLessThan(32_768);
    expect(faultOf(bomb)).toBe("bomb");
  });

  test("that is longer than any document is not read", () => {
    expect(faultOf(`1${"A".repeat(40_000)}`)).toBe("bomb");
  });

  test.each([
    ["a setting out of its range", '{"experiment":{"lr":1e9}}\nx'],
    ["a data set that does not exist", '{"experiment":{"dataset":"../secrets"}}\nx'],
    ["its own data missing", '{"experiment":{"dataset":"own"}}\nx'],
    ["five lanes", `{"lanes":[${'{"n":1},'.repeat(4)}{}]}\nxxxxx`],
    ["two lanes of one letter", '{"lanes":[{"n":1},{"id":"A"}]}\nxx'],
    ["a text where a number belongs", '{"experiment":{"seed":"0"}}\nx'],
    [
      "columns of different lengths",
      '{"data":{"title":"","standardize":true,"input":{"name":"x","unit":"","values":[1,2,3,4,5]},"targets":[{"name":"y","unit":"","values":[1,2,3,4,5,6]}]}}\nx',
    ],
    ["a source that is too long", `\n${"x".repeat(20_001)}`],
    [
      "a handling from the prototype",
      '{"lanes":[{"handling":{"kind":"aggregator","name":"constructor","parameters":{}}}]}\nx',
    ],
    ["a lane of another lane's length", '{"lanes":[{"n":99},{}]}\nx'],
    ["no document at all", "[1,2,3]\n"],
  ])("with %s is refused", (_title, text) => {
    expect(faultOf(forged(text))).toBe("out-of-range");
  });

  test("with prototype keys leaves prototypes alone", () => {
    const text =
      '{"__proto__":{"polluted":1},"experiment":{"__proto__":{"lr":9},"constructor":{"prototype":{"polluted":1}}}}\nx';
    expect(documentOf(forged(text))).toEqual(alone("x"));
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("with markup, controls and reordering marks in a title shows plain text", () => {
    const title = "<img src=x onerror=alert(1)>\u202eevil\u0007\nsecond line";
    const document = documentOf(forged(`${JSON.stringify({ title })}\nx`));
    expect(document?.title).toBe("<img src=x onerror=alert(1)>evil second line");
  });

  test.each([
    ["no text", Uint8Array.of(0xff, 0xfe, 0x0a)],
    ["no JSON", new TextEncoder().encode("{nonsense\nx")],
  ])("that holds %s is damaged", (_title, bytes) => {
    expect(faultOf(forged(bytes))).toBe("damaged");
  });

  const mutated = fc.tuple(
    fc.constantFrom(...fc.sample(anyDocument, { numRuns: 50, seed: 7 }).map(encodeLink)),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("replace", "insert", "remove", "cut", "repeat"),
        fc.string({ unit: "binary", maxLength: 3 }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  );
  const mutate = (link: string, edits: readonly (readonly [number, string, string])[]): string =>
    edits.reduce((held, [place, kind, text]) => {
      const at = place % (held.length + 1);
      if (kind === "cut") return held.slice(0, at);
      if (kind === "repeat") return held + held.slice(at);
      return held.slice(0, at) + (kind === "remove" ? "" : text) + held.slice(at + (kind === "insert" ? 0 : 1));
    }, link);
  /** `LOSSLAB_MUTATIONS=100000` for the long run. */
  const count = Number(process.env.LOSSLAB_MUTATIONS ?? 2000);

  test.each([
    ["seed 1", 1],
    ["another seed each time", undefined],
  ])(
    "never throws, however it was mutated (%s)",
    (_title, seed) => {
      fc.assert(
        fc.property(mutated, ([link, edits]) => {
          const opened = decodeLink(mutate(link, edits));
          expect(["document", "fault"]).toContain(opened.kind);
        }),
        { numRuns: count / 2, ...(seed === undefined ? {} : { seed }) },
      );
    },
    600_000,
  );

  test("never throws on bytes that carry a right checksum", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const crc = crc32(bytes);
        const fragment = `1${toBase64url(Uint8Array.from([crc & 255, (crc >> 8) & 255, (crc >> 16) & 255, ...bytes]))}`;
        expect(["document", "fault"]).toContain(decodeLink(fragment).kind);
      }),
      { numRuns: 2000 },
    );
  });
});

test("base64url comes back, and takes nothing it would not have written", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  for (const text of ["A", "AB", "A=", "A+A", "é"]) expect(fromBase64url(text)).toBeNull();
});
