// What several scripts need. The object is made in the page's head (site_src/overrides/partials/early.html).
(() => {
  /** Make an element; strings become text, never markup. @param {string} tag @param {Object<string, string>} attributes @param {...(Node | string)} children */
  minggui.make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  /** A button with words. @param {string} words @param {() => void} act */
  minggui.button = (words, act) => {
    const made = minggui.make("button", { type: "button" }, words);
    made.addEventListener("click", act);
    return made;
  };
  /** A dialogue that Esc and a tap outside close, and that keeps focus inside; the browser gives focus back. @param {string} kind @param {string} label */
  minggui.dialog = (kind, label, ...children) => {
    const made = minggui.make("dialog", { class: kind, "aria-label": label }, ...children);
    made.addEventListener("click", (event) => {
      if (event.target !== made) return;
      const box = made.getBoundingClientRect(), inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside) made.close();
    });
    document.body.append(made);
    return made;
  };
})();
