/** @file Makes the link: on being asked to, never by typing. What makes it is loaded when one comes near. */
import { lazy, Suspense, useState } from "react";
import { addressOf } from "./address.ts";
import { linkCodec } from "./first-opening.ts";
import type { SharedLink } from "./Session.ts";
import { useSession } from "./session-context.ts";

const load = () => import("./ShareDialog.tsx");
const ShareDialog = lazy(async () => ({ default: (await load()).ShareDialog }));

function prepare(): void {
  void load();
  void linkCodec();
}

export function ShareButton() {
  const session = useSession();
  const [shared, setShared] = useState<SharedLink | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const share = async (): Promise<void> => {
    const made = await session.share();
    setShared(made);
    setIsCopied(false);
    if (made.kind !== "link") return;
    navigator.clipboard?.writeText(addressOf(made.fragment)).then(
      () => setIsCopied(true),
      () => undefined,
    );
  };
  return (
    <>
      <button
        type="button"
        className="button"
        data-tour="share"
        title="A link that holds everything you see"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => void share()}
      >
        Share link
      </button>
      {shared !== null && (
        <Suspense>
          <ShareDialog
            shared={shared}
            isCopied={isCopied}
            onChanged={() => void share()}
            onClose={() => setShared(null)}
          />
        </Suspense>
      )}
    </>
  );
}
