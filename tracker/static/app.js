// Quicker by keyboard; every page works without this file.
"use strict";

(() => {
  const errors = document.getElementById("errors");
  if (errors) errors.focus();

  // A mail, a text or a table may be pasted by dropping a file on the box.
  const box = document.querySelector("[data-drop]");
  if (box) {
    const file = document.getElementById(box.dataset.drop);
    box.addEventListener("dragover", (event) => event.preventDefault());
    box.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      file.files = event.dataTransfer.files;
      file.focus();
    });
  }

  // Review: the keys work while the focus is in the list of proposals.
  const list = document.querySelector("[data-proposals]");
  if (!list) return;
  const asks = () => [...list.querySelectorAll("[data-ask]")];
  const light = (ask) => {
    const lit = document.getElementById(ask.dataset.ask);
    if (lit) lit.scrollIntoView({ block: "nearest" });
  };
  const go = (ask) => {
    if (!ask) return;
    ask.focus({ preventScroll: true });
    ask.scrollIntoView({ block: "nearest" });
    light(ask);
  };
  const here = () => document.activeElement.closest("[data-ask]");
  const isWriting = (target) => target.matches("input, textarea, select");

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const ask = here();
    const all = asks();
    if (event.key === "j") return go(all[all.indexOf(ask) + 1]);
    if (event.key === "k") return go(all[all.indexOf(ask) - 1]);
    const act = ask && ask.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (act) {
      event.preventDefault();
      act.click();
    }
  });

  const named = location.hash && document.querySelector(location.hash);
  const first = list.querySelector("[data-ask].ask--waiting");
  if (!errors && !document.querySelector("[data-changing]")) {
    go(named && named.matches("[data-ask]") ? named : first);
  }
})();
