// Pages whose lines run from top to bottom go on to the right: what scrolls down elsewhere, scrolls on here.
(() => {
  const SCREENS = { " ": 0.9, PageDown: 0.9, PageUp: -0.9, Home: -Infinity, End: Infinity };
  const page = document.documentElement;
  /** Whether something around this scrolls by itself, as a box of filters does. @param {Element} at */
  const scrolls = (at) => at !== page && at !== document.body && (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth || (at.parentElement ? scrolls(at.parentElement) : false));
  /** @param {number} by */
  const go = (by) => scrollTo(Math.max(0, Math.min(page.scrollWidth, scrollX + by)), scrollY);

  addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.shiftKey || event.deltaX || scrolls(event.target) || page.scrollHeight > innerHeight) return;
    event.preventDefault();
    go(event.deltaY * (event.deltaMode ? 40 : 1));
  }, { passive: false });

  addEventListener("keydown", (event) => {
    const screens = event.key === " " && event.shiftKey ? -0.9 : SCREENS[event.key];
    if (!screens || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea, dialog") || (event.key === " " && event.target.closest("button, summary, [aria-expanded]"))) return;
    event.preventDefault();
    go(screens * innerWidth);
  });
})();
