/** @file What to write in the place of what cuts a gradient off, where that is certain. */
import { cutKind } from "../../engine/inspect/cuts.ts";
import type { Fix, Range } from "../../engine/language/program.ts";
import { numpyEdits } from "./numpy-words.ts";
import { partsIn } from "./parts-in.ts";
import type { SourceText } from "./source-text.ts";

interface CutAt {
  readonly cause: string | null;
  readonly probe: number | null;
  readonly also: string | null;
  readonly alsoAt: number | null;
}

export function cutFixes(text: SourceText, cut: CutAt): Fix[] {
  const { cause, probe, also, alsoAt } = cut;
  const own = withoutNumpy(text, probe, ownFixes(text, cause, probe));
  const other = text.place(alsoAt);
  const isMended = own[0]?.edits.some(({ start, end }) => other !== null && start <= other.start && end >= other.end);
  if (also === null || isMended === true) return own;
  // Copied as well: both go, or neither is of use.
  const [first] = own;
  const [second] =
    also === "tensor" ? [...stacked(text, alsoAt), ...uncopied(text, alsoAt)] : ownFixes(text, also, alsoAt);
  if (first === undefined || second === undefined || cutKind(also) === "truth") return [];
  return [{ title: first.title, edits: [...first.edits, ...second.edits] }];
}

/** What is a tensor again goes into torch's functions: NumPy refuses it. */
function withoutNumpy(text: SourceText, probe: number | null, fixes: Fix[]): Fix[] {
  const place = text.place(probe);
  const edits = place === null ? [] : numpyEdits(text, place);
  return edits.length === 0 ? fixes : fixes.map((fix) => ({ ...fix, edits: [...fix.edits, ...edits] }));
}

/** np.f(x.detach()) as torch.f(x). */
function throughTorch(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  const edits = place === null ? [] : numpyEdits(text, place);
  const inner = place === null ? null : /\.detach\(\)(?:\.cpu\(\))?(?:\.numpy\(\))?/.exec(text.code(place));
  if (place === null || edits.length === 0 || inner === null) return [];
  const start = place.start + inner.index;
  return [{ title: "Use torch's functions", edits: [{ start, end: start + inner[0].length, text: "" }] }];
}

function ownFixes(text: SourceText, cause: string | null, probe: number | null): Fix[] {
  switch (cause) {
    case "item":
    case "number":
    case "tolist": {
      const removed = text.removeCall(probe, cause);
      return removed.length > 0 ? removed : unconverted(text, probe);
    }
    case "detach":
      return text.removeCall(probe, cause);
    case "long":
    case "int":
    case "to":
      return [...text.removeCall(probe, "long"), ...text.removeCall(probe, "int")];
    case "numpy":
      return throughTorch(text, probe);
    case "data":
      return text.removeAttribute(probe, cause);
    case "tensor": {
      const fixes = stacked(text, probe);
      return fixes.length > 0 ? fixes : uncopied(text, probe);
    }
    case "grad":
      return text.addKeyword(probe, "create_graph", "True");
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return smooth(text, probe, cause === "gt" || cause === "ge");
    case "argsort":
      return softRank(text, probe);
    case "histc":
      return softHistogram(text, probe);
    default:
      return [];
  }
}

/** v.argsort().argsort() as ranks by sigmoids of all differences. */
function softRank(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null || text.language !== "python") return [];
  const column = softRankOfColumn(text, place);
  if (column !== null) return [column];
  const first = /^(\w+)\.argsort\(\)/.exec(text.code(place));
  if (first === null) return [];
  const end = place.start + first[0].length;
  const again = /^\.argsort\(\)/.exec(text.source.slice(end))?.[0] ?? "";
  const x = first[1];
  if (again === "") return [];
  return [
    {
      title: "Rank by sigmoids",
      edits: [
        {
          start: place.start,
          end: end + again.length,
          text: `torch.sigmoid(10 * (${x}.unsqueeze(1).expand(-1, len(${x})) - ${x})).sum(1)`,
        },
      ],
    },
  ];
}

/** torch.argsort(torch.argsort(x, dim=0), dim=0), x being one column. */
function softRankOfColumn({ source }: SourceText, { start, end }: Range): Fix | null {
  const code = source.slice(start, end);
  const inner = /^torch\.argsort\((\w+), (?:dim=)?0\)$/.exec(code)?.[1];
  const method = /^(\w+)\.argsort\((?:dim=)?0\)$/.exec(code)?.[1];
  const head = "torch.argsort(";
  const isNested = inner !== undefined && source.slice(start - head.length, start) === head;
  const after = (isNested ? /^, (?:dim=)?0\)/ : /^\.argsort\((?:dim=)?0\)/).exec(source.slice(end))?.[0];
  const x = isNested ? inner : method;
  if (after === undefined || x === undefined) return null;
  return {
    title: "Rank by sigmoids",
    edits: [
      {
        start: isNested ? start - head.length : start,
        end: end + after.length,
        text: `torch.sigmoid(10 * (${x} - ${x}.reshape(1, -1))).sum(1, keepdim=True)`,
      },
    ],
  };
}

/** torch.histc(x, bins=n, min=a, max=b) as Gaussian bumps round the bins' centres. */
function softHistogram(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  const found =
    /^torch\.histc\(\s*(?:input\s*=\s*)?([\w.]+)\s*,\s*(?:bins\s*=\s*)?(\d+)\s*,\s*(?:min\s*=\s*)?(-?[\d.]+)\s*,\s*(?:max\s*=\s*)?(-?[\d.]+)\s*\)$/.exec(
      text.code(place),
    );
  if (place === null || found === null || text.language !== "python") return [];
  const [, x, bins, low, high] = found;
  const width = (Number(high) - Number(low)) / Number(bins);
  if (!(width > 0)) return [];
  const [first, last] = [Number(low) + width / 2, Number(high) - width / 2].map((at) =>
    String(Number(at.toPrecision(6))),
  );
  const size = String(Number(width.toPrecision(6)));
  const bumps = `torch.softmax(-((${x}.reshape(-1, 1).expand(-1, ${bins}) - torch.linspace(${first}, ${last}, ${bins})) / ${size}) ** 2, dim=1).sum(0)`;
  return [{ title: "Use a soft histogram", edits: [{ ...place, text: bumps }] }];
}

/** float(x) as x, math.exp(x) as torch.exp(x). */
function unconverted(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null || text.language !== "python") return [];
  const code = text.code(place);
  const plain = /^float\(((?:[^()]|\([^()]*\))+)\)$/.exec(code)?.[1];
  if (plain !== undefined) return [{ title: "Keep the tensor", edits: [{ ...place, text: `(${plain})` }] }];
  const call = /^math\.(exp|log|sqrt|sin|cos|tanh|log1p|fabs)\(/.exec(code);
  if (call === null) return [];
  const name = call[1] === "fabs" ? "abs" : call[1];
  return [
    {
      title: `Use torch.${name}`,
      edits: [{ start: place.start, end: place.start + call[0].length, text: `torch.${name}(` }],
    },
  ];
}

/** torch.tensor(x) of one tensor as x. */
function uncopied(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const code = text.code(place);
  const inside = /^torch\.(?:tensor|as_tensor|Tensor|FloatTensor)\(([^[\s].*)\)$/s.exec(code)?.[1];
  const [value, ...options] = inside === undefined ? [] : partsIn(inside);
  if (value === undefined || !options.every((option) => /^(requires_grad|dtype|device)\s*=/.test(option))) return [];
  // The parentheses stay: what stands in them may be a sum.
  const start = place.start + code.indexOf("(");
  const from = start + 1 + code.slice(start - place.start + 1).indexOf(value) + value.length;
  return [
    {
      title: "Keep the tensor",
      edits: [
        { start: place.start, end: start, text: "" },
        ...(options.length === 0 ? [] : [{ start: from, end: place.end - 1, text: "" }]),
      ],
    },
  ];
}

/** torch.tensor([a, b]) as torch.stack([a, b]). */
function stacked(text: SourceText, probe: number | null): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const code = text.source.slice(place.start, place.end);
  const match = /^torch\.(tensor|as_tensor|Tensor|FloatTensor)\(/.exec(code);
  const leaf = /,\s*requires_grad\s*=\s*True(?=\s*\)$)/.exec(code);
  if (match === null || (/requires_grad/.test(code) && leaf === null) || /dtype/.test(code)) return [];
  const [name] = partsIn(code.slice(match[0].length, -1));
  if (name === undefined) return [];
  const isList = name.startsWith("[") || new RegExp(`(?<![\\w.])${name}(\\.append\\(|\\s*=\\s*\\[)`).test(text.source);
  if (!/^[\w[]/.test(name) || (/^\w+$/.test(name) && !isList) || !/^(\w+|\[.*)$/s.test(name)) return [];
  return [
    {
      title: "Use torch.stack",
      edits: [
        { start: place.start, end: place.start + match[0].length, text: "torch.stack(" },
        ...(leaf === null
          ? []
          : [{ start: place.start + leaf.index, end: place.start + leaf.index + leaf[0].length, text: "" }]),
      ],
    },
  ];
}

/** a > b as torch.sigmoid(10 * (a - b)), where its answers are counted and neither choose nor are asked. */
function smooth(text: SourceText, probe: number | null, isAbove: boolean): Fix[] {
  const place = text.place(probe);
  if (place === null) return [];
  const whole = chosenOnes(text, place);
  if (whole !== null) {
    const soft = softComparison(text.code(place), isAbove);
    return soft === null ? [] : [{ title: "Use a sigmoid", edits: [{ ...whole, text: soft }] }];
  }
  if (choosesWith(text, place)) return [];
  const soft = softComparison(text.code(place), isAbove);
  return soft === null ? [] : [{ title: "Use a sigmoid", edits: [{ ...place, text: soft }] }];
}

/** torch.where(c, 1.0, 0.0), torch.where(c, torch.ones_like(x), torch.zeros_like(x)): all of it is what c says. */
function chosenOnes({ source }: SourceText, { start, end }: Range): Range | null {
  const head = "torch.where(";
  if (source.slice(start - head.length, start) !== head) return null;
  const rest =
    /^\s*,\s*(?:1(?:\.0*)?|torch\.ones_like\([^()]*\)|torch\.tensor\(1\.?0*\))\s*,\s*(?:0(?:\.0*)?|torch\.zeros_like\([^()]*\)|torch\.tensor\(0\.?0*\))\s*\)/.exec(
      source.slice(end),
    );
  return rest === null ? null : { start: start - head.length, end: end + rest[0].length };
}

export function softComparison(code: string, isAbove: boolean): string | null {
  const method = /^(.+)\.(?:gt|ge|lt|le)\(([^()]*)\)$/s.exec(code);
  if (method !== null) return `${method[1]}.sub(${method[2]}).mul(${isAbove ? 10 : -10}).sigmoid()`;
  const match = /^([^<>]+?)\s*[<>]=?\s*([^<>=]+)$/s.exec(code);
  if (match === null) return null;
  const [, left, right] = match;
  return `torch.sigmoid(10 * (${isAbove ? `${left} - ${grouped(right)}` : `${right} - ${grouped(left)}`}))`;
}

/** The mask selects, is negated, or is asked: a number between 0 and 1 cannot stand there. */
function choosesWith({ source }: SourceText, { start, end }: { start: number; end: number }): boolean {
  const before = source.slice(source.lastIndexOf("\n", start) + 1, start);
  const after = source.slice(end, end + 8);
  if (/(\[|where\(|~|\bif|\bwhile|\bnot|&|\|)\s*\(?\s*$/.test(before) || /^\)?\s*(&|\||\]|\.(any|all)\()/.test(after))
    return true;
  const name = /(?:^|\s)(\w+)\s*=\s*\(?\s*$/.exec(before)?.[1];
  if (name === undefined) return false;
  return new RegExp(`(\\[|where\\(|~|&|\\||\\bif|\\bnot)\\s*${name}\\b|\\b${name}\\s*(&|\\||\\.(any|all)\\()`).test(
    source,
  );
}

const grouped = (code: string): string => (/^[\w.]+$|^[\w.]+\([^()]*\)$/.test(code) ? code : `(${code})`);
