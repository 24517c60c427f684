// Compares a file with an issued paper inside the browser; nothing of the file is sent.
(() => {
  "use strict";
  const box = document.querySelector("#compare");
  const drop = box?.querySelector("[data-drop]");
  if (!drop || !globalThis.crypto?.subtle) return; // plain http: the form below does it
  const field = drop.querySelector("input");
  const digestLine = box.querySelector("[data-digest]");
  const typedFault = box.querySelector("#sha256-galat");
  let latest = 0;

  const show = (likeness, digest = "") => {
    for (const node of box.querySelectorAll("[data-likeness]")) {
      node.hidden = node.dataset.likeness !== likeness;
    }
    digestLine.hidden = !digest;
    digestLine.querySelector(".hash").textContent = digest;
    if (typedFault) typedFault.hidden = true;
  };

  const likenessOf = (digest) => {
    if (digest === box.dataset.original) return "sama";
    return box.dataset.signed.split(" ").includes(digest) ? "salinan" : "berbeda";
  };

  const compare = async (file) => {
    const turn = (latest += 1);
    show("menghitung");
    try {
      const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      const digest = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (turn === latest) show(likenessOf(digest), digest);
    } catch {
      if (turn === latest) show("gagal");
    }
  };

  field.addEventListener("change", () => {
    if (field.files[0]) compare(field.files[0]);
  });
  // A file let go beside the box must not replace the page; words may be dragged as ever.
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    drop.classList.add("is-over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("is-over");
  });
  addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    drop.classList.remove("is-over");
    compare(event.dataTransfer.files[0]);
  });
  drop.hidden = false;
})();
