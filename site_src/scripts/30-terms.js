// A marked word is a link to its explanation at the page's end. Where the browser knows popovers it opens beside the word.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;
  /** @typedef {HTMLAnchorElement} Word */

  /** What the list says of a word: its text, and its links without the way back. @param {Word} word */
  const explanation = (word) => {
    const item = document.querySelector(word.hash);
    const said = document.createElement("span");
    const parts = item ? [...item.childNodes].map((part) => part.cloneNode(true)) : [];
    said.append(...parts.filter((part) => !(part instanceof HTMLAnchorElement)));
    said.id = `said-${word.id}`;
    return { said, links: parts.filter((part) => part instanceof HTMLAnchorElement && part.hash !== `#${word.id}`) };
  };

  /** The popover of a word, put right behind it: whoever reads on comes back to the sentence. @param {Word} word */
  const noteOf = (word) => {
    const note = document.createElement("span");
    const { said, links } = explanation(word);
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = minggui.tr("关闭");
    close.addEventListener("click", () => note.hidePopover());
    note.append(said, ...links, close);
    note.className = "mg-note";
    note.popover = "auto";
    note.tabIndex = -1;
    note.setAttribute("role", "dialog");
    note.setAttribute("aria-label", word.getAttribute("aria-label") || "");
    note.setAttribute("aria-describedby", said.id);
    note.addEventListener("beforetoggle", (event) => {
      const open = /** @type {ToggleEvent} */ (event).newState === "open";
      word.setAttribute("aria-expanded", String(open));
      word.style.setProperty("anchor-name", open ? "--mg-word" : "");
    });
    word.after(note);
    return note;
  };

  /** @param {Word} word */
  const upgrade = (word) => {
    /** @type {HTMLElement | undefined} */
    let note;
    let wasOpen = false;
    const isOpen = () => Boolean(note && note.matches(":popover-open"));
    for (const [name, value] of [["role", "button"], ["aria-haspopup", "dialog"], ["aria-expanded", "false"]]) word.setAttribute(name, value);
    // A touch beside an open note closes it before the click comes: what the word meant has to be known earlier.
    word.addEventListener("pointerdown", () => (wasOpen = isOpen()));
    word.addEventListener("click", (event) => {
      event.preventDefault();
      if (isOpen() || (event.detail && wasOpen)) return note && note.hidePopover();
      note = note || noteOf(word);
      word.focus({ preventScroll: true }); // Safari does not by itself; closing leads back to what had the focus
      note.showPopover();
      note.focus({ preventScroll: true });
    });
    word.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      word.click();
    });
  };

  for (const word of document.querySelectorAll("a.mg-term")) upgrade(/** @type {Word} */ (word));
})();
