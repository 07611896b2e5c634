// Runs before anything else. First the one way out that no content security policy closes: WebRTC.
// Then theme, language and row height, so that the first paint is already the right one.
"use strict";
for (const name of [
  "RTCPeerConnection",
  "webkitRTCPeerConnection",
  "mozRTCPeerConnection",
  "RTCDataChannel",
  "RTCIceTransport",
]) {
  try {
    delete self[name];
    Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });
  } catch {
    // already gone for good
  }
}

(() => {
  const recall = (key) => {
    try {
      return JSON.parse(localStorage.getItem("tieout." + key));
    } catch {
      return null; // no storage in a sealed page: defaults serve
    }
  };
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = recall("theme") ?? (dark ? "dark" : "light");
  root.dataset.density = recall("density") ?? "normal";
  root.lang = { ko: "ko", zh: "zh-Hans" }[recall("lang") ?? navigator.language.slice(0, 2)] ?? "en";
})();
