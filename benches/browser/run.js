// The whole run, in order: reading, checking, matching, the page itself. Contestants take turns
// within a round, so that a busy minute of the machine falls on all of them.

import { checks, loading } from "./checks.js";
import { Engine, typed } from "./ours.js";
import { page } from "./page.js";
import { database, run } from "./peers.js";
import { end, failed, measured, say } from "./tell.js";

const plan = await (await fetch("plan.json")).json();
const bytes = async (name) => {
  const answer = await fetch(`files/${name}`);
  if (!answer.ok) throw new Error(`${name} is not served`);
  return answer.arrayBuffer();
};

// A contestant that fails is not asked again in later rounds.
const out = new Set();
const turn = async (what, rows, work) => {
  if (out.has(`${what} ${rows}`)) return;
  try {
    for (const [name, value] of Object.entries(await work())) await measured(name, rows, value);
  } catch (error) {
    out.add(`${what} ${rows}`);
    await failed(what, rows, error?.message ?? error);
  }
};

const workbooks = async (rows, rounds) => {
  const name = `charges-${rows}.xlsx`;
  for (let round = 0; round < rounds; round += 1) {
    await say(`${name}, round ${round + 1} of ${rounds}`);
    await turn("xlsx ours", rows, async () => {
      const got = await typed(name, await bytes(name));
      return {
        "xlsx ours": got.ms,
        "xlsx typed": got.ms + got.building,
        "xlsx memory": got.memory,
        "xlsx columns": got.columns,
        "xlsx engine memory": got.engine,
        "xlsx reports a second": got.reports / (got.ms / 1000),
      };
    });
    for (const peer of ["calamine", "inflate", "sheetjs", "exceljs"]) {
      // The two slow ones hold a million rows for a minute: once is enough to know.
      if (round > 0 && rows >= plan.once_from && ["sheetjs", "exceljs"].includes(peer)) continue;
      await turn(`xlsx ${peer}`, rows, async () => ({
        [`xlsx ${peer}`]: await run(peer, await bytes(name)),
      }));
    }
  }
};

const texts = async (rows, rounds) => {
  const name = `charges-${rows}.csv`;
  for (let round = 0; round < rounds; round += 1) {
    await say(`${name}, round ${round + 1} of ${rounds}`);
    await turn("csv ours", rows, async () => {
      const got = await typed(name, await bytes(name));
      return {
        "csv ours": got.ms,
        "csv typed": got.ms + got.building,
        "csv memory": got.memory,
        "csv columns": got.columns,
        "csv reports a second": got.reports / (got.ms / 1000),
      };
    });
    for (const peer of ["papaparse", "papaparse typed"]) {
      await turn(`csv ${peer}`, rows, async () => ({
        [`csv ${peer}`]: await run(peer, await bytes(name)),
      }));
    }
    await turn("csv duckdb", rows, async () => {
      const db = await database();
      try {
        await db.file(name, await bytes(name));
        const text = `create table charges as select * from read_csv('${name}')`;
        return { "csv duckdb": (await db.timed(text)).ms };
      } finally {
        await db.end();
      }
    });
  }
};

// One plain hash join of receipts and open items on the payer and the amount.
const JOIN = `select count(*) from receipts r join items i
  on r."Payer" = i."Client" and r."Amount Received" = i."Open Amount"`;

const matching = async (rows, rounds) => {
  await say(`${rows} receipts and ${rows} open items`);
  const names = [`receipts-${rows}.csv`, `open-items-${rows}.csv`];
  for (let round = 0; round < rounds; round += 1) {
    await turn("match ours", rows, async () => {
      const engine = await Engine.start();
      try {
        await loading(engine, names, bytes);
        // A change of the day matches anew; a change of another setting derives all the rest.
        const policy = { as_of: plan.as_of, rules_off: plan.rules };
        const all = await engine.effect({ do: { set_policy: policy } });
        const rest = await engine.effect({ do: { set_policy: { ...policy, old_job_days: 31 } } });
        const alone = all.ms - rest.ms;
        if (!(alone > 0)) throw new Error("too few receipts to tell matching from the rest");
        return { "match ours": alone, "match memory": await engine.memory() };
      } finally {
        engine.end();
      }
    });
    await turn("match duckdb", rows, async () => {
      const db = await database();
      try {
        for (const name of names) await db.file(name, await bytes(name));
        await db.query(`create table receipts as select * from read_csv('${names[0]}')`);
        await db.query(`create table items as select * from read_csv('${names[1]}')`);
        return { "match duckdb": (await db.timed(JOIN)).ms };
      } finally {
        await db.end();
      }
    });
  }
};

try {
  for (const rows of plan.sizes) await workbooks(rows, plan.rounds);
  for (const rows of plan.sizes) await texts(rows, plan.rounds);
  for (const rows of plan.sizes) await checks(plan, rows, turn, bytes);
  // A million is asked once: it is held against the smaller, and that against the peer.
  for (const rows of plan.cash) await matching(rows, rows < plan.once_from ? plan.rounds : 1);
  const largest = Math.max(...plan.sizes);
  await say("The shipped page with the largest workbook");
  await turn("page", largest, () => page(`charges-${largest}.xlsx`, bytes));
  await end();
} catch (error) {
  await end(error);
}
