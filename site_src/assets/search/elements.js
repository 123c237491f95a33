// Elements of the page of search. Data is only ever put into them as text, never as markup.

/** Make an element; strings become text, what is empty is left out. @param {string} tag @param {Object<string, string>} attributes
 * @param {...(Node | string | false | undefined)} children */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(name, value);
  made.append(...children.filter(Boolean));
  return made;
}

/** @param {string} text @param {() => void} onClick @param {Object<string, string>} attributes */
export function button(text, onClick, attributes = {}) {
  const made = el("button", { type: "button", class: "mg-button", ...attributes }, text);
  made.addEventListener("click", onClick);
  return made;
}

/** The text with the words that were asked for marked. @param {string} text @param {string[]} words @returns {(Node | string)[]} */
export function marked(text, words) {
  const safe = words.filter(Boolean).sort((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return safe.length ? text.split(new RegExp(`(${safe.join("|")})`, "i")).map((part, i) => (i % 2 ? el("mark", {}, part) : part)) : [text];
}

/** The sentence with most of the words. @param {string} text @param {string[]} words */
export function sentence(text, words) {
  const all = text.match(/[^。；！？]+[。；！？]?/g) ?? [""], count = (s) => words.filter((w) => s.toLowerCase().includes(w)).length;
  return all.reduce((best, s) => (count(s) > count(best) ? s : best));
}
