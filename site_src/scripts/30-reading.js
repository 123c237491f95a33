// The panel 阅读设置. What is chosen stays in this browser alone; the head of every page applies it before the first paint.
(() => {
  const opener = document.querySelector(".mg-settings");
  if (!opener || !window.HTMLDialogElement) return;
  const { make, button, tr } = minggui;
  let chosen = minggui.stored(), panel;

  /** Take over some choices: show them, keep them, tell other scripts. @param {object} changes */
  function take(changes) {
    chosen = { ...chosen, ...changes };
    minggui.show(chosen);
    settle();
    try {
      localStorage.setItem(minggui.key, JSON.stringify(chosen));
    } catch {
      said(tr("这个浏览器不让网站记住设置，换一页要重新选。"));
    }
    document.dispatchEvent(new Event("minggui:reading"));
  }

  /** Show the size that holds: the mode for old people is never in standard size. */
  function settle() {
    const { size = "standard", elder } = document.documentElement.dataset;
    for (const input of panel?.querySelectorAll("[name=mg-size]") ?? []) {
      input.checked = input.value === size;
      input.disabled = elder !== undefined && input.value === "standard";
    }
  }

  const status = make("p", { role: "status" });
  const said = (words) => { status.textContent = words; };

  /** One of several. @param {string} legend @param {string} name @param {[string, string][]} values @param {string} now */
  function choice(legend, name, values, now) {
    const options = values.map(([value, words]) => {
      const input = make("input", { type: "radio", name: `mg-${name}`, value });
      input.checked = value === now;
      input.addEventListener("change", () => { take({ [name]: value }); said(tr("{name}：{value}", { name: legend, value: words })); });
      return make("label", {}, input, words);
    });
    return make("fieldset", {}, make("legend", {}, legend), ...options);
  }

  /** On or off. @param {string} words @param {string} name @param {boolean} now @param {string} on @param {string} off What is announced. */
  function toggle(words, name, now, on, off) {
    const input = make("input", { type: "checkbox", name: `mg-${name}` });
    input.checked = now;
    input.addEventListener("change", () => { take({ [name]: input.checked }); said(input.checked ? on : off); });
    return make("label", {}, input, words);
  }

  function contents() {
    const root = document.documentElement.dataset;
    const bar = make("div", { class: "mg-bar" }, make("h2", {}, tr("阅读设置")), button(tr("关闭"), () => panel.close()));
    const colours = [["auto", tr("跟随系统")], ["light", tr("浅色")], ["dark", tr("深色")]], sizes = [["standard", tr("标准")], ["large", tr("大")], ["huge", tr("特大")]];
    const speech = minggui.speech?.offer(() => panel.close()) ?? [];
    return [
      bar,
      choice(tr("字号"), "size", sizes, root.size ?? "standard"),
      toggle(tr("长者模式：大字，只留要紧的"), "elder", "elder" in root, tr("长者模式已打开：字变大，次要的内容收起来了，页面里有“展开其余内容”。"), tr("长者模式已关闭。")),
      toggle(tr("高对比度"), "contrast", "contrast" in root, tr("高对比度已打开。"), tr("高对比度已关闭。")),
      choice(tr("颜色"), "colour", colours, chosen.colour ?? "auto"),
      make("div", { class: "mg-actions" }, ...speech.filter((part) => part.tagName === "BUTTON"), button(tr("打印或存成PDF"), () => { panel.close(); window.print(); }), button(tr("恢复原样"), reset)),
      ...speech.filter((part) => part.tagName !== "BUTTON"),
      status,
      make("p", {}, tr("这些设置只记在这台设备的浏览器里。")),
    ];
  }

  function reset() {
    take({ size: "standard", elder: false, contrast: undefined, colour: "auto" });
    fill();
    said(tr("已恢复原样。"));
    panel.querySelector("input").focus();
  }

  function fill() {
    panel.replaceChildren(...contents());
    settle();
  }

  opener.addEventListener("click", () => {
    panel ??= minggui.dialog("mg-panel", tr("阅读设置"));
    said("");
    fill();
    panel.showModal();
  });
  document.addEventListener("minggui:voices", () => { if (panel?.open && !panel.contains(document.activeElement)) fill(); });

  // Another tab chose, a page came back from the browser's memory, the system went dark: show what holds now.
  const again = () => { chosen = minggui.stored(); minggui.show(chosen); document.dispatchEvent(new Event("minggui:reading")); };
  window.addEventListener("storage", (event) => { if (event.key === minggui.key || event.key === null) again(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) again(); });
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(query).addEventListener?.("change", () => minggui.show(chosen));
})();
