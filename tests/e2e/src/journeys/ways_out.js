// Every way out of a page that we know, tried one after another without leaving the page. Each names
// itself in the address it asks for. Called with the listener's ports; answers what each said.
const [tcp, udp, done] = arguments;
const said = [];
const address = (way) => "http://127.0.0.1:" + tcp + "/" + way;
const attempt = (way, act) => {
  try {
    act(address(way));
    said.push(way + ": tried");
  } catch (error) {
    said.push(way + ": " + error.name);
  }
};
const element = (kind, set) => {
  const made = document.createElement(kind);
  set(made);
  document.body.append(made);
  return made;
};
const call = (Peer) => {
  const peer = new Peer({ iceServers: [{ urls: "stun:127.0.0.1:" + udp }] });
  peer.createDataChannel("out");
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
};

attempt("fetch", (to) => void fetch(to, { mode: "no-cors" }).catch(() => {}));
attempt("keepalive", (to) => void fetch(to, { method: "POST", body: "x", keepalive: true, mode: "no-cors" }).catch(() => {}));
attempt("xhr", (to) => {
  const request = new XMLHttpRequest();
  request.open("POST", to);
  request.send("x");
});
attempt("beacon", (to) => navigator.sendBeacon(to, "x"));
attempt("image", (to) => { new Image().src = to; });
attempt("script", (to) => element("script", (made) => { made.src = to; }));
attempt("style", (to) => element("link", (made) => { made.rel = "stylesheet"; made.href = to; }));
attempt("prefetch", (to) => element("link", (made) => { made.rel = "prefetch"; made.href = to; }));
attempt("video", (to) => element("video", (made) => { made.src = to; made.load(); }));
attempt("object", (to) => element("object", (made) => { made.data = to; }));
attempt("font", (to) => void new FontFace("out", "url(" + to + ")").load().catch(() => {}));
attempt("frame", (to) => element("iframe", (made) => { made.src = to; }));
attempt("form", (to) => {
  element("iframe", (made) => { made.name = "target"; });
  element("form", (made) => { made.action = to; made.method = "post"; made.target = "target"; }).submit();
});
attempt("eventsource", (to) => { new EventSource(to); });
attempt("websocket", (to) => { new WebSocket(to.replace("http", "ws")); });
attempt("window", (to) => { open(to); });
attempt("worker", (to) => {
  const text = "fetch('" + to + "', { mode: 'no-cors' }).catch(() => {});";
  new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
});
attempt("webrtc", () => call(RTCPeerConnection));
attempt("nested", () => {
  const inside = element("iframe", (made) => { made.srcdoc = "<p>nested</p>"; });
  call((inside.contentWindow).RTCPeerConnection);
});
attempt("nested-script", (to) => {
  const text = "fetch('" + to + "', { mode: 'no-cors' }); const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:" + udp
    + "' }] }); p.createDataChannel('out'); p.createOffer().then((o) => p.setLocalDescription(o));";
  element("iframe", (made) => { made.srcdoc = "<script>" + text + "</" + "script>"; });
});
attempt("nested-again", (to) => {
  // The one script that the policy allows, run again inside: it must take WebRTC away there too.
  const allowed = [...document.scripts].find((script) => !script.type && script.textContent)?.textContent ?? "";
  const inside = element("iframe", (made) => { made.srcdoc = "<script>" + allowed + "</" + "script>"; });
  inside.addEventListener("load", () => {
    try {
      call(inside.contentWindow.RTCPeerConnection);
    } catch {
      // nothing to call with
    }
  });
});
setTimeout(() => done(said), 3000);
