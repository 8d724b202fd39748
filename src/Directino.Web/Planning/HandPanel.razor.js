// Hands the files to the phone's own share sheet, where the browser offers that.
export function offer(button) {
  const probe = [new File([""], "a.jpg", { type: "image/jpeg" })];
  if (!navigator.canShare?.({ files: probe })) return;
  button.hidden = false;
  let files;
  button.addEventListener("click", async () => {
    const said = button.querySelector("[role=status]");
    button.ariaBusy = "true";
    try {
      files ??= await Promise.all([...document.querySelectorAll("[data-share]")].map(async link => {
        const answer = await fetch(link.href);
        if (!answer.ok) throw new Error(answer.statusText);
        return new File([await answer.blob()], link.dataset.share, { type: link.dataset.type });
      }));
      await navigator.share({ files });
    } catch (error) {
      // Large files outlast the tap: with the files at hand the next one opens the sheet at once.
      if (error.name === "NotAllowedError") said.textContent = button.dataset.again;
      else if (error.name !== "AbortError") { files = undefined; said.textContent = button.dataset.failed; }
    } finally { button.ariaBusy = null; }
  });
}
