// On a client's page: places on pictures are chosen by a tap or moved by the arrow keys. Without it a remark is about a whole picture.
const fields = form => ({ about: form.querySelector("[data-about]"), x: form.elements["Input.X"], y: form.elements["Input.Y"] });
const part = value => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
const cardOf = form => form.closest(".client-post");

function show(form, x, y) {
  const { about, x: left, y: top } = fields(form);
  left.value = x ?? "";
  top.value = y ?? "";
  for (const old of cardOf(form).querySelectorAll(".mark.new")) old.remove();
  const ground = cardOf(form).querySelector(`[data-ground="${CSS.escape(about.value)}"]`);
  if (x === null || !ground) return;
  const mark = document.createElement("button");
  mark.type = "button";
  mark.className = "mark new";
  mark.setAttribute("aria-label", form.dataset.mark);
  mark.title = form.dataset.mark;
  mark.style.insetInlineStart = `${x * 100}%`;
  mark.style.insetBlockStart = `${y * 100}%`;
  ground.append(mark);
  return mark;
}

function begin() {
  for (const details of document.querySelectorAll("[data-remarking]:not([data-scripted])")) {
    details.dataset.scripted = "";
    const form = details.querySelector("form");
    const { about, x, y } = fields(form);
    if (x.value) show(form, Number(x.value), Number(y.value));
    about.addEventListener("change", () => show(form, null));
    form.querySelector("[data-put]").addEventListener("click", () => show(form, 0.5, 0.5)?.focus());
  }
}

document.addEventListener("click", event => {
  const picture = event.target.closest?.("[data-ground] > img");
  const form = picture?.closest(".client-post").querySelector("[data-remarking] form");
  if (!form) return;
  form.closest("details").open = true;
  fields(form).about.value = picture.parentElement.dataset.ground;
  const box = picture.getBoundingClientRect();
  show(form, part((event.clientX - box.left) / box.width), part((event.clientY - box.top) / box.height));
  form.elements["Input.Text"].focus();
});

document.addEventListener("keydown", event => {
  const mark = event.target.closest?.(".mark.new");
  if (!mark) return;
  const form = mark.closest(".client-post").querySelector("[data-remarking] form");
  const { x, y } = fields(form);
  const step = { ArrowLeft: [-0.02, 0], ArrowRight: [0.02, 0], ArrowUp: [0, -0.02], ArrowDown: [0, 0.02] }[event.key];
  if (step) {
    event.preventDefault();
    show(form, part(Number(x.value) + step[0]), part(Number(y.value) + step[1])).focus();
  } else if (event.key === "Escape") {
    show(form, null);
    fields(form).about.focus();
  }
});

begin();
