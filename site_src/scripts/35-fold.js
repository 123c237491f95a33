// The mode for old people: what is not essential stands behind one button that names it.
(() => {
  const place = document.querySelector(".mg-fold"), root = document.documentElement;
  if (!place) return;
  const behind = [...place.parentElement.querySelectorAll(".mg-fold ~ h2")].map((heading) => heading.textContent.trim());
  const reveal = (all) => {
    root.toggleAttribute("data-all", all);
    button.setAttribute("aria-expanded", String(all));
    button.replaceChildren(minggui.make("strong", {}, all ? minggui.tr("收起其余内容") : minggui.tr("展开其余内容")), all ? "" : minggui.make("small", {}, behind.join(minggui.trc("标点", "{first}、{second}", { first: "", second: "" }))));
  };
  const button = minggui.button("", () => reveal(!root.hasAttribute("data-all")));
  place.append(button);
  // A link to a place in what is folded opens it.
  const follow = () => {
    let target = null;
    try { target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* no valid address */ }
    if (!target || !root.hasAttribute("data-elder") || target.getClientRects().length) return;
    reveal(true);
    target.scrollIntoView();
  };
  reveal(false);
  follow();
  window.addEventListener("hashchange", follow);
  document.addEventListener("minggui:reading", follow);
})();
