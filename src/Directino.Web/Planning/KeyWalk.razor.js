// Arrow keys walk through days (hours, columns) and posts, M moves the post one stands on. Enter opens it: every post is a link.
export function walk(id) {
  const calendar = document.getElementById(id);
  if (!calendar) return;
  calendar.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest("input, select, textarea")) return;
    const day = event.target.closest(".day");
    if (!day) return;
    if (event.key === "m" || event.key === "M") {
      const move = event.target.closest(".board-card")?.querySelector(".move-to > summary") ?? event.target.closest(".post-card")?.querySelector("button.move");
      if (!move) return;
      event.preventDefault();
      move.click();
      move.nextElementSibling?.querySelector("button")?.focus();
      return;
    }
    const days = [...calendar.querySelectorAll(".day")];
    const here = days.indexOf(day);
    const across = Number(calendar.dataset.across ?? 7);
    const forwards = getComputedStyle(calendar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const links = postsOf(day);
    const at = links.indexOf(event.target.closest(".post-card")?.querySelector("a"));
    let goal;
    if (event.key === "ArrowDown") goal = links[at + 1] ?? first(days[here + across]);
    else if (event.key === "ArrowUp") goal = at > 0 ? links[at - 1] : at === 0 ? day : last(days[here - across]);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") goal = first(days[here + (event.key === forwards ? 1 : -1)]);
    else return;
    event.preventDefault();
    goal?.focus();
  });
}

const postsOf = day => [...day.querySelectorAll(".post-card > a")];
const first = day => day && (postsOf(day)[0] ?? day);
const last = day => day && (postsOf(day).at(-1) ?? day);
