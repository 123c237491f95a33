// Addresses of the first version (/?q=…) opened the theme's search on any page; they lead to the page of search now.
(() => {
  const query = new URLSearchParams(location.search).get("q");
  const link = document.querySelector(".mg-find-link");
  if (query && link && !document.querySelector("#mg-q")) location.replace(`${link.href}?q=${encodeURIComponent(query)}`);
  // “/” leads to search, as on many sites; not while somebody writes.
  document.addEventListener("keydown", (event) => {
    const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.querySelector("#mg-q, #mg-home-q");
    event.preventDefault();
    if (field instanceof HTMLElement) field.focus();
    else if (link instanceof HTMLAnchorElement) location.assign(link.href);
  });
})();
