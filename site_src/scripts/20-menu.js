// The main links as a drawer where they do not stand in the header. Without this script the menu link unfolds them in place.
(() => {
  const { tr } = minggui;
  const link = document.querySelector(".mg-menu"), nav = document.querySelector(".mg-nav");
  if (!link || !nav || !window.HTMLDialogElement) return;
  const home = nav.parentElement, after = nav.nextSibling;
  const drawer = minggui.dialog("mg-drawer", tr("菜单"), minggui.button(tr("关闭"), () => drawer.close()));
  const open = minggui.button(tr("菜单"), () => {
    drawer.append(nav);
    drawer.showModal();
  });
  open.className = "mg-menu";
  open.setAttribute("aria-haspopup", "dialog");
  link.replaceWith(open);
  drawer.addEventListener("close", () => home.insertBefore(nav, after));
})();
