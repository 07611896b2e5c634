// Starts the module, and keeps the text from which the workers are made. The glue is fetched here
// once and for all: a worker that starts later must not cause a request.
"use strict";
(() => {
  const glue = document.getElementById("glue");
  const boot = "\nself.onmessage=e=>{self.onmessage=null;wasm_bindgen({module_or_path:e.data})};";
  fetch(glue.src)
    .then((answer) => answer.text())
    .then((text) => {
      self.tieoutWorkerText = () => text + boot;
      return wasm_bindgen({ module_or_path: new URL(glue.dataset.wasm, document.baseURI) });
    })
    .catch((error) => {
      const say = document.createElement("p");
      say.setAttribute("role", "alert");
      say.textContent = "Tieout could not start in this browser. Load the page again, or use a current Chromium, Edge, Firefox or Safari. (" + error + ")";
      document.body.append(say);
    });
})();
