/** @file Where a chart is drawn for a picture: beside the page, in the size and colours that the picture is to have. */
import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Theme } from "../store/store.ts";
import { LiveAtOnce } from "./use-is-live.ts";
import { fitted, type LegendEntry, placeLegend, SIGN } from "./legend-lines.ts";

const PADDING = 10;
const HEADING = 20;
const LINE = 16;
const font = "11px 'Inter Variable', Helvetica, Arial, sans-serif";
const headingFont = "600 13px 'Inter Variable', Helvetica, Arial, sans-serif";

interface PictureStageProps {
  readonly heading: string;
  /** What it is taken from: cut where there is no room for it. */
  readonly from: string;
  readonly legend: readonly LegendEntry[];
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  /** Everything stands where it belongs. */
  readonly onDrawn: (stage: Element) => void;
  readonly children: ReactNode;
}

export function PictureStage({ heading, from, legend, theme, width, height, onDrawn, children }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const done = useRef(onDrawn);
  done.current = onDrawn;
  useEffect(() => {
    let frame = 0;
    let before = "";
    // A chart measures itself first, and is drawn then: it is there when two frames are alike.
    const look = (): void => {
      const { current } = stage;
      if (current === null) return;
      const isToCome =
        current.querySelector(".still") !== null ||
        current.querySelector(".recharts-surface, canvas.painting, svg.picture-drawing") === null;
      const now = isToCome ? "" : current.innerHTML;
      if (now !== "" && now === before) return done.current(current);
      before = now;
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, []);
  const inner = width - 2 * PADDING;
  const measure = measuring();
  const shown = legend.map((entry) => ({
    ...entry,
    text: fitted(entry.text, inner - SIGN, (text) => measure(text, font)),
  }));
  const { placed, lines } = placeLegend(shown, inner, (text) => measure(text, font));
  const top = HEADING + lines * LINE;
  return createPortal(
    <div className="picture-stage" data-theme={theme} ref={stage} style={{ width, height, padding: PADDING }} inert>
      <svg className="picture-head" width={inner} height={top}>
        <title>{`${heading}: ${from}`}</title>
        <text x={0} y={12} fontSize={13} fontWeight={600} fill="var(--text)">
          {heading}
        </text>
        <text x={inner} y={12} fontSize={11} fill="var(--muted)" textAnchor="end">
          {fitted(from, inner - measure(heading, headingFont) - 14, (text) => measure(text, font))}
        </text>
        {placed.map(({ text, sign, x, line }) => (
          <g key={text} transform={`translate(${x} ${HEADING + line * LINE})`}>
            <Sign sign={sign} />
            <text x={SIGN} y={11} fontSize={11} fill="var(--text)">
              {text}
            </text>
          </g>
        ))}
      </svg>
      <div className="picture-plots">
        <LiveAtOnce value={true}>{children}</LiveAtOnce>
      </div>
    </div>,
    document.body,
  );
}

function Sign({ sign }: Pick<LegendEntry, "sign">) {
  switch (sign.kind) {
    case "line":
      return (
        <path d="M0 7H20" fill="none" stroke={sign.stroke} strokeDasharray={sign.dashes} strokeWidth={sign.width} />
      );
    case "band":
      return <rect x={0} y={2} width={20} height={10} fill={sign.fill} fillOpacity={0.25} />;
    case "disc":
      return <circle cx={14} cy={7} r={2.5} fill="var(--muted)" />;
    case "ring":
      return <circle cx={14} cy={7} r={2.5} fill="none" stroke="var(--text)" />;
  }
}

function measuring(): (text: string, font: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  return (text, font) => {
    if (context === null) return text.length * 6.5;
    context.font = font;
    return context.measureText(text).width;
  };
}
