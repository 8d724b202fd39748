export function watch(ground, owner) {
  ground.addEventListener("click", event => {
    const picture = ground.querySelector("img");
    if (!picture || event.target !== picture) return;
    const box = picture.getBoundingClientRect();
    owner.invokeMethodAsync("Tapped", (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height).catch(() => { });
  });
  // Arrow keys move a mark, not the page.
  ground.addEventListener("keydown", event => {
    if (event.target.closest?.(".mark") && event.key.startsWith("Arrow")) event.preventDefault();
  });
}
