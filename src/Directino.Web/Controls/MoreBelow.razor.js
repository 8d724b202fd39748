const watched = new WeakMap();

export function watch(end, owner) {
  const observer = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting))
      owner.invokeMethodAsync("Ask").catch(() => observer.disconnect());
  }, { rootMargin: "400px" });
  observer.observe(end);
  watched.set(end, observer);
}

export function forget(end) {
  watched.get(end)?.disconnect();
}
