// The home page's search button opens the theme's own search. Without scripts the button stays hidden.
(() => {
  const toggle = document.querySelector("[data-md-toggle=search]");
  const field = document.querySelector("[data-md-component=search-query]");
  for (const button of document.querySelectorAll("[data-mg-search]")) {
    if (!toggle || !field) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (!toggle.checked) toggle.click();
      field.focus();
    });
  }
  // The theme searches on key-up only; dictation and handwriting send no keys.
  field?.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
})();
