"use strict";
// Lights up what belongs together: the marks of an entry, and the cards of a mark. The links work without it.
(() => {
  const marks = new Map();
  for (const mark of document.querySelectorAll("[data-entries]")) {
    for (const entry of new Set(mark.dataset.entries.trim().split(" "))) {
      if (!marks.has(entry)) marks.set(entry, []);
      marks.get(entry).push(mark);
    }
  }
  const dim = () => {
    for (const element of document.querySelectorAll(".lit")) element.classList.remove("lit");
  };
  const light = (event) => {
    dim();
    const mark = event.target.closest("[data-entries]");
    const card = event.target.closest(".card");
    if (mark) {
      mark.classList.add("lit");
      for (const entry of mark.dataset.entries.trim().split(" ")) {
        const target = document.getElementById(entry);
        if (target) target.classList.add("lit");
      }
    } else if (card) {
      card.classList.add("lit");
      for (const each of marks.get(card.id) || []) each.classList.add("lit");
    }
  };
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, light);
  for (const name of ["mouseleave", "focusout"]) document.addEventListener(name, dim);
})();
