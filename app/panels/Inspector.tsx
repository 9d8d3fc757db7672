/** @file What is inside a lane's loss, a tab for each view of it. */
import { useState } from "react";
import { useLosslab } from "../app-context.ts";
import { noResult } from "../store/store.ts";
import { type Tab, Tabs } from "../ui/Tabs.tsx";
import { ConsoleLines } from "./ConsoleLines.tsx";
import { ExpressionTable } from "./ExpressionTable.tsx";
import { Frameworks } from "./Frameworks.tsx";
import { formatCount } from "./format.ts";
import { GradientsPanel, gradientsOf } from "./gradients/GradientsPanel.tsx";

export function Inspector({ id }: { readonly id: string }) {
  const lines = useLosslab(({ results }) => (results[id] ?? noResult).report?.console);
  const components = useLosslab(({ results }) => (results[id] ?? noResult).components);
  const hasGradients = useLosslab((state) => gradientsOf(state, id) !== null);
  const [chosen, setChosen] = useState<string | null>(null);
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
    count: lines?.length ?? 0,
    render: () => <ConsoleLines lines={lines ?? []} />,
  };
  const isVector = components > 1;
  const tabs = [shapes, ...(isVector ? [gradients] : []), frameworks, ...(console.count === 0 ? [] : [console])];
  // A vector's gradients are what one comes for, once they are there.
  const selected = chosen ?? (isVector && hasGradients ? "gradients" : "shapes");
  return <Tabs label={`Inspect ${id}`} tabs={tabs} selected={selected} onSelect={setChosen} />;
}
