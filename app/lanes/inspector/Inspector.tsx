/** @file What is inside a lane's loss, a tab for each view of it: always the same ones, and one without data says what to do. */
import { lazy, Suspense, useState } from "react";
import { laneOf, noResult } from "../../store/store.ts";
import { useLosslab } from "../../store/store-context.ts";
import { type Tab, Tabs } from "../../ui/Tabs.tsx";
import { formatCount } from "../../verdict/format.ts";
import { Checks, useChecks } from "./Checks.tsx";
import { ConsoleLines, writtenIn } from "./ConsoleLines.tsx";
import { gradientsOf } from "./gradients/gradients-of.ts";

/** Checks is what one sees first; the others come when they are looked at. */
const ExpressionTable = lazy(async () => ({ default: (await import("./ExpressionTable.tsx")).ExpressionTable }));
const Frameworks = lazy(async () => ({ default: (await import("./Frameworks.tsx")).Frameworks }));
const GradientsPanel = lazy(async () => ({ default: (await import("./gradients/GradientsPanel.tsx")).GradientsPanel }));

export function Inspector({ id }: { readonly id: string }) {
  const text = useLosslab(({ results }) => (results[id] ?? noResult).report?.console ?? null);
  const language = useLosslab((state) => laneOf(state, id)?.language ?? "typescript");
  const components = useLosslab(({ results }) => (results[id] ?? noResult).components);
  const hasGradients = useLosslab((state) => gradientsOf(state, id) !== null);
  const checks = useChecks(id);
  const [chosen, setChosen] = useState<string | null>(null);
  const written = text === null ? 0 : writtenIn(text);
  const findings = checks.filter(({ state }) => state === "failed" || state === "warning");
  const tone = findings.some(({ state }) => state === "failed") ? "bad" : findings.length > 0 ? "warn" : "ok";
  const count = (findings.length > 0 ? findings : checks).reduce((sum, check) => sum + check.count, 0);
  const tabs: readonly Tab[] = [
    {
      id: "checks",
      title: "Checks",
      badge: count === 0 ? null : { text: formatCount(count), tone },
      render: () => <Checks id={id} />,
    },
    {
      id: "shapes",
      title: "Shapes",
      render: () => (
        <Suspense>
          <ExpressionTable id={id} />
        </Suspense>
      ),
    },
    {
      id: "gradients",
      title: "Gradients",
      render: () => (
        <Suspense>
          <GradientsPanel id={id} />
        </Suspense>
      ),
    },
    {
      id: "frameworks",
      title: "Frameworks",
      render: () => (
        <Suspense>
          <Frameworks id={id} />
        </Suspense>
      ),
    },
    {
      id: "console",
      title: "Console",
      count: written > 0 ? formatCount(written) : null,
      render: () => <ConsoleLines text={text} language={language} />,
    },
  ];
  // A vector's gradients are what one comes for, once they are there.
  const selected = chosen ?? (components > 1 && hasGradients ? "gradients" : "checks");
  return <Tabs label={`Inspector ${id}`} tabs={tabs} selected={selected} onSelect={setChosen} />;
}
