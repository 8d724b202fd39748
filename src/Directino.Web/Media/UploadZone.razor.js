// Sends files in pieces and goes on where a lost line, a closed page or a killed browser ended them. What is under way is noted in this
// browser, small files with their bytes: after a restart those go on by themselves, of the others one chooses the file again.
const endpoint = "/api/v1/media/uploads";
const atOnce = 3;
const piece = 8 * 1024 * 1024;
const largestKept = 256 * 1024 * 1024;
const day = 24 * 60 * 60 * 1000;
const pause = 3000;

const zones = new WeakMap();
const running = new Map();
const percent = share => new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share);
const idOf = url => url.split("/").pop();

let client;
const tus = () => client ??= import("../tus-4.3.1.min.js").then(() => window.tus);

export function open(element, page) {
  const zone = { element, page, entries: [], field: element.querySelector("input[type=file]"), list: element.querySelector("[data-list]"), settling: false };
  zone.place = location.pathname + "#" + element.dataset.place;
  zones.set(element, zone);
  zone.onChange = () => {
    for (const file of zone.field.files) add(zone, file);
    zone.field.value = "";
  };
  zone.onOnline = () => zone.entries.filter(e => e.state === "stalled").forEach(start);
  zone.field.addEventListener("change", zone.onChange);
  addEventListener("online", zone.onOnline);
  zone.field.dataset.open = "";
  recall(zone);
}

// The page is left: what is under way goes on, and is told when somebody comes back to this place.
export function close(element) {
  const zone = zones.get(element);
  if (!zone) return;
  zone.page = null;
  zone.field.removeEventListener("change", zone.onChange);
  removeEventListener("online", zone.onOnline);
  zones.delete(element);
}

function add(zone, file, id) {
  const known = id ? notes()[id] : Object.values(notes()).find(n => n.place === zone.place && n.name === file.name && n.size === file.size && n.modified === file.lastModified);
  const lost = known && zone.entries.find(e => e.id === known.id);
  if (lost && lost.state !== "lost") return;
  const entry = lost ?? show(zone, file.name);
  Object.assign(entry, { file, id: known?.id, url: known?.url, state: "waiting" });
  tell(entry, 0, zone.list.dataset.waiting);
  next(zone);
}

async function recall(zone) {
  for (const note of Object.values(notes()).filter(n => n.place === zone.place)) {
    const adopted = running.get(note.id);
    if (adopted) {
      adopted.zone = zone;
      adopted.row = row(zone, adopted);
      zone.entries.push(adopted);
          settle(zone);
      continue;
    }
    const answer = Date.now() - note.at < day ? await fetch(note.url, { method: "HEAD" }).catch(() => null) : { status: 404 };
    if (answer?.status === 404) { forget(note.id); continue; }
    if (!zone.page || zone.entries.some(e => e.id === note.id)) continue;
    const here = Number(answer?.headers.get("Upload-Offset") ?? 0);
    const file = here < note.size ? await kept(note.id) : null;
    if (file) { add(zone, file, note.id); continue; }
    const entry = show(zone, note.name);
    Object.assign(entry, { id: note.id, url: note.url, state: here < note.size ? "lost" : "whole" });
    tell(entry, here / note.size, here < note.size ? zone.list.dataset.lost : zone.list.dataset.preparing);
    settle(zone);
  }
}

function next(zone) {
  const room = atOnce - zone.entries.filter(e => e.state === "sending").length;
  zone.entries.filter(e => e.state === "waiting").slice(0, room).forEach(start);
}

async function start(entry) {
  entry.state = "sending";
  const { Upload } = await tus();
  if (entry.state !== "sending") return;
  entry.upload = new Upload(entry.file, {
    endpoint, uploadUrl: entry.url, chunkSize: piece, retryDelays: [0, 1000, 3000], storeFingerprintForResuming: false, metadata: { filename: entry.file.name },
    onShouldRetry: error => navigator.onLine && isPassing(error),
    onUploadUrlAvailable: () => begin(entry, entry.upload.url),
    onProgress: (sent, all) => tell(entry, sent / all, sent < all ? entry.zone.list.dataset.sending : entry.zone.list.dataset.preparing),
    onSuccess: () => whole(entry),
    onError: error => broke(entry, error),
  });
  entry.upload.start();
}

const statusOf = error => error.originalResponse?.getStatus() ?? 0;
const isPassing = error => { const status = statusOf(error); return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500; };

function begin(entry, url) {
  const id = idOf(url);
  if (running.get(id) === entry) return;
  if (entry.id && entry.id !== id) forget(entry.id);
  Object.assign(entry, { url, id });
  running.set(entry.id, entry);
  note({ id: entry.id, url, place: entry.zone.place, name: entry.file.name, size: entry.file.size, modified: entry.file.lastModified, at: Date.now() });
  if (entry.file.size <= largestKept) keep(entry.id, entry.file);
}

// Made ready by the server at once, several at a time; told to the page in the order in which they were chosen.
async function whole(entry) {
  await fetch(entry.url).catch(() => null);
  if (entry.state !== "sending") return;
  entry.state = "whole";
  running.delete(entry.id);
  drop(entry.id);
  next(entry.zone);
  settle(entry.zone);
}

function broke(entry, error) {
  if (entry.state !== "sending") return;
  if (statusOf(error) === 422 && entry.id) return whole(entry);
  if (isPassing(error)) {
    entry.state = "stalled";
    tell(entry, null, entry.zone.list.dataset.offline);
    setTimeout(() => { if (entry.state === "stalled") start(entry); }, pause);
    return;
  }
  let why;
  try { why = JSON.parse(error.originalResponse.getBody()).detail; } catch { why = entry.zone.list.dataset.broke; }
  fail(entry, why);
  next(entry.zone);
  settle(entry.zone);
}

async function settle(zone) {
  if (zone.settling) return;
  zone.settling = true;
  while (zone.page) {
    const entry = zone.entries.find(e => e.state !== "failed" && e.state !== "lost");
    if (entry?.state !== "whole") break;
    try {
      const why = await zone.page.invokeMethodAsync("Settle", entry.id);
      forget(entry.id);
      if (why) fail(entry, why);
      else end(entry);
    } catch {
      // The circuit is away; what is here stays here.
      await new Promise(done => setTimeout(done, pause));
    }
  }
  zone.settling = false;
}

function show(zone, name) {
  const entry = { zone, name, state: "waiting" };
  entry.row = row(zone, entry);
  zone.entries.push(entry);
  return entry;
}

function row(zone, entry) {
  const template = zone.element.querySelector("template[data-row]");
  const made = (template.content.firstElementChild ?? template.firstElementChild).cloneNode(true);
  made.dataset.testid = "upload";
  made.querySelector("[data-name]").textContent = entry.name;
  made.querySelector("progress").setAttribute("aria-label", entry.name);
  made.querySelector("[data-cancel]").addEventListener("click", () => cancel(entry));
  made.querySelector("[data-again]").addEventListener("click", () => entry.state === "lost" ? entry.zone.field.click() : (entry.state = "waiting", next(entry.zone)));
  zone.list.append(made);
  return made;
}

function tell(entry, share, text) {
  if (share !== null) entry.row.querySelector("progress").value = share * 100;
  entry.row.querySelector("[data-status]").textContent = text.replace("{0}", percent(share ?? 0));
  entry.row.querySelector("[data-again]").hidden = entry.state !== "lost" && entry.state !== "failed";
  entry.row.dataset.state = entry.state;
}

function fail(entry, why) {
  entry.state = "failed";
  tell(entry, null, why);
  entry.row.setAttribute("role", "alert");
}

function end(entry) {
  entry.row.remove();
  const { zone } = entry;
  const at = zone.entries.indexOf(entry);
  if (at >= 0) zone.entries.splice(at, 1);
  if (entry.id) { forget(entry.id); running.delete(entry.id); }
}

async function cancel(entry) {
  const { zone, upload, url, state } = entry;
  entry.state = "gone";
  end(entry);
  if (state === "sending" || state === "stalled") await upload?.abort(false);
  if (url) await fetch(url, { method: "DELETE" }).catch(() => null);
  next(zone);
  settle(zone);
}

const noted = "directino-uploads";
function notes() {
  try { return JSON.parse(localStorage.getItem(noted)) ?? {}; } catch { return {}; }
}
function write(all) {
  try { localStorage.setItem(noted, JSON.stringify(all)); } catch { /* A browser that keeps nothing begins anew after a restart. */ }
}
function note(one) { write({ ...notes(), [one.id]: one }); }
function forget(id) {
  const { [id]: _, ...others } = notes();
  write(others);
  drop(id);
}

// The bytes themselves; where the browser has no room for them, the file is chosen again.
const files = mode => new Promise((done, failed) => {
  const asked = indexedDB.open("directino", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("files");
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => done(asked.result.transaction("files", mode).objectStore("files"));
});
const answer = asked => new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); });
const keep = (id, file) => files("readwrite").then(all => answer(all.put(file, id))).catch(() => null);
const kept = id => files("readonly").then(all => answer(all.get(id))).catch(() => null);
const drop = id => files("readwrite").then(all => answer(all.delete(id))).catch(() => null);
