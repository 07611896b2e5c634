// The catalogue over a house's files, and twelve core checks beside the same twelve as SQL.

import { Engine, read, typed } from "./ours.js";
import { database } from "./peers.js";
import { say } from "./tell.js";

// Code of the rule, and what it asks. Tables stand ready; amounts are exact decimals there too.
const CORE = {
  "ID-02": `select "Invoice No" from invoices group by 1 having count(*) > 1`,
  "ID-05": `select "Job No", "Charge Code", "Service Date" from lines group by all
    having count(distinct "Invoice No") > 1`,
  "ID-07": `select "Invoice No", "Job No", "Charge Code", "Quantity", "Net Amount" from lines
    group by all having count(*) > 1`,
  "ARI-01": `select * from lines where round("Quantity" * "Unit Price", 2) <> "Net Amount"`,
  "ARI-02": `select i."Invoice No" from invoices i join
    (select "Invoice No", sum("Net Amount") as net from lines group by 1) l
    on l."Invoice No" = i."Invoice No" where l.net <> i."Net Amount"`,
  "ARI-03": `select * from invoices where "Net Amount" + "Tax Amount" <> "Invoice Total"`,
  "TAX-01": `select * from invoices where abs(round("Net Amount"
    * replace("Tax %"::varchar, '%', '')::decimal(9, 4) / 100, 2) - "Tax Amount") > 0.01`,
  "CMP-03": `select distinct "Invoice No" from lines l
    where not exists (from invoices i where i."Invoice No" = l."Invoice No")`,
  "REF-04": `select * from lines l
    where not exists (from jobs j where j."Job No" = l."Job No")`,
  "REF-01": `select i.* from invoices i join customers c on c."Client Code" = i."Client Code"
    where c."PO Required" and coalesce(i."PO No"::varchar, '') = ''`,
  "PRC-03": `select l.* from lines l join invoices i on i."Invoice No" = l."Invoice No"
    join rates r on r."Client Code" = i."Client Code" and r."Charge Code" = l."Charge Code"
    and l."Service Date" between r."Valid From" and r."Valid To"
    where l."Unit Price" <> r."Unit Price"`,
  "SEQ-01": `select a + 1 from (select a, lead(a) over (order by a) as b from
    (select regexp_extract("Invoice No", '[0-9]+')::bigint as a from invoices)) where b > a + 1`,
};

const AMOUNTS = ["Unit Price", "Net Amount", "Tax Amount", "Invoice Total"];

// Reads the files, loads them, and puts into use what asks.
export const loading = async (engine, names, bytes) => {
  let reading = 0;
  for (const name of names) {
    const { ms, frame } = await read(name, await bytes(name));
    reading += ms;
    await engine.effect("load", frame);
  }
  for (const file of await engine.files()) {
    if (file.state !== "asking") continue;
    const confirm = { confirm_reading: { file: file.sha256, sheet: 0, remember: false } };
    await engine.effect({ do: confirm });
  }
  for (const file of await engine.files()) {
    if (file.state !== "used") throw new Error(`${file.name} is ${file.state}: ${file.question}`);
  }
  return reading;
};

// Another value than the default, by the control that the settings page shows.
const another = ({ control }) => {
  if (control === "date") return "2026-03-01";
  if (control === "flag") return "yes";
  return control.choice ? control.choice.at(-1)[0] : "3";
};

// The slowest effect of one threshold, from its default and back.
const slowestSetting = async (engine) => {
  const choice = { find: "", topic: "", only_changed: false, rule: null };
  const { view } = await engine.ask({ look: { lang: "en", query: { settings: choice } } });
  const all = [...view.settings.general, ...view.settings.rules.flatMap((rule) => rule.thresholds)];
  const thresholds = new Map(all.map((threshold) => [threshold.key, threshold]));
  let slowest = { ms: 0 };
  for (const [key, threshold] of thresholds) {
    for (const value of [another(threshold), null]) {
      const { ms } = await engine.effect({ do: { set_threshold: { key, value } } });
      if (ms > slowest.ms) slowest = { ms, key };
    }
  }
  await say(`The slowest of ${thresholds.size} settings: ${slowest.key}, ${slowest.ms.toFixed(0)} ms`);
  return slowest.ms;
};

export const checks = async (plan, rows, turn, bytes) => {
  const names = plan.house.map((name) => `${name}-${rows}.csv`);
  await say(`The catalogue over ${rows} invoice lines`);
  await turn("checks ours", rows, async () => {
    const engine = await Engine.start();
    try {
      const reading = await loading(engine, names, bytes);
      const policy = async (rules_off) => {
        const command = { set_policy: { as_of: plan.as_of, rules_off } };
        return (await engine.effect({ do: command })).ms;
      };
      const [none, all, core] = [[], [], []];
      for (let round = 0; round < plan.rounds; round += 1) {
        none.push(await policy(plan.rules));
        core.push(await policy(plan.rules.filter((code) => !(code in CORE))));
        all.push(await policy([]));
      }
      // A decision leaves the tables, prices and findings as they are.
      const decide = { decide: { findings: [["no such finding", null]], verdict: "accepted" } };
      const decision = (await engine.effect({ do: decide })).ms;
      const setting = await slowestSetting(engine);
      const mid = (list) => list.sort((a, b) => a - b)[list.length >> 1];
      return {
        "checks reading": reading,
        "checks catalogue": mid(all),
        "checks core": mid(core),
        "checks none": mid(none),
        "checks decision": decision,
        "checks setting": setting,
        "checks memory": await engine.memory(),
      };
    } finally {
      engine.end();
    }
  });
  // Each file by itself: beside others an engine tells no end of typing.
  await turn("checks typed", rows, async () => {
    let sum = 0;
    for (const name of names) {
      const { ms, building } = await typed(name, await bytes(name));
      sum += ms + building;
    }
    return { "checks typed": sum };
  });
  await turn("checks duckdb", rows, async () => {
    const db = await database();
    try {
      for (const [at, name] of names.entries()) {
        await db.file(name, await bytes(name));
        const table = plan.house[at];
        await db.query(`create table ${table} as select * from read_csv('${name}')`);
        const known = new Set((await db.query(`describe ${table}`)).toArray().map((row) => row.column_name));
        for (const amount of AMOUNTS.filter((amount) => known.has(amount))) {
          await db.query(`alter table ${table} alter "${amount}" type decimal(18, 2)`);
        }
      }
      const sums = [];
      for (let round = 0; round < plan.rounds; round += 1) {
        let sum = 0;
        for (const text of Object.values(CORE)) sum += (await db.timed(text)).ms;
        sums.push(sum);
      }
      return { "checks duckdb": sums.sort((a, b) => a - b)[sums.length >> 1] };
    } finally {
      await db.end();
    }
  });
};
