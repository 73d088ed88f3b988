"use strict";
// What the pages do beyond links and forms. Everything can be read without it.
(() => {
  // Lights up what belongs together in a document: the marks of an entry, and the cards of a mark.
  const cardsOf = (mark) => mark.dataset.entries.split(" ").map((id) => document.getElementById(`e-${id}`)).filter(Boolean);
  const marksOf = (card) => [...document.querySelectorAll(".mark")].filter((mark) => mark.dataset.entries.split(" ").includes(card.id.slice(2)));
  const dim = () => document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
  const light = (event) => {
    if (!(event.target instanceof Element)) return;
    const mark = event.target.closest(".mark");
    const card = event.target.closest(".card");
    if (!mark && !card) return;
    dim();
    (mark ? [mark, ...cardsOf(mark)] : [card, ...marksOf(card)]).forEach((each) => each.classList.add("lit"));
  };
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, light);
  document.addEventListener("mouseout", (event) => {
    if (event.target instanceof Element && event.target.closest(".mark, .card")) dim();
  });
  document.addEventListener("focusout", dim);

  // A link into a closed group opens it first.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let each = target.parentElement; each; each = each.parentElement) if (each instanceof HTMLDetailsElement) each.open = true;
    if (target.classList.contains("card")) target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  open();

  // From a mark to its cards and back with Enter; to the next and the previous mark with n and p.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    if (event.key !== "n" && event.key !== "p") return;
    const marks = [...document.querySelectorAll("article .mark")];
    if (!marks.length) return;
    const here = marks.indexOf(document.activeElement);
    const next = event.key === "n" ? here + 1 : here < 0 ? marks.length - 1 : here - 1;
    marks[(next + marks.length) % marks.length].focus();
    event.preventDefault();
  });

  // A drawing that is wider than the screen begins in its middle.
  for (const drawing of document.querySelectorAll(".drawing:has(.world, .network)")) {
    const beyond = drawing.scrollWidth - drawing.clientWidth;
    drawing.scrollLeft = (getComputedStyle(drawing).direction === "rtl" ? -beyond : beyond) / 2;
  }

  // Where the places stand in one line, the current one may lie beyond its end.
  const current = document.querySelector('.places [aria-current="page"]');
  const line = current?.closest("nav");
  if (line && line.scrollWidth > line.clientWidth) {
    const [inner, outer] = [current.getBoundingClientRect(), line.getBoundingClientRect()];
    line.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }

  // A choice in the footer counts at once.
  for (const form of document.querySelectorAll("form.preferences")) {
    form.addEventListener("change", () => form.requestSubmit());
    form.querySelector("button").hidden = true;
  }
})();

// In review, one key is one decision.
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
})();

// Words that are selected in a document become the evidence of an entry that is added by hand.
(() => {
  const form = document.querySelector("#by-hand form");
  if (!form) return;
  // Offsets are counted in code points, as everywhere in a record; the browser counts UTF-16 units.
  const points = (text) => [...text].length;
  const offset = (node, at) => {
    const line = (node instanceof Element ? node : node.parentElement)?.closest("article [data-start]");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, at);
    return Number(line.dataset.start) + points(before.toString());
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    form.elements.start.value = start;
    form.elements.end.value = end;
    document.getElementById("chosen").value = selection.toString();
  });
})();
