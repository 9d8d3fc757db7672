/** @file What a profile is drawn for: the sample's target, which sample it is, and which of its outputs moves; each where it makes a difference. */
import type { SampleCurve, SampleWish } from "../../../engine/checks/sample/facts.ts";
import { formatNumber } from "../../verdict/format.ts";
import type { LaneCurve } from "./lines.ts";

interface WishFieldsProps {
  readonly drawn: readonly LaneCurve[];
  readonly wish: SampleWish;
  readonly onWish: (change: Partial<SampleWish>) => void;
}

export function WishFields({ drawn, wish, onWish }: WishFieldsProps) {
  const curves = drawn.map(({ curve }) => curve);
  const target = curves.find((curve) => curve.target !== null && curve.target.from < curve.target.to)?.target ?? null;
  const held = curves.find(({ others }) => others === "held");
  const several = curves.find(({ output, outputs }) => output !== null && outputs > 1);
  return (
    <>
      {target !== null && <TargetField target={target} wish={wish} onWish={onWish} />}
      {held !== undefined && (
        <Slider
          label="sample"
          name="Sample that moves"
          // The hand is ahead of the answer.
          value={Math.min(wish.sample ?? held.sample, held.samples - 1)}
          most={held.samples - 1}
          onChange={(sample) => onWish({ sample })}
        />
      )}
      {several !== undefined && (
        <Slider
          label="output"
          name="Output that moves"
          value={Math.min(wish.output, several.outputs - 1)}
          most={several.outputs - 1}
          onChange={(output) => onWish({ output })}
        />
      )}
    </>
  );
}

interface TargetFieldProps {
  readonly target: NonNullable<SampleCurve["target"]>;
  readonly wish: SampleWish;
  readonly onWish: (change: Partial<SampleWish>) => void;
}

export function TargetField({ target: { from, to, isWhole, chosen }, wish, onWish }: TargetFieldProps) {
  const value = Math.min(to, Math.max(from, wish.target ?? chosen));
  return (
    <label className="field profile-wish">
      target
      <input
        type="range"
        aria-label="Target of the sample"
        min={from}
        max={to}
        step={isWhole ? 1 : (to - from) / 100}
        value={value}
        onChange={(event) => onWish({ target: Number(event.target.value) })}
      />
      <span className="mono">{formatNumber(Number(value.toPrecision(3)))}</span>
    </label>
  );
}

interface SliderProps {
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, name, value, most, onChange }: SliderProps) {
  return (
    <label className="field profile-wish">
      {label}
      <input
        type="range"
        aria-label={name}
        min={0}
        max={most}
        step={1}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="mono">{value}</span>
    </label>
  );
}
