# Words: report. Sheet names, column heads, verdicts; also what is missing when a check did not run.

report-title = Billing report
report-as-of = As of { $date }
report-no-as-of = No as-of date set: ages and date checks are not run
report-cut = Printed: the first { $shown } of { $count } rows of a table. The workbook has all of them
sign-off = Sign-off
sign-off-name = Name
sign-off-date = Date
sign-off-prepared = Prepared by
sign-off-checked = Checked by
sign-off-paper = Working paper

section-summary = Summary
section-findings = Findings
section-unbilled = Unbilled jobs
section-release = Release list
section-hold = Hold list
section-figures = Figures
section-rows = Rows and sums

summary-rules-run = Checks run
summary-rules-not-run = Checks not run
summary-invoices = Invoices
rows-fates = Every row and its fate
rows-sums = Sums in and sums out
total = Total
not-run = Not run

verdict-tied = All totals tie
verdict-open = { $name }: { $unexplained } is unexplained
verdict-no-invoices = No invoices are loaded: every job counts as unbilled
verdict-not-run = { $count } checks were not run; they are listed below and count as neither passed nor failed
conservation-holds = Every row has one fate, and sums in equal sums out
conservation-fails = Rows or sums were lost on the way in: see Rows and sums before you use any figure here
tie-tied = Tied
tie-open = Does not tie

col-rule = Check
col-severity = Severity
col-finding = Finding
col-message = What was found
col-found = Found
col-expected = Expected
col-at-stake = At stake
col-fix = What to do
col-owner = Owner
col-decision = Decision
col-reason = Reason
col-source = Source
col-state = State
col-age-days = Age in days
col-billed = Billed
col-open = Open
col-reason-code = Code
col-also = Also
col-action = Next step
col-due = By
col-amount = Amount
col-clearance = State
col-held-by = Held by
col-file = File
col-sheet = Sheet
col-kind = Kind
col-rows = Rows
col-field = Column
col-in-sheet = In the sheet
col-unread-cells = Cells not read
col-verdict = Verdict
col-jobs = Jobs
col-invoices = Invoices
col-findings = Findings
col-open-findings = Open
col-missing = Missing

decision-open = Open
decision-accepted = Accepted
decision-dismissed = Dismissed

invoice-released = Release
invoice-blocked = Blocked
invoice-to-review = To review
