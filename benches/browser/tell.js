// What the page tells the terminal: a line for a person, or a measure for the table.

const post = (message) =>
  fetch("heard", { method: "POST", body: JSON.stringify(message), keepalive: false });

export const say = (line) => post({ say: line });

// One value of one measure; the terminal takes medians.
export const measured = (what, rows, value) => post({ what, rows, value });

export const failed = (what, rows, why) => post({ what, rows, failed: String(why).slice(0, 300) });

export const end = (why) => post(why ? { stopped: String(why?.stack ?? why) } : { done: true });
