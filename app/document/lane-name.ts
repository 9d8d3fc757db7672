/** @file What a lane is called after its loss, and that no two are called alike. */
import { cutName } from "./cut-name.ts";
import { documentLimits } from "./document.ts";

/** Words that are written in a way of their own. */
const spelled = new Map(
  "MSE MAE RMSE MAPE MSLE BCE CE NLL KL JS EMD CRPS SSIM MMD VAE GAN CTC NCE IoU GIoU DIoU CIoU EIoU SIoU L1 L2 TV PSNR ELBO LDAM VICReg InfoNCE ArcFace CosFace SimCLR NT"
    .split(" ")
    .map((word) => [word.toLowerCase(), word]),
);

/** Whole names first (InfoNCE), then runs of capitals, then words; digits belong to the word before them. */
const words = new RegExp(
  `(?:${[...spelled.values()].filter((word) => /[a-z]/.test(word)).join("|")})(?![a-z])|[A-Z]{2,}(?![a-z])\\d*|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[\\p{Ll}]+\\d*|\\p{Lu}\\d*|\\d+|[^\\W_]+`,
  "gu",
);

/** `FocalLoss` is "Focal loss", `dice_loss` is "Dice loss", `GIoULoss` is "GIoU loss". Null for `forward`, which is no name. */
export function titleOf(identifier: string): string | null {
  if (identifier === "forward" || identifier === "__call__") return null;
  const found = [...identifier.matchAll(words)].map(([word]) => {
    const known = spelled.get(word.toLowerCase());
    if (known !== undefined) return known;
    return /^[A-Z]{2}/.test(word) || /^[A-Z]\d/.test(word) ? word : word.toLowerCase();
  });
  const [first, ...others] = found;
  if (first === undefined) return null;
  const isPlain = first === first.toLowerCase();
  const title = [isPlain ? first.slice(0, 1).toUpperCase() + first.slice(1) : first, ...others].join(" ");
  return cutName(title, documentLimits.laneName);
}

/** The name, or the name with the first number that makes it another than all of these. */
export function uniqueName(name: string, taken: readonly string[]): string {
  if (name === "" || !taken.includes(name)) return name;
  const stem = name.replace(/ \d+$/, "");
  for (let n = 2; ; n++) {
    const numbered = cutName(`${stem} ${n}`, documentLimits.laneName);
    if (!taken.includes(numbered)) return numbered;
  }
}

/** Whether a name is another one with a number behind it, or that one. */
export const isNameOf = (name: string, title: string): boolean =>
  name === title || (name.startsWith(`${title} `) && /^\d+$/.test(name.slice(title.length + 1)));
