// Says to the page, and by a cookie to the next one, when the screen is not what they were drawn for.
export const watch = (page, inHand) => {
  const hand = matchMedia("(max-width: 47.99rem)");
  const say = () => {
    document.cookie = `screen=${hand.matches ? "hand" : "desk"}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    if (hand.matches === inHand) return;
    inHand = hand.matches;
    page.invokeMethodAsync("Turned", inHand);
  };
  hand.addEventListener("change", say);
  say();
};
