/** @file What a first visit sees of the dock when the page is drawn for the first time: its runs, and all that they are drawn with. */
import { foreseenRuns } from "../lanes/foreseen.ts";
import type { Session } from "../session/Session.ts";
import { seeAtOnce } from "../ui/use-is-seen.ts";
import { hasNoRoom } from "../ui/use-is-narrow.ts";
import { dockTab } from "./dock-tabs.ts";

/** The page's first frame (first-look/) stands so long. */
const PATIENCE = 1000;

/** Has it at hand where it is in sight: what takes longer comes when it comes. */
export async function prepareFirstSight(session: Session): Promise<void> {
  const { isFirst, store, controller } = session.desk.getState();
  if (!isFirst || hasNoRoom()) return;
  const { panel, tools } = dockTab(store.getState().tab);
  const prepared = Promise.all([
    foreseenRuns(store.getState().document).then((training) => store.setState({ training })),
    controller.dataset(),
    panel.load(),
    tools?.load(),
  ]).then(seeAtOnce, () => undefined);
  await Promise.race([prepared, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
