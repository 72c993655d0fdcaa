/* Shows a Panel's HTML and tells the kernel which item was chosen. */
function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "studio";
  if (model.get("announce")) root.setAttribute("aria-live", "polite");
  el.append(root);

  const item = (key) => [...root.querySelectorAll("[data-choose]")].find((each) => each.dataset.choose === key);
  const mark = () => {
    for (const each of root.querySelectorAll("[data-choose]")) {
      each.setAttribute("aria-pressed", String(each.dataset.choose === model.get("chosen")));
    }
  };
  const draw = () => {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.choose;
    const summary = focused?.tagName === "SUMMARY" ? focused.parentElement.id : null;
    const open = [...root.querySelectorAll("details[open][id]")].map((each) => each.id);
    const scrolled = [...root.querySelectorAll("[data-keep-scroll]")].map((each) => each.scrollTop);
    root.innerHTML = model.get("html");
    for (const id of open) root.querySelector(`details[id="${id}"]`)?.setAttribute("open", "");
    [...root.querySelectorAll("[data-keep-scroll]")].forEach((each, i) => { each.scrollTop = scrolled[i] ?? 0; });
    mark();
    if (key !== undefined) item(key)?.focus({ preventScroll: true });
    if (summary) root.querySelector(`details[id="${summary}"] > summary`)?.focus({ preventScroll: true });
  };
  const choose = (event) => {
    const chosen = event.target.closest?.("[data-choose]");
    if (!chosen) return;
    model.set("chosen", chosen.dataset.choose);
    model.save_changes();
  };
  model.on("change:html", draw);
  model.on("change:chosen", mark);
  root.addEventListener("click", choose);
  draw();
  return () => {
    model.off("change:html", draw);
    model.off("change:chosen", mark);
  };
}

export default { render };
