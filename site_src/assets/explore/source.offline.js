// Where the rows of a plan come from in the offline copy: one file for all, since there the names of files must stand in the calls.

import { readJson } from "../data.js";

/** @type {Promise<Object<string, any[][]>> | undefined} */
let all;

/** @param {string} plan Its id. @param {URL} here The folder of the page. @returns {Promise<any[][]>} */
export function rowsOf(plan, here) {
  all ??= readJson(new URL("rows.json", here));
  return all.then((rows) => rows[plan]);
}
