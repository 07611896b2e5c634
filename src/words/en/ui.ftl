# Words: ui

## Frame
nav-main = Main
nav-files = Files
nav-overview = Overview
nav-findings = Findings
nav-unbilled = Unbilled
nav-reports = Reports
skip = Skip to the sheet
undo = Undo
redo = Redo
close = Close

## Status
status-tied = Tied
status-partly = Partly tied
status-review = To review
status-break = Break
status-dismissed = Dismissed
status-not-examined = Not examined
status-not-run = Not run
status-unexplained = Unexplained
tie-difference = Difference
tie-explained = Explained

## Shared

facet-severity = Severity
facet-topic = Topic
facet-client = Client
facet-file = File
facet-blank = (blank)
facet-clear = Clear
facet-find = Find in { $facet }
facet-more = { $count } more: type to find them
no-amount = no amount
days-short = { $count } d
findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
    }
rules-count = { $count ->
    [one] { $count } check
   *[other] { $count } checks
    }
currency-usd = US dollar
currency-eur = Euro
currency-krw = Korean won
currency-cny = Chinese yuan
currency-jpy = Japanese yen
currency-gbp = Pound sterling
currency-chf = Swiss franc
currency-sgd = Singapore dollar
currency-hkd = Hong Kong dollar
currency-aud = Australian dollar
currency-cad = Canadian dollar
currency-sek = Swedish krona
currency-inr = Indian rupee
currency-xxx = No currency named

## Overview

overview-title = Overview
overview-headline = { $jobs } jobs, { $invoices } invoices, { $clients } clients. { $read } of { $files } files read; { $notrun } checks not run.
overview-release = { $released } invoices may go out, { $held } are held.
overview-by-money = Findings by money
overview-by-money-aside = bars: share of each currency's total
overview-rule = Check
overview-share = Share
overview-count = Rows
overview-more-rules = { $count ->
    [one] { $count } more check
   *[other] { $count } more checks
    }
overview-no-findings = No open finding. Checks that did not run are listed under Next.
overview-reasons = Unbilled jobs by reason
overview-reasons-hold = { $count ->
    [one] { $count } reason holds { $share }; grey is planned
   *[other] { $count } reasons hold { $share }; grey is planned
    }
overview-reason = Reason
overview-jobs = Jobs
overview-running = Running
overview-more-reasons = { $count ->
    [one] { $count } more reason
   *[other] { $count } more reasons
    }
overview-all-open = All open jobs
overview-no-unbilled = Every job is billed or cancelled.
overview-age = Age of unbilled work
overview-age-aside = days since the work was done
overview-age-head = Age
overview-closing = Closing
overview-unvalued = { $count ->
    [one] { $count } job has no value and is counted only
   *[other] { $count } jobs have no value and are counted only
    }
overview-readiness = Readiness by client
overview-readiness-aside = jobs not billed yet
overview-closed = Closed
    .title = Billed or cancelled
overview-ready = Ready
overview-planned = Planned
overview-waiting = Waiting
overview-no-reason = No reason
overview-more-clients = { $count ->
    [one] { $count } more client
   *[other] { $count } more clients
    }
overview-clients = { $count ->
    [one] { $count } client
   *[other] { $count } clients
    }
overview-next = Next
overview-next-aside = questions first, then money
overview-not-run = Not run
overview-not-run-aside = never counted as passed
overview-quality = Data quality
overview-quality-aside = cells and rows that were not used as they stand; select one to see the table
overview-all-files = All files
overview-together = Together
overview-quality-clean = Every cell was read as it stands.
overview-tied = Tied
overview-partly = Partly tied
overview-difference = Difference
overview-unexplained = Unexplained
overview-explained = Explained: { $part }
overview-empty = Nothing to show yet
    .why = Drop the job list and the invoice lines of a period on the Files page. This page then says whether they tie, what is at stake and what to do next.
    .go = Go to Files
quality-blank-key = Blank key cells
quality-date = Unreadable date
quality-number = Unreadable amount or number
quality-other = Unreadable currency or flag
quality-rejected = Rows not read
quality-subtotal = Subtotal rows set aside
quality-excluded = Rows left out by hand
next-answer = { $count ->
    [one] Answer { $count } question about { $file }
   *[other] Answer { $count } questions about { $file }
    }
    .why = its rows wait until then
next-as-of = Set the as-of date
    .why = ages and date checks need it
next-break = { $count ->
    [one] Decide { $count } finding: { $title }
   *[other] Decide { $count } findings: { $title }
    }
    .why = { $sums } at stake; the invoices are held until then
next-no-reason = { $count ->
    [one] Find a reason for { $count } job
   *[other] Find a reason for { $count } jobs
    }
    .why = { $sums } is unexplained
next-waiting = { $action }
    .why = { $count ->
        [one] { $reason }: { $count } job, { $sums }
       *[other] { $reason }: { $count } jobs, { $sums }
        }
next-ready = { $count ->
    [one] Bill { $count } ready job
   *[other] Bill { $count } ready jobs
    }
    .why = { $sums }; nothing that was checked stands in the way
next-review = { $count ->
    [one] Look through { $count } finding to review
   *[other] Look through { $count } findings to review
    }
    .why = { $sums } at stake
next-report = Look at the report and export it
    .why = the first page says what ties and what does not

## Findings

findings-title = Findings
findings-filters = Filters
findings-status = Status
findings-open = Open
findings-accepted = Accepted
findings-dismissed = Dismissed
severity-hint-break = must be fixed before the run goes out
severity-hint-review = needs a decision
severity-hint-note = for information
findings-sort = Sort by
findings-sort-money = Money at stake
findings-sort-rule = Check
findings-sort-count = Rows
findings-finding = Finding
findings-rows = Rows
findings-at-stake = At stake { $code }
findings-files = Files
findings-what-head = What
findings-why-head = Why it matters
findings-fix-head = What to do
findings-what = { $counted }. The largest: { $message }
findings-what-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
    }
findings-what-invoices = { $count ->
    [one] { $count } row, invoices: { $invoices }
   *[other] { $count } rows, invoices: { $invoices }
    }
findings-largest = Largest { $shown } of { $count }
findings-in-file = In the file
findings-read-as = Read as
findings-expected = Expected
findings-difference = At stake
findings-source = Source
findings-other = Compared with
findings-this-cell = This cell
findings-accept = Accept
findings-dismiss = Dismiss with reason…
findings-explain = Explain
findings-reopen = Reopen
findings-owner = Owner: { $owner }
findings-rows-of = Rows of { $code }
findings-invoice = Invoice
findings-job = Job
findings-message = What was found
findings-note = Note
findings-row = Row
findings-not-run = { $count ->
    [one] { $count } check not run
   *[other] { $count } checks not run
    }
findings-show = Show
findings-hide = Hide
findings-selected = Selected { $count }
findings-sum = Sum
findings-average = Average
findings-min = Min
findings-max = Max
findings-dismiss-title = { $count ->
    [one] Dismiss { $count } finding of { $code }
   *[other] Dismiss { $count } findings of { $code }
    }
findings-accept-title = { $count ->
    [one] Accept { $count } finding of { $code }
   *[other] Accept { $count } findings of { $code }
    }
findings-accept-say = They go to their owner and stay on the hold list until the files are corrected.
findings-reason = Reason
findings-reason-agreed = Client agreed to it
findings-reason-card = The other list is wrong, billing is right
findings-reason-other = Other
findings-reason-note = Note, kept with the finding
findings-reason-back = Comes back if an amount changes
findings-cancel = Cancel
findings-dismiss-do = Dismiss { $count }
findings-accept-do = Accept { $count }
findings-done-accepted = { $count ->
    [one] { $count } finding accepted
   *[other] { $count } findings accepted
    }
findings-done-dismissed = { $count ->
    [one] { $count } finding dismissed
   *[other] { $count } findings dismissed
    }
findings-done-reopened = { $count ->
    [one] { $count } finding reopened
   *[other] { $count } findings reopened
    }
findings-close = Close
findings-none = No finding here
    .why = Nothing matches the status and the filters. Checks that did not run are listed below and count as neither passed nor failed.
    .clear = Clear the filters
findings-empty = No file to check yet
    .why = Findings come from invoices, invoice lines, rate cards and client requirements. Drop them on the Files page; each check that lacks a column says which one.

## Unbilled

unbilled-title = Unbilled jobs
unbilled-jobs = Jobs
unbilled-count = { $count ->
    [one] { $count } open job
   *[other] { $count } open jobs
    }
unbilled-count-twice = { $count ->
    [one] { $count } job billed twice
   *[other] { $count } jobs billed twice
    }
unbilled-count-without-job = { $count ->
    [one] { $count } charge without a job
   *[other] { $count } charges without a job
    }
unbilled-no-prior = No list of last period's unbilled jobs was given, so there is no opening. Drop it on the Files page to see the roll-forward.
unbilled-closing-tied = closing equals the list below
unbilled-roll-broken = The steps do not come to the closing
unbilled-vanished = Gone from both lists: { $jobs }
unbilled-by-owner = By owner
unbilled-owner-planned = { $owner }, planned
unbilled-show = List
unbilled-show-open = Open
unbilled-show-partly = Partly billed
unbilled-show-twice = Billed twice
unbilled-show-without-job = Billed without job
unbilled-group = Group by
unbilled-by-standing = By state
unbilled-by-reason = By reason
unbilled-by-client = By client
unbilled-hint-standing-no-reason = investigate within two working days
unbilled-hint-standing-waiting = someone else holds the key
unbilled-hint-standing-ready = nothing that was checked is missing
unbilled-hint-standing-planned = agreed with the client, not a fault
unbilled-head-job = Job
unbilled-head-invoices = Invoices
unbilled-head-age = Age
unbilled-head-value = Value
unbilled-head-reason = Reason
unbilled-head-owner = Owner
unbilled-head-step = Next step
unbilled-head-by = By
unbilled-no-value = no value
unbilled-set-by-hand = set by hand
unbilled-also = Also: { $reasons }
unbilled-action-twice = Credit one of the invoices
unbilled-action-unknown-job = Find the job, or credit the charge
unbilled-action-no-job = Put the job number on the line
unbilled-set-reason = Set reason…
unbilled-set-reason-title = { $count ->
    [one] Set the reason of { $count } job
   *[other] Set the reason of { $count } jobs
    }
unbilled-set-reason-say = It replaces the reason that was found, until you take it back.
unbilled-reason-found = As found by the checks
unbilled-set = Set reason
unbilled-done-set = { $count ->
    [one] Reason of { $count } job set
   *[other] Reason of { $count } jobs set
    }
unbilled-mail = E-mail text…
unbilled-mail-title = E-mail text
unbilled-mail-say = Copy it into your own mail program; nothing is sent from here.
unbilled-mail-lang = Language of the text
unbilled-copy = Copy
unbilled-copied = Copied
unbilled-select-first = Select jobs first
unbilled-explain = { $count ->
    [one] Explain { $count } job
   *[other] Explain { $count } jobs
    }
unbilled-filter = Only: { $what }
unbilled-empty = No unbilled list yet
    .why = Jobs are held against invoice lines. Still missing:
unbilled-wants-jobs = a list of jobs, shipments or orders with their numbers
unbilled-wants-lines = invoice lines or invoices that name the jobs
unbilled-none = Nothing in this list
mail-opening = { $count ->
    [one] This job is not billed yet. Please send what is missing:
   *[other] These { $count } jobs are not billed yet. Please send what is missing:
    }
mail-opening-as-of = { $count ->
    [one] As of { $date } this job is not billed yet. Please send what is missing:
   *[other] As of { $date } these { $count } jobs are not billed yet. Please send what is missing:
    }
mail-step = { $reason }: { $action }
mail-step-by = { $reason }: { $action }, by { $date }
mail-total = { $sums }

## Reports

reports-title = Reports
reports-report = Report
reports-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
    }
reports-page = Page { $page } of { $count }
reports-before = Page before
reports-after = Next page
reports-how = How it reads
reports-language = Language
reports-checks = Before it leaves
reports-open-findings = { $count ->
    [one] { $count } finding is still open; its invoice is on the hold list
   *[other] { $count } findings are still open; their invoices are on the hold list
    }
reports-excel = Excel workbook
reports-csv = CSV of { $section }
reports-print = Print or PDF…
reports-saved = { $name } saved
reports-sections = What is in it
reports-sections-aside = all of it goes into the workbook
reports-same = Same inputs and decisions give the same file, byte for byte
reports-empty = No report yet
    .why = The report is made from the files you drop: summary, findings, unbilled jobs, release and hold lists, and every row's fate.

## Data grid

grid-title = Data
grid-table = Table
grid-typed = As read
grid-raw = As in the file
grid-face = View
grid-filter = Filter rows
grid-fate = Fate
grid-row = Row
grid-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
    }
grid-rows-of = { $shown } of { $count } rows
grid-missing = This table is not loaded
    .why = Its file was removed, or its reading is not settled yet.
grid-copied = { $count ->
    [one] { $count } row copied
   *[other] { $count } rows copied
    }
grid-too-many = Too many rows to copy at once; at most { $count }
grid-open = Open in a full grid

## History

history-title = History
history-count = { $count } of { $all } decisions in force
history-undone = undone
history-empty = Nothing decided yet. Every decision is listed here and can be undone.
