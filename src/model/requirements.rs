//! What a customer asks for, and who says so: contract, accepted order, requirement sheet, customer
//! list, in this order of rank; of equal rank the latest holds (Part H).
//!
//! Not here: what to do where two of equal rank and date contradict each other. Then the first holds
//! for the time being, and CUS-10 stops the work. Habit is no row that says anything: CUS-10 adds it.

use super::book::RowId;
use super::{Book, Customer, Invoice, Party, Row};
use crate::base::{Date, QuickMap, fold_id, fold_word};
use crate::table::{Field, Kind, Table};

/// Who says so, the lowest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rank {
    Habit,
    CustomerList,
    Sheet,
    Order,
    Contract,
}

/// One source that states a field.
#[derive(Clone, Copy)]
pub struct Stating<'b> {
    pub row: Row<'b>,
    pub rank: Rank,
    /// The day from which it holds.
    pub from: Option<Date>,
    /// The last day on which it holds.
    pub to: Option<Date>,
}

/// Rows about each customer that has more than one.
#[derive(Clone, Debug, Default)]
pub(super) struct Requirements(QuickMap<Party, Vec<(RowId, Rank)>>);

impl Rank {
    /// Word key.
    pub fn word(self) -> &'static str {
        match self {
            Rank::Habit => "source-habit",
            Rank::CustomerList => "source-customer-list",
            Rank::Sheet => "source-sheet",
            Rank::Order => "source-order",
            Rank::Contract => "source-contract",
        }
    }

    /// By what a list is called, or a row says of itself.
    fn named(text: &str) -> Option<Rank> {
        // Packed: one word a line would hide the table.
        #[rustfmt::skip]
        const NAMES: [(Rank, &[&str]); 4] = [
            (Rank::Contract, &["contract", "contracts", "agreement", "agreements", "amendment", "amendments", "msa", "sow",
                "계약", "합의서", "변경계약", "合同", "协议", "补充协议", "vertrag", "vertrage", "contrat", "contrats", "avenant",
                "contrato", "contratos"]),
            (Rank::Order, &["po", "pos", "purchase order", "purchase orders", "po terms", "발주", "采购订单", "订单", "bestellung",
                "commande", "orden de compra"]),
            (Rank::Sheet, &["requirement", "requirements", "instruction", "instructions", "billing sheet", "requirement sheet",
                "creq", "sop", "요구사항", "요구", "청구조건", "청구 요건", "开票要求", "要求", "anforderung", "anforderungen",
                "exigences", "consignes", "requisitos"]),
            (Rank::CustomerList, &["master", "customer master", "customer list", "erp", "crm", "마스터", "거래처", "主数据", "客户主数据",
                "stammdaten", "referentiel", "maestro"]),
        ];
        let folded = format!(" {} ", fold_word(text));
        let says = |word: &&str| match word.is_ascii() {
            true => folded.contains(&format!(" {word} ")),
            false => folded.contains(*word),
        };
        NAMES.iter().find(|(_, words)| words.iter().any(says)).map(|(rank, _)| *rank)
    }

    fn of_table(table: &Table) -> Rank {
        let named = || Rank::named(&table.file_name.replace(['_', '.', '-'], " "));
        Rank::named(&table.raw.name.replace('_', " ")).or_else(named).unwrap_or(Rank::CustomerList)
    }
}

impl Requirements {
    pub fn build(book: &Book, customers: &[RowId], orders: &[RowId]) -> Requirements {
        let mut of_table: QuickMap<u32, Rank> = QuickMap::default();
        let mut rows: QuickMap<Party, Vec<(RowId, Rank)>> = QuickMap::default();
        let mut listed: QuickMap<(u32, Party), usize> = QuickMap::default();
        for &id in customers {
            if let Some(party) = book.party(book.row(id)) {
                *listed.entry((id.table, party)).or_default() += 1;
            }
        }
        for &id in customers {
            let row = book.row(id);
            // What one site or company of the customer asks for is no rival of another's.
            let of_part = [Field::Site, Field::Entity].into_iter().any(|f| row.text(f).is_some());
            let several = |party: Party| listed.get(&(id.table, party)).is_some_and(|&n| n > 1);
            let whole = |party: &Party| !(of_part && several(*party));
            let Some(party) = book.party(row).filter(whole) else { continue };
            let table = || *of_table.entry(id.table).or_insert_with(|| Rank::of_table(row.table));
            let own = row.text(Field::RequirementSource).and_then(Rank::named);
            let rank = own.unwrap_or_else(table);
            rows.entry(party).or_default().push((id, rank));
        }
        for &id in orders {
            if let Some(of_party) = book.party(book.row(id)).and_then(|party| rows.get_mut(&party))
            {
                of_party.push((id, Rank::Order));
            }
        }
        rows.retain(|_, rows| rows.len() > 1);
        Requirements(rows)
    }
}

impl Book {
    /// The customers about whom several sources say something, each with its first row.
    pub fn customers_of_several(&self) -> Vec<(Party, Customer<'_>)> {
        let all = self.requirements.0.iter();
        let mut all: Vec<(Party, Customer)> =
            all.map(|(party, rows)| (*party, Customer(self.row(rows[0].0)))).collect();
        all.sort_unstable_by_key(|(party, _)| *party);
        all
    }

    /// What states the field about a customer, the highest rank first and the latest of it; of orders
    /// the given one, or all.
    pub fn stating(&self, party: Party, field: Field, po: Option<&str>) -> Vec<Stating<'_>> {
        let rows = self.requirements.0.get(&party).map_or(&[][..], Vec::as_slice);
        let states = |row: Row| match field {
            Field::PoRequired | Field::ProjectRequired | Field::PodRequired => {
                row.flag(field).is_some()
            }
            // A day is no text: "on hold since", "closed on".
            _ => row.text(field).is_some() || row.date(field).is_some(),
        };
        let is_other = |row: Row| {
            let own = || row.text(Field::PoNo).map(fold_id);
            row.table.kind == Kind::Orders && po.is_some_and(|po| own() != Some(fold_id(po)))
        };
        let mut stating: Vec<Stating> = rows
            .iter()
            .map(|&(id, rank)| (self.row(id), rank))
            .filter(|(row, _)| states(*row) && !is_other(*row))
            .map(|(row, rank)| {
                let [from, to] = [Field::ValidFrom, Field::ValidTo].map(|field| row.date(field));
                Stating { row, rank, from, to }
            })
            .collect();
        stating.sort_by_key(|one| std::cmp::Reverse((one.rank, one.from)));
        stating
    }

    /// The row that holds for a customer and a field on a day, of the order that is billed.
    pub fn requirement(
        &self,
        customer: Customer<'_>,
        field: Field,
        po: Option<&str>,
        day: Option<Date>,
    ) -> Option<Customer<'_>> {
        let party = self.party(customer.0)?;
        if !self.requirements.0.contains_key(&party) {
            return self.customer(customer.no(), customer.name());
        }
        let is_in_force = |one: &&Stating| {
            let holds =
                |day| one.from.is_none_or(|from| from <= day) && one.to.is_none_or(|to| day <= to);
            day.is_none_or(holds)
        };
        // An order speaks for what is billed on it.
        let speaks = |one: &&Stating| one.rank != Rank::Order || po.is_some();
        let stating = self.stating(party, field, po);
        let holds = stating.iter().filter(speaks).find(is_in_force).map(|one| Customer(one.row));
        // Blank in the list that has the column: a list of something else says nothing about it.
        let lists = || {
            let rows = self.requirements.0.get(&party)?.iter().map(|&(id, _)| self.row(id));
            let mut rows = rows.filter(|row| row.table.kind == Kind::Customers && row.has(field));
            rows.next().map(Customer)
        };
        holds.or_else(lists).or_else(|| self.customer(customer.no(), customer.name()))
    }
}

/// Whether what a customer wants named on its invoices has a project or study among it: "PO, study no", "과제번호".
pub fn names_study(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 24] = [
        "project", "protocol", "study", "trial", "cost code", "프로젝트", "프로토콜", "연구번호", "시험번호", "과제", "임상",
        "项目", "方案", "研究", "试验", "projekt", "studie", "prufplan", "projet", "protocole", "etude", "proyecto", "protocolo",
        "estudio",
    ];
    let text = fold_word(text);
    WORDS.iter().any(|word| text.contains(word))
}

/// The same of the site of a study: "기관명", "site no".
pub fn names_site(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 8] = [
        "site no", "site name", "site id", "investigator site", "기관명", "실시기관", "中心编号", "研究中心",
    ];
    let text = fold_word(text);
    WORDS.iter().any(|word| text.contains(word))
}

/// The same of a cost centre: "Kostenstelle".
pub fn names_cost_centre(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 13] = [
        "cost centre", "cost center", "gl code", "gl account", "profit cent", "부서코드", "코스트센터", "코스트 센터", "원가센터", "成本中心", "kostenstelle", "centre de cout",
        "centro de cost",
    ];
    let text = fold_word(text);
    WORDS.iter().any(|word| text.contains(word))
}

impl<'b> Invoice<'b> {
    /// The customer, by the row that holds for a field.
    pub fn customer_asking(&self, field: Field) -> Option<Customer<'b>> {
        let po = self.stating(Field::PoNo).and_then(|row| row.text(Field::PoNo));
        self.book().requirement(self.customer()?, field, po, self.date())
    }
}
