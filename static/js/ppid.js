// Makes the pages quicker to use; every page works without it.
(() => {
  "use strict";
  const one = (selector, root = document) => root.querySelector(selector);
  const typing = (node) => node.closest("input, textarea, select, [contenteditable]");

  const say = (text) => {
    const region = one("#siaran");
    if (region && text) region.textContent = text;
  };

  const trouble = (text) => {
    const box = one("#gangguan");
    if (!box) return;
    one("p", box).textContent = text;
    box.hidden = !text;
    if (text) box.scrollIntoView({ block: "nearest" });
  };

  const focusFaults = (root) => {
    const summary = root.matches?.(".error-summary") ? root : one(".error-summary", root);
    if (summary) summary.focus();
    return Boolean(summary);
  };

  // "/" goes to the search box; arrows and j/k walk through rows and suggestions.
  const walk = (items, step) => {
    const here = items.indexOf(document.activeElement);
    const next = items[Math.min(Math.max(here + step, 0), items.length - 1)];
    if (next) next.focus();
    return Boolean(next);
  };

  const suggestionsOf = (node) => {
    const box = node.closest("[data-suggest]");
    return box ? [...box.querySelectorAll(".suggestions a, .suggestions button, [data-stop]")] : [];
  };

  const onSuggestionKey = (event) => {
    const items = suggestionsOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length && !event.target.matches("select, textarea")) {
      event.preventDefault();
      const upwards = step < 0 && document.activeElement === items[0];
      if (upwards) one("input", event.target.closest("[data-suggest]"))?.focus();
      else walk(items, step);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("[data-suggest]")) onSuggestionKey(event);
    if (typing(event.target)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (event.key === "/") {
      const box = one("[data-search], input[type=search]");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (step && walk([...document.querySelectorAll(".cell-main > a")], step)) {
      event.preventDefault();
    }
  });

  // A click anywhere in a row opens it, unless words are being selected or a control was meant.
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-row]");
    if (!row || event.target.closest("a, button, input, label, summary") || String(getSelection())) return;
    one(".cell-main > a", row)?.click();
  });

  // A form is sent once; leaving with unsaved words is asked about.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    delete form.dataset.changed;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 4000);
  });

  const saved = (form, text) => {
    const line = one("[data-saved]", form);
    if (line) line.textContent = text;
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form) return;
    form.dataset.changed = "1";
    saved(form, "Ada perubahan yang belum tersimpan.");
  });

  addEventListener("beforeunload", (event) => {
    if (one("form[data-changed]")) event.preventDefault();
  });

  // What htmx does is told to those who cannot see it, and faults are never silent.
  const onBody = (name, act) => document.addEventListener(`htmx:${name}`, act);

  onBody("beforeRequest", () => trouble(""));
  onBody("afterRequest", ({ detail }) => {
    const form = detail.elt.closest("form[data-draft]");
    if (!form || !detail.successful) return;
    delete form.dataset.changed;
  });
  onBody("afterSettle", ({ detail }) => {
    if (focusFaults(detail.elt)) return;
    const told = detail.elt.matches("[data-announce]") ? detail.elt : one("[data-announce]", detail.elt);
    say(told?.dataset.announce || told?.textContent.trim());
  });
  // An error that comes as a whole page is told in the notice, in that page's own words.
  const toldBy = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    return [...page.querySelectorAll("main h1, main [data-told]")].map((node) => node.textContent.trim()).join(". ");
  };
  onBody("beforeSwap", ({ detail }) => {
    if (detail.xhr.status < 400 || !/^\s*<!doctype/i.test(detail.xhr.responseText)) return;
    detail.shouldSwap = false;
    trouble(toldBy(detail.xhr.responseText));
  });
  onBody("responseError", ({ detail }) => {
    trouble(toldBy(detail.xhr.responseText) || "Server sedang terganggu. Isian Anda masih ada di halaman ini; coba lagi beberapa saat lagi.");
  });
  for (const name of ["sendError", "timeout"]) {
    onBody(name, () => trouble("Sambungan terputus. Isian Anda masih ada di halaman ini; coba lagi bila sambungan pulih."));
  }

  focusFaults(document.body);
})();
