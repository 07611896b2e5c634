// The start of the sealed page. It stands in the same script as the glue: a second script would be a
// second thing that a nested frame could run.
self.tieoutSealed = true;

// A worker is started from text, since a sealed page has no address to load it from.
self.tieoutWorkerText = () =>
  "const wasm_bindgen=(" + tieoutGlue + ")();" +
  "self.onmessage=e=>{self.onmessage=null;wasm_bindgen({module_or_path:e.data})};";

// Following a link would replace the app with an error page, and all work with it.
for (const kind of ["click", "auxclick"]) {
  addEventListener(
    kind,
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.hasAttribute("download")) return;
      event.preventDefault();
      const href = link.getAttribute("href");
      if (kind === "click" && href.startsWith("#")) location.hash = href;
    },
    true,
  );
}

addEventListener("DOMContentLoaded", async () => {
  const text = document.getElementById("module").textContent.trim();
  try {
    const packed = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(text)
      : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const module = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    await tieoutGlue()({ module_or_path: module });
  } catch (error) {
    const say = document.createElement("p");
    say.setAttribute("role", "alert");
    say.textContent =
      "Tieout could not start in this browser. Use a current Chromium, Edge, Firefox or Safari. (" + error + ")";
    document.body.append(say);
  }
});

// The keyboard belongs to the app from the start; each of these alone fails in some browser.
addEventListener("load", () => {
  focus();
  setTimeout(focus, 200);
});
