//! Sets of headers with the truth beside each: how many are read rightly, asked, left open. One
//! that is read wrongly fails, and no blessing covers it.
//!
//! The cells under a header are made up from its truth, in the writing of the set's language, and
//! are the same on every run.

use std::collections::BTreeMap;

use tieout::ingest::{Ask, Context, KnownKeys, Proposal, propose, propose_as, read};
use tieout::table::{Field, Kind};

use super::Actual;
use super::format::Spec;

/// Rows under each header.
const ROWS: usize = 8;

#[derive(Default)]
struct Tally {
    lists: usize,
    columns: usize,
    right: usize,
    asked: Vec<String>,
    left: Vec<String>,
    wrong: Vec<String>,
}

/// Blocks `sets LANGUAGE KIND`: a line a set, `name | header = truth | header = truth`. The truth is
/// a field, several with `/` between where each would be right, or `-` and a sort of value for a
/// column that no field reads.
pub fn check(spec: &Spec) -> Result<Actual, String> {
    let mut tally = Tally::default();
    for (_, block) in spec.blocks_of("sets") {
        let [_, lang, kind] = block.info.as_slice() else {
            return Err("sets are opened by: sets <language> <kind>".to_owned());
        };
        let kind = Kind::from_key(kind).ok_or(format!("no kind of table {kind:?}"))?;
        for line in block.text.lines().filter(|line| !line.trim().is_empty()) {
            Set::parse(line, lang, kind)?.judge(&mut tally)?;
        }
    }
    if !tally.wrong.is_empty() {
        return Err(format!("read wrongly:\n{}", tally.wrong.join("\n")));
    }
    let mut shown = format!(
        "{} lists, {} columns with a field: {} right, {} asked, {} left open\n",
        tally.lists,
        tally.columns,
        tally.right,
        tally.asked.len(),
        tally.left.len()
    );
    for (title, lines) in [("asked", &tally.asked), ("left open", &tally.left)] {
        lines.iter().for_each(|line| shown.push_str(&format!("{title}: {line}\n")));
    }
    match spec.blocks_of("expect").map(|(at, _)| at).collect::<Vec<_>>().as_slice() {
        [at] => Ok(vec![(*at, shown)]),
        _ => Err("one expect block counts the headers".to_owned()),
    }
}

struct Set<'s> {
    name: &'s str,
    lang: &'s str,
    kind: Kind,
    /// Header and truth.
    columns: Vec<(&'s str, &'s str)>,
}

impl<'s> Set<'s> {
    fn parse(line: &'s str, lang: &'s str, kind: Kind) -> Result<Set<'s>, String> {
        let mut parts = line.split('|').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let column = |part: &'s str| {
            let (header, truth) = part.rsplit_once('=').ok_or(format!("{name}: {part:?}"))?;
            let (header, truth) = (header.trim(), truth.trim());
            for field in truth.split('/').filter(|field| !field.starts_with('-')) {
                Field::from_key(field).ok_or(format!("{name}: no field {field:?}"))?;
            }
            Ok((header, truth))
        };
        let columns: Result<_, String> = parts.map(column).collect();
        Ok(Set { name, lang, kind, columns: columns? })
    }

    fn judge(&self, tally: &mut Tally) -> Result<(), String> {
        let text = self.text();
        let file = read("list.csv", text.as_bytes(), &mut |_| {}).map_err(|refusal| refusal.key)?;
        let context =
            Context { file_name: "list.csv", remembered: &[], keys: &KnownKeys::default() };
        let proposal = propose(&file.sheets[0], &context);
        let kind = proposal.reading.kind;
        tally.lists += 1;
        let place = format!("{} {} {}", self.lang, self.kind.key(), self.name);
        if proposal.reading.header_row != Some(0) {
            tally.wrong.push(format!("{place}: header in {:?}", proposal.reading.header_row));
        }
        let sure = !proposal.asks.contains(&Ask::Kind);
        if kind != self.kind && kind != Kind::Other && sure {
            tally.wrong.push(format!("{place}: read as {}", kind.key()));
        } else if kind != self.kind || !sure {
            tally.asked.push(format!("{place}: what it is"));
        }
        // Once the user has said what it is, the columns follow.
        let proposal = match kind == self.kind {
            true => proposal,
            false => propose_as(&file.sheets[0], &context, Some(self.kind), None),
        };
        self.judge_columns(&proposal, &place, tally);
        Ok(())
    }

    fn judge_columns(&self, proposal: &Proposal, place: &str, tally: &mut Tally) {
        let spec = self.kind.spec();
        for (at, (header, truth)) in self.columns.iter().enumerate() {
            let chosen = proposal.reading.columns.iter().find(|(_, c)| usize::from(**c) == at);
            let right = |field: &Field| truth.split('/').any(|one| one == field.key());
            let wanted: Vec<Field> = truth.split('/').filter_map(Field::from_key).collect();
            let read = |field: &&Field| spec.needs.contains(field) || spec.reads.contains(field);
            let fits = wanted.iter().any(|field| read(&field));
            let may_be_none = truth.split('/').any(|one| one.starts_with('-'));
            tally.columns += usize::from(fits);
            match chosen {
                Some((field, _)) if right(field) => tally.right += 1,
                Some((field, _)) => {
                    tally.wrong.push(format!("{place}: {header} as {}, is {truth}", field.key()));
                }
                None if !fits => {}
                None if wanted.iter().any(|f| proposal.asks.contains(&Ask::Field(*f))) => {
                    tally.asked.push(format!("{place}: {header}"));
                }
                None if may_be_none => tally.right += 1,
                None => tally.left.push(format!("{place}: {header}")),
            }
        }
    }

    fn text(&self) -> String {
        let cells = |row: Option<usize>| {
            let cell = |(header, truth): &(&str, &str)| match row {
                None => quoted(header),
                Some(row) => quoted(&self.value(truth.split('/').next().unwrap_or(""), row)),
            };
            self.columns.iter().map(cell).collect::<Vec<_>>().join(",")
        };
        let rows = std::iter::once(None).chain((0..ROWS).map(Some));
        rows.map(cells).collect::<Vec<_>>().join("\n") + "\n"
    }

    /// Rows of one invoice, customer, job.
    fn value(&self, truth: &str, row: usize) -> String {
        let lines = self.kind == Kind::Lines;
        let document = if lines { row / 2 } else { row };
        let master = self.kind == Kind::Customers;
        let party = if master { row } else { document % 3 };
        let words = words(self.lang);
        let pick = |list: &[&str], at: usize| list[at % list.len()].to_owned();
        let cents = [10_000_i64, 26_550, 8_050, 125_000, 4_510, 99_999, 31_225, 1_200][row % 8];
        let (qty, price) =
            ([2, 3, 4, 1, 5, 2, 7, 3][row % 8], [5_000, 1_050, 1_275, 8_000][row % 4]);
        let priced = lines && self.has("qty") && self.has("unit_price");
        let net = if priced { qty * price } else { cents };
        if let Some(day) = self.day(truth, row as u32, document as u32) {
            return day;
        }
        if let Some(amount) = self.amount(truth, row, net, cents) {
            return amount;
        }
        if let Some(text) = payment(truth, row, words) {
            return text;
        }
        match truth {
            "invoice_no" => match self.lang {
                "zh" => format!("261100{:02}", document + 11),
                "ko" => format!("20260530-41000022-123456{:02}", document + 11),
                _ => format!("INV-10{:02}", document + 11),
            },
            "original_invoice" => format!("INV-09{:02}", document + 11),
            "line_no" => (row % 2 + 1).to_string(),
            "doc_type" => pick(words.types, row),
            "customer_no" => format!("C10{:02}", party + 1),
            "customer_name" => pick(words.customers, party),
            "vendor_name" => pick(words.vendors, row),
            "tax_id" => pick(&["220-81-62517", "120-81-47521", "124-81-00998"], party),
            "entity" => "1000".to_owned(),
            "contact" => format!("ap{}@client.example", party + 1),
            "owner" => pick(words.people, row),
            "pod_name" => pick(words.people, row + 1),
            "status" => pick(words.states, row),
            "text" => pick(words.texts, row),
            "service_code" => pick(&["AIR-EXP", "AIR-STD", "ROAD", "DRYICE"], row),
            "job_no" => format!("J26-001{:02}", row + 1),
            "awb" => format!("020-8114{:04}", 743 + 11 * row),
            "container" => pick(&["40HC", "20GP", "40GP"], row),
            "origin" => pick(words.places, row),
            "destination" => pick(words.places, row + 1),
            "weight" => self.number(1_250 + 310 * row as i64, 2),
            "chargeable_weight" => self.number(1_400 + 310 * row as i64, 2),
            "pieces" => (row % 4 + 1).to_string(),
            "project" => format!("P-220{}", row % 3),
            "site" => pick(words.places, row),
            "hold_reason" => pick(words.holds, row),
            "contract_no" => format!("K-2026-0{}", row % 3),
            "po_no" => format!("PO-778{row}"),
            "period" => "2026-05".to_owned(),
            "terms" => pick(words.terms, party),
            "discount" => "0".to_owned(),
            "fuel_percent" => "18%".to_owned(),
            "tax_rate" => "10%".to_owned(),
            "currency" => pick(&["USD", "EUR", "KRW"], document),
            "fx_rate" => self.number(13_505 + row as i64, 1),
            "qty" => qty.to_string(),
            "unit" => pick(&["kg", "EA", "job"], row),
            "unit_price" => self.money(price),
            "weight_from" => (row % 4 * 45).to_string(),
            "weight_to" => (row % 4 * 45 + 45).to_string(),
            flag if flag.ends_with("_required") => pick(words.flags, row),
            other => self.foreign(other, row, cents),
        }
    }

    fn amount(&self, truth: &str, row: usize, net: i64, cents: i64) -> Option<String> {
        // Into and out of an account at a bank.
        const MOVES: [i64; 8] = [10_000, -4_550, 26_550, -1_200, 125_000, -99_999, 8_050, -31_225];
        let moved = MOVES[row % 8];
        let bank = self.kind == Kind::BankLines;
        let amount = match truth {
            "amount" if bank => moved,
            "debit" if moved < 0 => -moved,
            "credit" if moved > 0 => moved,
            "debit" | "credit" => return Some(String::new()),
            "balance" => 500_000 + MOVES.iter().take(row % 8 + 1).sum::<i64>(),
            "net" | "amount" | "est_revenue" => net,
            "tax" => net / 10,
            "open_amount" if row.is_multiple_of(3) => 0,
            "gross" | "open_amount" => net + net / 10,
            "cost" => cents / 2,
            "credit_limit" => 5_000_000 + 100_000 * row as i64,
            "min_charge" => 2_500,
            "max_charge" => 250_000,
            "fuel_charge" => cents / 5,
            _ => return None,
        };
        Some(self.money(amount))
    }

    fn day(&self, truth: &str, row: u32, document: u32) -> Option<String> {
        let (month, day) = match truth {
            "pickup_date" | "service_date" => (5, 3 + row * 3),
            "booking_date" | "value_date" | "payment_date" => (5, 4 + row * 2),
            "delivery_date" => (5, 5 + row * 3),
            "pod_date" => (5, 6 + row * 3),
            "invoice_date" => (5, 7 + document * 3),
            "sent_date" => (5, 8 + document * 3),
            "due_date" => (6, 7 + document * 3),
            "valid_from" => (1, 1),
            "valid_to" => (12, 31),
            _ => return None,
        };
        Some(self.date(month, day))
    }

    /// What stands under a header that no field reads.
    fn foreign(&self, sort: &str, row: usize, cents: i64) -> String {
        match sort {
            "-date" => self.date(5, 2 + row as u32 * 3),
            "-amount" => self.money(cents / 3 + 7),
            "-number" => self.number(17 + 13 * row as i64, 1),
            "-percent" => format!("{}%", 10 + row),
            "-count" => (row + 1).to_string(),
            "-flag" => words(self.lang).flags[row % 2].to_owned(),
            "-name" => words(self.lang).people[row % 4].to_owned(),
            "-code" => ["A1", "B2", "A1", "C3"][row % 4].to_owned(),
            "-id" => format!("X{:05}", 4_711 + 37 * row),
            _ => words(self.lang).texts[row % 4].to_owned(),
        }
    }

    fn has(&self, field: &str) -> bool {
        self.columns.iter().any(|(_, truth)| truth.split('/').any(|one| one == field))
    }

    fn date(&self, month: u32, day: u32) -> String {
        match self.lang {
            "de" => format!("{day:02}.{month:02}.2026"),
            "fr" | "es" => format!("{day:02}/{month:02}/2026"),
            "ko" => format!("2026. {month}. {day}."),
            "zh" => format!("2026/{month}/{day}"),
            _ => format!("2026-{month:02}-{day:02}"),
        }
    }

    fn money(&self, cents: i64) -> String {
        if cents < 0 {
            return format!("-{}", self.money(-cents));
        }
        match self.lang {
            "ko" => grouped(cents, ","),
            "de" | "es" => format!("{},{:02}", grouped(cents / 100, "."), cents % 100),
            "fr" => format!("{},{:02}", grouped(cents / 100, "\u{202f}"), cents % 100),
            _ => format!("{}.{:02}", grouped(cents / 100, ","), cents % 100),
        }
    }

    fn number(&self, digits: i64, decimals: u32) -> String {
        let mark = if matches!(self.lang, "de" | "fr" | "es") { ',' } else { '.' };
        let base = 10_i64.pow(decimals);
        format!("{}{mark}{:0width$}", digits / base, digits % base, width = decimals as usize)
    }
}

/// What stands in receipts and statements.
fn payment(truth: &str, row: usize, words: &Words) -> Option<String> {
    let pick = |list: &[&str]| list[row % list.len()].to_owned();
    let text = match truth {
        "payer_name" => pick(words.customers),
        "payer_account" => format!("DE8937040044053201{:04}", 3_000 + 17 * row),
        "bank_account" => "DE02120300000000202051".to_owned(),
        "remittance" | "payment_ref" => format!("{} INV-10{:02}", pick(words.texts), row + 11),
        "payment_no" => format!("R-20{:02}", row + 1),
        "bank_ref" => format!("TX-77{:02}", row + 1),
        "end_to_end_id" => format!("E2E-{:03}", row + 1),
        "transaction_code" => pick(words.types),
        "statement_no" => "2026-05".to_owned(),
        _ => return None,
    };
    Some(text)
}

fn grouped(whole: i64, mark: &str) -> String {
    let digits = whole.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

struct Words {
    customers: &'static [&'static str],
    vendors: &'static [&'static str],
    people: &'static [&'static str],
    places: &'static [&'static str],
    states: &'static [&'static str],
    types: &'static [&'static str],
    texts: &'static [&'static str],
    holds: &'static [&'static str],
    terms: &'static [&'static str],
    flags: &'static [&'static str],
}

fn words(lang: &str) -> &'static Words {
    static WORDS: std::sync::OnceLock<BTreeMap<&str, Words>> = std::sync::OnceLock::new();
    let all = WORDS.get_or_init(|| BTreeMap::from(ALL));
    all.get(lang).unwrap_or(&all["en"])
}

#[rustfmt::skip]
const ALL: [(&str, Words); 6] = [
    ("en", Words {
        customers: &["Calder Bio", "Orrin Therapeutics", "Vesta Labs", "Halden Pharma", "Miro Diagnostics", "Tarn Medical", "Quill Foods", "Arden Chemicals"],
        vendors: &["Skyline Air", "Northsea Lines"], people: &["A. Reed", "M. Cole", "T. Byrne", "S. Hart"],
        places: &["Boston", "Leeds", "Austin", "Hull"], states: &["Delivered", "In transit", "Billed"],
        types: &["INV", "CM"], texts: &["Airfreight May", "Dry ice refill", "Fuel", "Customs entry"],
        holds: &["POD missing", "", "Rate not agreed", ""], terms: &["30 days", "60 days", "45 days"], flags: &["Yes", "No"],
    }),
    ("ko", Words {
        customers: &["한빛바이오", "오린제약", "베스타랩", "하늘메디칼", "미로진단", "타른의료기", "퀼식품", "아덴화학"],
        vendors: &["하늘항공", "북해상선"], people: &["김민수", "박지영", "이도현", "최유진"],
        places: &["인천", "부산", "대전", "울산"], states: &["배송완료", "운송중", "청구완료"],
        types: &["일반", "수정"], texts: &["항공운임 5월분", "드라이아이스 보충", "유류할증료", "통관수수료"],
        holds: &["인수증 미회수", "", "단가 미확정", ""], terms: &["30일", "60일", "45일"], flags: &["예", "아니오"],
    }),
    ("zh", Words {
        customers: &["康达生物", "奥林制药", "维斯塔实验室", "海登医药", "米罗诊断", "塔恩医疗", "奎尔食品", "雅顿化工"],
        vendors: &["天际航空", "北海航运"], people: &["张敏", "李强", "王芳", "赵磊"],
        places: &["上海", "北京", "广州", "成都"], states: &["已签收", "运输中", "已开票"],
        types: &["专票", "普票"], texts: &["五月空运费", "干冰补充", "燃油附加费", "报关费"],
        holds: &["未回单", "", "价格未定", ""], terms: &["30天", "60天", "45天"], flags: &["是", "否"],
    }),
    ("de", Words {
        customers: &["Calder Bio GmbH", "Orrin Pharma AG", "Vesta Labor", "Halden Pharma KG", "Miro Diagnostik", "Tarn Medizin", "Quill Nahrung", "Arden Chemie"],
        vendors: &["Himmel Luftfracht", "Nordsee Linie"], people: &["K. Vogt", "M. Lang", "S. Ott", "H. Beck"],
        places: &["Bonn", "Ulm", "Mainz", "Kiel"], states: &["zugestellt", "unterwegs", "fakturiert"],
        types: &["RE", "GU"], texts: &["Luftfracht Mai", "Trockeneis", "Treibstoff", "Verzollung"],
        holds: &["Beleg fehlt", "", "Preis offen", ""], terms: &["30 Tage", "60 Tage", "45 Tage"], flags: &["ja", "nein"],
    }),
    ("fr", Words {
        customers: &["Calder Bio SA", "Orrin Pharma", "Labo Vesta", "Halden Santé", "Miro Diagnostic", "Tarn Médical", "Quill Aliments", "Arden Chimie"],
        vendors: &["Ciel Fret", "Mer du Nord"], people: &["L. Morel", "P. Girard", "C. Roux", "N. Blanc"],
        places: &["Lyon", "Lille", "Nantes", "Brest"], states: &["livré", "en cours", "facturé"],
        types: &["FA", "AV"], texts: &["Fret aérien mai", "Carboglace", "Carburant", "Douane"],
        holds: &["Preuve manquante", "", "Tarif absent", ""], terms: &["30 jours", "60 jours", "45 jours"], flags: &["oui", "non"],
    }),
    ("es", Words {
        customers: &["Calder Bio SL", "Orrin Farma", "Laboratorio Vesta", "Halden Salud", "Miro Diagnóstico", "Tarn Médica", "Quill Alimentos", "Arden Química"],
        vendors: &["Cielo Carga", "Mar del Norte"], people: &["L. Romero", "P. García", "C. Ruiz", "N. Blanco"],
        places: &["Madrid", "Bilbao", "Vigo", "Cádiz"], states: &["entregado", "en tránsito", "facturado"],
        types: &["FA", "NC"], texts: &["Flete aéreo mayo", "Hielo seco", "Combustible", "Aduana"],
        holds: &["Falta prueba", "", "Tarifa pendiente", ""], terms: &["30 días", "60 días", "45 días"], flags: &["sí", "no"],
    }),
];
