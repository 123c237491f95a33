// Where the rows of a plan come from: a file of their own, so that nobody loads what he does not see.

import { readJson } from "../data.js";

/** @param {string} plan Its id. @param {URL} here The folder of the page. @returns {Promise<any[][]>} */
export function rowsOf(plan, here) {
  return readJson(new URL(`rows/${plan}.json`, here));
}
