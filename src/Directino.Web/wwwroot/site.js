// What the frame does without the server: rail, theme, menus. Everything here also works, more slowly, without it.
const root = document.documentElement;

// Where a WebSocket has once been reached, the next pages open theirs without asking first which ways there are: a round trip less.
// A page whose first one then doesn't open forgets that, and loads again.
const straight = sessionStorage.getItem("socket") === "open";
let opened = false;
class CircuitSocket extends WebSocket {
  constructor(...address) {
    super(...address);
    this.addEventListener("open", () => { opened = true; sessionStorage.setItem("socket", "open"); });
    this.addEventListener("error", () => {
      sessionStorage.removeItem("socket");
      if (straight && !opened) location.reload();
    });
  }
}

Blazor.registerCustomEventType("point", { browserEventName: "click", createEventArgs: ({ target, clientX, clientY }) => {
  if (!target.matches("img")) return {};
  const box = target.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
} });

Blazor.start({ circuit: {
  // No package brings something to run before the circuit: it is not asked for.
  initializers: { beforeStart: [], afterStarted: [] },
  configureSignalR: builder => builder.withUrl("_blazor", { WebSocket: CircuitSocket, ...(straight && { skipNegotiation: true, transport: 1 }) }),
} });

const keep = (name, value) => {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? 31536000 : 0}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
};

const setTheme = theme => {
  keep("theme", theme);
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  sayTheme();
};

const sayTheme = () => {
  for (const button of document.querySelectorAll("[data-set-theme]"))
    button.setAttribute("aria-pressed", String(button.dataset.setTheme === (root.dataset.theme ?? "")));
};

document.addEventListener("toggle", sayTheme, true);

document.addEventListener("click", event => {
  const skip = event.target.closest(".skip");
  if (skip) {
    event.preventDefault();
    event.stopPropagation();
    const main = document.getElementById("content");
    main?.focus();
    main?.scrollIntoView();
    return;
  }

  if (event.target.closest("[data-fold-rail]")) {
    const folded = root.dataset.rail === "folded" ? "" : "folded";
    keep("rail", folded);
    if (folded) root.dataset.rail = folded;
    else delete root.dataset.rail;
  }

  const theme = event.target.closest("[data-set-theme]");
  if (theme) {
    event.preventDefault();
    setTheme(theme.dataset.setTheme);
  }

  // A chosen entry closes its menu; a click elsewhere closes any.
  event.target.closest("[popover] a")?.closest("[popover]").hidePopover();
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(event.target) || event.target.closest(".menu-item")) menu.open = false;
}, true);

// A field is chosen and copied; where the browser does not allow it, it stays chosen.
document.addEventListener("click", async event => {
  const copy = event.target.closest?.("[data-copy]");
  if (!copy) return;
  const field = document.getElementById(copy.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    copy.querySelector("[role=status]").textContent = copy.dataset.copied;
  } catch { field.focus(); }
});

// Words are put into a field where its caret was last, as if they were typed: typing goes on there, and they can be undone.
const visited = new WeakSet();
document.addEventListener("focusin", event => visited.add(event.target));
document.addEventListener("click", event => {
  const put = event.target.closest?.("[data-put-into]");
  if (!put) return;
  const field = document.getElementById(put.dataset.putInto);
  const sheet = put.closest("[popover]");
  sheet?.hidePopover();
  if (!visited.has(field)) field.setSelectionRange(field.value.length, field.value.length);
  field.focus();
  const { value, selectionStart, selectionEnd } = field;
  // Whole texts stand apart from the words around them.
  const before = sheet && /\S$/.test(value.slice(0, selectionStart)) ? " " : "";
  const after = sheet && /^\S/.test(value.slice(selectionEnd)) ? " " : "";
  const text = before + put.dataset.put + after;
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, selectionStart, selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

// Forms that make a workspace say in which zone the browser is.
document.addEventListener("submit", event => {
  for (const input of event.target.querySelectorAll("input[data-zone]"))
    input.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone;
}, true);

document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    const menu = event.target.closest?.("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  // Arrow keys move a mark on its picture, not the page.
  if (event.key?.startsWith("Arrow") && event.target.closest?.(".ground .mark")) event.preventDefault();
  if (event.key === "/" && !event.target.closest?.("input, textarea, select, [contenteditable]")) {
    const search = document.querySelector(".top-search input");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});

// "Try again" and "Load the page again" of the reconnect panel.
document.addEventListener("click", async event => {
  if (event.target.closest("[data-reload]")) location.reload();
  if (event.target.closest("[data-reconnect]") && !await Blazor.reconnect()) location.reload();
  if (event.target.closest("[data-resume]") && !await Blazor.resumeCircuit()) location.reload();
});

// What was written in a composer while there was no connection is said again when there is one.
document.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail?.state !== "hide") return;
  for (const field of document.querySelectorAll(".composer :is(textarea, input:is([type=date], [type=time], [type=text]))"))
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}, true);
