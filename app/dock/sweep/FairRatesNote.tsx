/** @file What was found to be each lane's own best learning rate. */
import { useMemo } from "react";
import { setRates } from "../../lanes/sweep/take-best.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { type FairRate, subjectOf } from "../../store/sweep.ts";
import { formatNumber } from "../../verdict/format.ts";

export function FairRatesNote() {
  const store = useLosslabStore();
  const document = useLosslab((state) => state.document);
  const rates = useLosslab((state) => state.fairRates);
  const isEarlier = useMemo(() => rates !== null && rates.of !== subjectOf({ document }), [document, rates]);
  if (rates === null) return null;
  return (
    <section className="fair-rates" aria-label="Fair learning rates">
      {rates.found.map((rate) => (
        <span key={rate.lane}>{rateWords(rate)}</span>
      ))}
      {isEarlier ? (
        <span className="stale-mark">found before the last change</span>
      ) : (
        <button type="button" className="button small" onClick={() => setRates(store, rates.found)}>
          Use these lrs
        </button>
      )}
    </section>
  );
}

export function rateWords({ lane, lr, metric, value, seeds, runs, isAtEdge }: FairRate): string {
  if (lr === null) return `${lane}: every lr that was tried diverged (${runs} runs).`;
  const edge = isAtEdge ? "; it is the last one tried, and a better one may lie beyond" : "";
  return `${lane} is best with lr ${lr} (${metric} ${formatNumber(value)}, median of ${seeds} seeds, ${runs} runs${edge}).`;
}
