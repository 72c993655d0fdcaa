/* A labelled range input; the number is written by the reader's locale. */
const SEND_EVERY_MS = 60;

function add(parent, tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

function writer(model) {
  const currency = model.get("currency");
  const digits = Math.max(0, -Math.floor(Math.log10(model.get("step") || 1) + 1e-9));
  const options = currency
    ? { style: "currency", currency, maximumFractionDigits: digits, minimumFractionDigits: digits }
    : { maximumFractionDigits: digits, minimumFractionDigits: digits };
  const format = new Intl.NumberFormat(model.get("locale"), options);
  const unit = model.get("unit");
  return (value, bare) => (unit && !currency && !bare ? `${format.format(value)}\u00a0${unit}` : format.format(value));
}

function render({ model, el }) {
  const write = writer(model);
  const root = add(el, "div", "studio");
  const box = add(root, "div", "st-slider");
  // Each slider brings a copy of this module: a counter or the time would give two of them the same id.
  const id = `st-slider-${Math.random().toString(36).slice(2)}`;
  const label = add(box, "label", "", model.get("label"));
  const output = add(box, "output");
  const input = add(box, "input");
  label.htmlFor = input.id = id;
  output.htmlFor = id;
  output.setAttribute("aria-live", "off");
  input.type = "range";
  input.min = model.get("low");
  input.max = model.get("high");
  input.step = model.get("step");
  const ends = add(box, "div", "st-ends");
  ends.setAttribute("aria-hidden", "true");
  add(ends, "span", "", write(model.get("low"), true));
  add(ends, "span", "", write(model.get("high"), true));
  if (model.get("help_text")) {
    const help = add(box, "div", "st-help", model.get("help_text"));
    help.id = `${id}-help`;
    input.setAttribute("aria-describedby", help.id);
  }

  const show = (value) => {
    output.textContent = write(value);
    input.setAttribute("aria-valuetext", write(value));
    input.style.setProperty("--st-part", `${(100 * (value - input.min)) / (input.max - input.min)}%`);
  };
  let waiting = null;
  const send = () => {
    waiting = null;
    model.set("value", Number(input.value));
    model.save_changes();
  };
  const moved = () => {
    show(Number(input.value));
    waiting ??= setTimeout(send, SEND_EVERY_MS);
  };
  const set = () => {
    if (waiting !== null) return;
    input.value = model.get("value");
    show(model.get("value"));
  };
  input.addEventListener("input", moved);
  model.on("change:value", set);
  set();
  return () => {
    clearTimeout(waiting);
    model.off("change:value", set);
  };
}

export default { render };
