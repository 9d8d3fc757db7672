/** @file The cosine of every pair of gradients: blue where they agree, red and hatched where they conflict. Rows are chosen by pointer or arrow keys. */
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from "react";
import type { CosineMatrix, GradientsReport } from "../../../../engine/inspect/gradients-report.ts";
import { colourChanges, colourOf } from "../../../charts/colour-of.ts";
import { useShownTheme } from "../../../charts/use-shown-theme.ts";
import type { Theme } from "../../../store/store.ts";
import { rowText } from "./facts.ts";

/** Of the canvas, along each side: twice what it is shown in. */
const PIXELS = 248;
/** Conflict is hatched, so that it is told from agreement without colours: a line of so many pixels in every so many. */
const HATCH = { line: 2, every: 9 } as const;

interface CosineMapProps {
  readonly id: string;
  readonly report: GradientsReport;
  readonly row: number | null;
  readonly onSelect: (row: number | null) => void;
}

export function CosineMap({ id, report, row, onSelect }: CosineMapProps) {
  const prefix = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useShownTheme();
  const { cosines } = report;
  const { size } = cosines;
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const repaint = (): void => paint(current, cosines, paletteOf(current, theme));
    repaint();
    const changes = colourChanges();
    for (const change of changes) change.addEventListener("change", repaint);
    return () => {
      for (const change of changes) change.removeEventListener("change", repaint);
    };
  }, [cosines, theme]);

  const onKey = (event: KeyboardEvent): void => {
    const at = row ?? -1;
    const target: Record<string, number | null> = {
      ArrowDown: at + 1,
      ArrowUp: row === null ? size - 1 : at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
      Home: 0,
      End: size - 1,
      Escape: null,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next === null ? null : Math.min(size - 1, Math.max(0, next)));
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const at = Math.min(size - 1, Math.max(0, Math.floor(((event.clientY - top) / height) * size)));
    onSelect(at === row ? null : at);
  };
  return (
    <div
      className="cosines"
      role="listbox"
      tabIndex={0}
      aria-label={`Cosines of gradients, lane ${id}`}
      aria-activedescendant={row === null ? undefined : `${prefix}${row}`}
      onKeyDown={onKey}
      onPointerDown={onPointer}
    >
      <div aria-hidden="true">
        <canvas ref={canvas} width={PIXELS} height={PIXELS} />
      </div>
      {cosines.rows.map((components, i) => (
        <div
          key={components.join()}
          id={`${prefix}${i}`}
          role="option"
          aria-selected={i === row}
          aria-label={rowText(report, i)}
          tabIndex={-1}
          className={i === row ? "cosine-row selected" : "cosine-row"}
          style={{ top: `${(i / size) * 100}%`, height: `${100 / size}%` }}
        />
      ))}
    </div>
  );
}

type Rgb = readonly [number, number, number];

interface Palette {
  readonly agree: Rgb;
  readonly conflict: Rgb;
  readonly ground: Rgb;
  readonly unknown: Rgb;
}

const palettes = new Map<string, Palette>();

/** The page's own colours, asked for once: the page has to compute its styles to answer, and does not while a run goes on. */
function paletteOf(canvas: HTMLElement, theme: Theme): Palette {
  const key = [theme, ...colourChanges().map(({ matches }) => matches)].join();
  const known = palettes.get(key);
  if (known !== undefined) return known;
  const colour = (name: `--${string}`): Rgb => rgbOf(colourOf(canvas, name));
  const palette = {
    agree: colour("--a"),
    conflict: colour("--bad"),
    ground: colour("--bg"),
    unknown: colour("--muted"),
  };
  palettes.set(key, palette);
  return palette;
}

function paint(canvas: HTMLCanvasElement, { size, values }: CosineMatrix, palette: Palette): void {
  const context = canvas.getContext("2d");
  if (context === null || size === 0) return;
  const { agree, conflict, ground, unknown } = palette;
  const image = context.createImageData(PIXELS, PIXELS);
  const colours = Array.from({ length: size * size }, (_, i) => {
    const cosine = values[i] ?? Number.NaN;
    if (Number.isNaN(cosine)) return unknown;
    return mixed(ground, cosine < 0 ? conflict : agree, Math.min(1, Math.abs(cosine)));
  });
  for (let y = 0; y < PIXELS; y++) {
    const row = Math.floor((y * size) / PIXELS) * size;
    for (let x = 0; x < PIXELS; x++) {
      const cell = row + Math.floor((x * size) / PIXELS);
      const isHatched = (values[cell] ?? 0) < 0 && (x + y) % HATCH.every < HATCH.line;
      const [red, green, blue] = (isHatched ? ground : colours[cell]) ?? unknown;
      const at = (y * PIXELS + x) * 4;
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 2] = blue;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return [at(from[0], to[0]), at(from[1], to[1]), at(from[2], to[2])];
}

/** "rgb(88, 166, 255)" as three numbers: what a computed colour looks like. */
function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}
