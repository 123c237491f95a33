// Saying the interface's words in the page's language (site_src/scripts/05-make.js has them ready before any module runs).

/** Say a text. @param {string} message In Chinese, written out: the collector reads it here. @param {Object<string, unknown>} [values] @returns {string} */
export const tr = (message, values) => globalThis.minggui.tr(message, values);

/** Say a text that means something else in another place. @param {string} context @param {string} message @param {Object<string, unknown>} [values] @returns {string} */
export const trc = (context, message, values) => globalThis.minggui.trc(context, message, values);

/** Say a text that counts; its number stands at {n}. @param {string} message @param {number} n @param {Object<string, unknown>} [values] @returns {string} */
export const trn = (message, n, values) => globalThis.minggui.trn(message, n, values);

/** Mark a text that is said later, such as one of a table. @param {string} message */
export const mark = (message) => message;

/** Mark a text that needs a context; trc(context, …) says it later. @param {string} _context @param {string} message */
export const markc = (_context, message) => message;

/** Join the words of a list as the language does. @param {string[]} parts */
export const joined = (parts) => parts.filter(Boolean).join(trc("名称之间", "{first}、{second}", { first: "", second: "" }));
