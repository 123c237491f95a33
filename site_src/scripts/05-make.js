// What several scripts need. The object is made in the page's head (site_src/overrides/partials/early.html).
(() => {
  // The words of another language were handed over before (generator/language/scripts.py); Chinese ones stand in the code.
  const said = minggui.language ?? { texts: {} }, rules = said.plurals && new Intl.PluralRules(said.tag);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  /** Say a text. @param {string} message In Chinese. @param {Object<string, unknown>} values What is put into its places. */
  minggui.tr = (message, values = {}) => fill(said.texts[message] ?? message, values);
  /** Say a text that means something else in another place. @param {string} context @param {string} message */
  minggui.trc = (context, message, values = {}) => fill(said.texts[`${context}\u0004${message}`] ?? message, values);
  /** Say a text that counts; its number stands at {n}. @param {string} message @param {number} n */
  minggui.trn = (message, n, values = {}) => {
    const forms = said.texts[message];
    return fill(forms ? forms[said.plurals[rules.select(n)] ?? 0] || message : message, { n, ...values });
  };
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
