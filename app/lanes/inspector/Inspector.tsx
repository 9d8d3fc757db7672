/** @file What is inside a lane's loss, a tab for each view of it. */
import { useState } from "react";
import { laneOf, noResult } from "../../store/store.ts";
import { useLosslab } from "../../store/store-context.ts";
import { type Tab, Tabs } from "../../ui/Tabs.tsx";
import { formatCount } from "../../verdict/format.ts";
import { ConsoleLines, writtenIn } from "./ConsoleLines.tsx";
import { ExpressionTable } from "./ExpressionTable.tsx";
import { Frameworks } from "./Frameworks.tsx";
import { GradientsPanel, gradientsOf } from "./gradients/GradientsPanel.tsx";

export function Inspector({ id }: { readonly id: string }) {
  const text = useLosslab(({ results }) => (results[id] ?? noResult).report?.console ?? null);
  const language = useLosslab((state) => laneOf(state, id)?.language ?? "typescript");
  const components = useLosslab(({ results }) => (results[id] ?? noResult).components);
  const hasGradients = useLosslab((state) => gradientsOf(state, id) !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const written = text === null ? 0 : writtenIn(text);
  const shapes: Tab = { id: "shapes", title: "Shapes", render: () => <ExpressionTable id={id} /> };
  const gradients: Tab = {
    id: "gradients",
    title: `${formatCount(components)} gradients`,
    render: () => <GradientsPanel id={id} />,
  };
  const frameworks: Tab = { id: "frameworks", title: "Frameworks", render: () => <Frameworks id={id} /> };
  const console: Tab = {
    id: "console",
    title: "Console",
    count: written > 0 ? formatCount(written) : null,
    render: () => <ConsoleLines text={text} language={language} />,
  };
  const isVector = components > 1;
  const tabs = [shapes, ...(isVector ? [gradients] : []), frameworks, console];
  // A vector's gradients are what one comes for, once they are there.
  const selected = chosen ?? (isVector && hasGradients ? "gradients" : "shapes");
  return <Tabs label={`Inspect ${id}`} tabs={tabs} selected={selected} onSelect={setChosen} />;
}
