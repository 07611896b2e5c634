//! The first example of each rule, as the page of rules has it from the rule's own spec: one way from
//! a spec to the documentation and to the help on the screen.

/// One small table of an example, as text: its file name and its rows, heads first, where a last
/// column `!` names the rules that speak on the row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExampleTable {
    pub name: String,
    pub csv: &'static str,
}

/// Written by the house's own test from the catalogue and the specs.
static PAGE: &str = include_str!("../../docs/rules.md");

/// The tables of a rule's first example; none for a rule that is not on the page yet.
pub fn example(code: &str) -> Vec<ExampleTable> {
    let head = format!("\n### {code} ");
    let Some((_, rest)) = PAGE.split_once(&head) else { return Vec::new() };
    let own = rest.split("\n### ").next().unwrap_or_default();
    own.split("```csv ")
        .skip(1)
        .filter_map(|block| {
            let (info, rest) = block.split_once('\n')?;
            let (csv, _) = rest.split_once("```")?;
            let name = info.split_whitespace().last()?.to_owned();
            Some(ExampleTable { name, csv })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_its_example_and_not_that_of_the_next() {
        let tables = example("ARI-03");
        assert!(!tables.is_empty() && tables.iter().any(|table| table.csv.contains("ARI-03")));
        assert!(example("ZZZ-01").is_empty());
    }
}
