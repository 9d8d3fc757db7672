/** @file What is inside a lane's loss, a tab for each view of it. */
import { useState } from "react";
import { useLosslab } from "../app-context.ts";
import { noResult } from "../store/store.ts";
import { type Tab, Tabs } from "../ui/Tabs.tsx";
import { ConsoleLines } from "./ConsoleLines.tsx";
import { ExpressionTable } from "./ExpressionTable.tsx";

export function Inspector({ id }: { readonly id: string }) {
  const report = useLosslab(({ results }) => (results[id] ?? noResult).report);
  const [selected, setSelected] = useState("shapes");
  const lines = report?.console ?? [];
  const tabs: Tab[] = [{ id: "shapes", title: "Shapes", render: () => <ExpressionTable id={id} /> }];
  if (lines.length > 0)
    tabs.push({ id: "console", title: "Console", count: lines.length, render: () => <ConsoleLines lines={lines} /> });
  return <Tabs label={`Inspect ${id}`} tabs={tabs} selected={selected} onSelect={setSelected} />;
}
