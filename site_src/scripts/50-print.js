// On paper nothing can be unfolded, so folded parts are opened for it; the official passage stays as the reader left it.
(() => {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open], .mg-original)")];
    for (const part of opened) part.open = true;
    const here = document.querySelector(".mg-here");
    if (here && !here.textContent && /^https?:/.test(location.protocol)) here.textContent = location.href;
  });
  window.addEventListener("afterprint", () => { for (const part of opened.splice(0)) part.open = false; });
})();
