/** @file What goes wrong only later in training, in words. */
import type { HazardOf, LostHazard } from "../../engine/inspect/hazards.ts";
import { lostIn } from "../../engine/inspect/lost.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import type { Fix } from "../../engine/language/program.ts";
import type { LostStep } from "../../engine/train/progress.ts";
import { formatCount, formatNumber } from "./format.ts";
import { notFinite, notFiniteFixes, slopeFixes, slopeNotFinite } from "./non-finite-words.ts";
import { postfix, type SourceText } from "./source-text.ts";

type SecondStep = Pick<HazardOf<"second-step">, "message" | "from" | "used">;

export function secondStep(text: SourceText, { message, from, used }: SecondStep): string {
  if (from !== null) {
    const number = text.language === "python" ? "loss.item() or loss.detach()" : "loss.detach()";
    return `The first step works, the second does not: ${text.quote(from)}${text.line(from)} stores a tensor with its graph outside of forward, and the graph of a step is gone after its backward. Store numbers: ${number}.`;
  }
  if (used !== null)
    return `The first step works, the second does not: ${text.quote(used)}${text.line(used)} uses a tensor that the step before kept with its graph, and the graph of a step is gone after its backward. Keep what detach() gives.`;
  if (message === null)
    return "The first step works, the second gives NaN or infinity: what the loss keeps between steps went wrong.";
  return `The first step works, the second does not: “${plainLine(message)}”. Something of the first step was kept outside of forward: keep numbers, or what detach() gives.`;
}

/** What was kept, without its graph, where it is used. */
export function secondStepFixes(text: SourceText, used: number | null): Fix[] {
  const place = text.place(used);
  const title = "Keep it without its graph";
  const grown = /^((?:self\.)?\w+)(\s*)([-+*/])=(\s*)/.exec(text.code(place));
  if (place !== null && grown !== null && beginsAsNumber(text, grown[1])) {
    const [whole, name, , sign] = grown;
    const edit = { start: place.start, end: place.start + whole.length, text: `${name} = float(${name}) ${sign} ` };
    return [{ title, edits: [edit] }];
  }
  const own = text.operandsOf(used).filter((operand) => isKept(text, text.code(operand)));
  const [kept] = own;
  if (kept === undefined || own.length > 1) return [];
  // A number has no detach(): before the first step it is one.
  const edits = beginsAsNumber(text, text.code(kept))
    ? [
        { start: kept.start, end: kept.start, text: "float(" },
        { start: kept.end, end: kept.end, text: ")" },
      ]
    : postfix(kept, ".detach()");
  return [{ title, edits }];
}

const isKept = ({ source }: SourceText, code: string): boolean =>
  /^(self|this)\.\w+$/.test(code) ||
  (/^\w+$/.test(code) && new RegExp(`^[ \\t]*(global|nonlocal) .*\\b${code}\\b`, "m").test(source));

const beginsAsNumber = ({ source, language }: SourceText, name: string): boolean =>
  language === "python" &&
  new RegExp(`^[ \\t]*${name.replace(".", "\\.")}\\s*=\\s*-?[\\d.]+\\s*(#.*)?$`, "m").test(source);

export function otherBatch(text: SourceText, { rows, message, lost, probe }: HazardOf<"other-batch">): string {
  const batch = `Training also brings a batch of ${formatCount(rows)} ${rows === 1 ? "row" : "rows"} (the validation rows, or the last batch of an epoch)`;
  if (message === null)
    return `${batch}, and there the value or its gradient is NaN or infinite. ${lostWords(text, lost) ?? "A loss must work for any batch."}`;
  return `${batch}, and there ${text.quote(probe)}${text.line(probe)} fails: “${plainLine(message)}”. A loss must work for any batch size: take sizes from the targets, as in len(targets).`;
}

export function oneRow(text: SourceText, { message, lost, probe }: HazardOf<"one-row">): string {
  const batch = "A batch of one row, which the last of an epoch may be,";
  if (message !== null) return `${batch} fails in ${text.quote(probe)}${text.line(probe)}: “${plainLine(message)}”.`;
  return `${batch} is NaN or infinite here. ${lostWords(text, lost) ?? ""}`.trim();
}

export function trainingLost(text: SourceText, { step, lost }: HazardOf<"training-lost">): string {
  const where = `Trained with these settings, this loss is lost at step ${formatCount(step)}`;
  const why = lostWords(text, lost);
  return why === null
    ? `${where}: the gradient of the model's own parameters is no longer finite. Take a smaller learning rate.`
    : `${where}. ${why} A smaller learning rate may put it off.`;
}

/** Of a run that was lost: the step, the sample, the expression. */
export function lostStepWords(text: SourceText, { step, samples, report }: LostStep): string {
  const lost = lostIn(report);
  const row = lost === null || lost.row === null ? undefined : samples[lost.row];
  const sample =
    lost === null || row === undefined
      ? ""
      : ` First in sample ${formatCount(row)} of the data, row ${formatCount(lost.row ?? 0)} of the batch.`;
  const why =
    lostWords(text, lost) ??
    (report.gradient?.finite === true
      ? "Loss and gradient at the predictions are finite: on its way through the model the gradient overflowed. Take a smaller learning rate."
      : "Called once more it goes well: what the loss keeps between steps, or its random numbers, made it so.");
  return `Step ${formatCount(step)}: ${why}${sample} The step was not taken; PyTorch would go on in silence, with parameters that are NaN from there.`;
}

export function lostWords(text: SourceText, lost: LostHazard | null): string | null {
  if (lost === null) return null;
  return lost.code === "non-finite" ? notFinite(text, lost) : slopeNotFinite(text, lost);
}

export function lostFixes(text: SourceText, lost: LostHazard | null): Fix[] {
  if (lost === null) return [];
  return lost.code === "non-finite" ? notFiniteFixes(text, lost) : slopeFixes(text, lost);
}

export function unboundedWords(
  { language }: SourceText,
  { name, vanishes, here, there }: HazardOf<"unbounded">,
): string {
  const way = `from ${formatNumber(here)} to ${formatNumber(there)}`;
  if (name === null)
    return `Nothing bounds this loss from below: followed down its slope, the predictions take it ${way}, and on. Is an abs(), a square or a clamp missing? What may be negative without end is no distance.`;
  const price =
    language === "python"
      ? "Give it a price: torch.exp(-s) * loss + s, with s learned in its place."
      : "Give it a price: loss.mul(s.neg().exp()).add(s), with s learned in its place.";
  return vanishes
    ? `${name} alone makes this loss vanish: moved along its own slope it takes the value ${way}, and no prediction gets better by it. ${price}`
    : `${name} alone takes this loss down without end: moved along its own slope, past 0, it takes the value ${way}, and no prediction gets better by it. ${price}`;
}
