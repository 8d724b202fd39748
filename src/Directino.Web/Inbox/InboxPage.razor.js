// Keys of the inbox, and the place where one was in the list and in the thread.
const places = new Map();
let threadShown = null;
let root = null;

document.addEventListener("keydown", event => {
  if (!root?.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const items = [...root.querySelectorAll("[data-testid=inbox-item]")];
  const here = items.findIndex(item => item === document.activeElement);
  const open = items.findIndex(item => item.hasAttribute("aria-current"));
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  const inList = document.activeElement === document.body || document.activeElement?.closest(".inbox-list, h1, main") !== null;
  if (step && items.length && (inList || event.key === "j" || event.key === "k")) {
    event.preventDefault();
    const from = here >= 0 ? here : open;
    const next = items[Math.min(Math.max(from + step, 0), items.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key === "r") {
    const reply = root.querySelector("[data-testid=reply-input]:not([disabled])");
    if (reply) {
      event.preventDefault();
      reply.focus();
    }
  }
});

document.addEventListener("scroll", event => {
  const list = event.target.closest?.("[data-scroll]");
  if (list && root?.contains(list)) places.set(list.dataset.scroll, list.scrollTop);
}, true);

export function settle(element, thread, entries) {
  const fresh = root !== element;
  root = element;
  if (!element) return;
  const list = element.querySelector("[data-scroll=list]");
  if (fresh && list) list.scrollTop = places.get("list") ?? 0;
  const shown = thread && `${thread}:${entries}`;
  const lines = element.querySelector("[data-thread]");
  if (lines && shown !== threadShown) {
    lines.scrollTop = lines.scrollHeight;
    if (matchMedia("(max-width: 63.99rem)").matches) element.querySelector("[data-thread-foot]")?.scrollIntoView({ block: "end" });
  }
  threadShown = shown;
}
