// An address may lead into what is folded away; browsers from before 2024 do not open it by themselves.
(() => {
  const reveal = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = place && place.closest("details:not([open])");
    if (!folded) return;
    folded.setAttribute("open", "");
    place.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
