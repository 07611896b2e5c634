//! Accessibility, as axe-core sees it.

use libtest_mimic::Failed;
use serde_json::Value;

use crate::browser::Browser;

impl Browser {
    /// Fails with every violation on the page as it stands.
    pub async fn expect_accessible(&self, screen: &str) -> Result<(), Failed> {
        let axe = self.axe_script()?;
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] })
               .then((found) => done(found.violations.flatMap((fault) => fault.nodes.map(
                   (node) => fault.id + ': ' + fault.help + ' – ' + node.target.join(' ') + ' – '
                       + (node.any[0] ?? node.all[0] ?? node.none[0] ?? {}).message))))
               .catch((error) => done(['axe did not run: ' + error]));";
        let found = self.ask_later(&format!("{axe};\n{run}")).await?;
        let faults: Vec<&str> = match &found {
            Value::Array(faults) => faults.iter().filter_map(Value::as_str).collect(),
            _ => vec!["axe gave no answer"],
        };
        if faults.is_empty() {
            return Ok(());
        }
        Err(format!("{screen} is not accessible to all:\n{}", faults.join("\n")).into())
    }
}
