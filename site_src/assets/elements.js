// Making elements. Data is only ever put into them as text, never as markup.

const HAN = /[\u3400-\u9fff]/;

/**
 * Make an element; strings become text, functions listen to what their name says, what is empty is left out.
 * @param {string} tag @param {Object<string, string | ((event: Event) => void)>} attributes @param {...(Node | string | false | null | undefined)} children
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== "") made.setAttribute(name, value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

/** A text of the data. On a page in another language it says that it is Chinese, for voices and fonts. @param {string} text @returns {Node | string} */
export const own = (text) => (document.documentElement.lang.startsWith("zh") || !HAN.test(text) ? text : el("span", { lang: "zh" }, text));
