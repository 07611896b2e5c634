// The shipped page in a frame of the same origin, and so on the same thread as this script: when the
// page is blocked, our own timer comes late by as much.

const TICK_MS = 4;
const LIMIT_MS = 180_000;

const watch = () => {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK_MS);
    last = now;
    if (running) setTimeout(tick, TICK_MS);
  };
  setTimeout(tick, TICK_MS);
  return () => {
    running = false;
    return Math.max(0, longest);
  };
};

const until = async (what, holds) => {
  const begun = performance.now();
  for (;;) {
    const found = holds();
    if (found) return found;
    if (performance.now() - begun > LIMIT_MS) throw new Error(`no ${what} in the page`);
    await new Promise((again) => setTimeout(again, TICK_MS));
  }
};

export const page = async (name, bytes) => {
  const frame = document.createElement("iframe");
  frame.width = 1366;
  frame.height = 768;
  frame.src = "site/index.html";
  document.body.append(frame);
  const find = (selector) => frame.contentDocument?.querySelector(selector);
  const choose = await until("file field", () => find("#choose-files"));
  // The engine says that it is ready before a file can be taken.
  await until("frame", () => find("footer"));
  // Made before the clock starts: a person's file lies on the disk and is not copied here first.
  const file = new frame.contentWindow.File([await bytes(name)], name);
  const bring = () => {
    const list = new frame.contentWindow.DataTransfer();
    list.items.add(file);
    choose.files = list.files;
    choose.dispatchEvent(new frame.contentWindow.Event("change", { bubbles: true }));
  };
  const cancel = () => find("footer button") ?? find(".flist li.f button.btn.small");

  bring();
  const button = await until("button that cancels", () => find("[role=progressbar]") && cancel());
  const asked = performance.now();
  button.click();
  await until("end of the reading", () => !find("[role=progressbar]"));
  const cancelled = performance.now() - asked;

  const stop = watch();
  bring();
  await until("progress", () => find("[role=progressbar]"));
  await until("file in the list", () => find(".flist li.f > a") && !find("[role=progressbar]"));
  const longest = stop();
  frame.remove();
  return { "page longest block": longest, "page cancel": cancelled };
};
