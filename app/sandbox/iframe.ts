/** @file The element that a frame is: made, booted from the network or the page's cache, and heard out once. */
import type { MakeFrame, Port } from "./Frame.ts";

/** A frame that came over the network has spoken before it is loaded, or at least by then. */
const FIRST_WORD = 400;
/** Firefox says nothing of a frame that didn't come. */
const SILENT = 800;

function portOf(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage) {
      port.onmessage = ({ data, ports }: MessageEvent<unknown>) => onMessage(data, ports.map(portOf));
    },
    close: () => port.close(),
  };
}

export const makeIframe: MakeFrame = (onPorts) => {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("allow", "");
  element.referrerPolicy = "no-referrer";
  element.src = new URL("sandbox.html", document.baseURI).href;
  element.title = "Sandbox";
  element.tabIndex = -1;
  element.setAttribute("aria-hidden", "true");
  element.style.cssText = "position:fixed;top:0;left:0;width:1px;height:1px;border:0;opacity:0;pointer-events:none";
  let hasSpoken = false;

  /** Only the frame's first word is taken from the window; from then on there are ports that nobody else has. */
  const onMessage = ({ source, ports }: MessageEvent<unknown>): void => {
    const [own, first] = ports;
    if (source !== element.contentWindow || own === undefined || first === undefined) return;
    hasSpoken = true;
    removeEventListener("message", onMessage);
    onPorts(portOf(own), portOf(first));
  };

  /**
   * A frame of opaque origin is nobody's whom a service worker may serve. Where the network did not bring it, the page takes the same document out
   * of its cache: its own policy still holds, and the page's besides.
   */
  const bootFromCache = async (): Promise<void> => {
    if (hasSpoken || element.srcdoc !== "" || !element.isConnected || navigator.serviceWorker?.controller == null)
      return;
    const answer = await fetch(element.src).catch(() => null);
    const html = answer?.ok === true ? await answer.text() : "";
    if (!hasSpoken && html !== "" && element.isConnected) element.srcdoc = html;
  };

  addEventListener("message", onMessage);
  element.addEventListener("load", () => setTimeout(() => void bootFromCache(), FIRST_WORD), { once: true });
  setTimeout(() => void bootFromCache(), SILENT);
  document.body.append(element);
  return {
    remove() {
      removeEventListener("message", onMessage);
      element.remove();
    },
  };
};
