# Words of the screens
## Frame
nav-main = Main
nav-files = Files
nav-overview = Overview
nav-findings = Findings
nav-unbilled = Unbilled
nav-reports = Reports
skip = Skip to the sheet
undo = Undo
close = Close
cancel = Cancel
next = Next
notices = Notices
language = Language
as-of = As of
as-of-why = Ages and due dates are judged by this day. Without it, checks that need a date are not run.
date-pattern = YYYY-MM-DD
date-wrong = No such day. Write it as year-month-day: 2026-11-06
saved-not = Not saved
saved-at = Saved { $time }
find-or-do = Find or do
find-results = Results
find-nothing = Nothing has this name.
requests-since = { $count ->
     [one] { $count } request since load
    *[other] { $count } requests since load
    }
figures-rest-on =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $decisions ->
        [one] { $decisions } decision
       *[other] { $decisions } decisions
    }
nothing-leaves = Nothing leaves this computer
reading-one = Reading { $name }
reading-of = Reading { $name }, { $waiting } more waiting
engine-silent = The calculation has not answered for a while
engine-stopped = The calculation stopped
engine-again = Start it again
engine-restored = The calculation stopped and was started again. All files and decisions are back.
engine-restored-less = The calculation stopped and was started again. Left out, because it stopped there: { $what }. Save the session before trying it once more.

## Working
stage-reading = Looking at columns
stage-indexing = Indexing rows
stage-pricing = Fitting rates
stage-billing = Comparing jobs with invoices
stage-checking = Running checks
stage-laying = Laying out receipts and open items
stage-ordering = Sorting receipts and open items
stage-gathering = Reading what receipts name
stage-comparing = Looking for payers and misread numbers
stage-matching = Matching receipts
stage-listing = Listing what is left
stage-proving = Proving the sums
stage-done = Done

## Actions
act-choose = Choose files…
act-sample = Try with sample data
act-undo = Undo
act-redo = Redo
act-save = Save the session
act-open = Open a session…
act-palette = Find or do
act-shortcuts = Keyboard shortcuts
act-privacy = What keeps the data here
act-theme = Light or dark
act-density = Row height
act-english = Show in English
act-korean = Show in Korean
act-chinese = Show in Chinese

## Shortcuts
keys-anywhere = Anywhere
keys-move = Move
keys-decide = Decide
key-next = next, previous
key-open = open
key-back = back where you were
key-accept = accept
key-dismiss = dismiss with a reason
key-reason = set a reason

## Privacy
privacy-hosted = This page has no code that sends a file or its contents. Its rule lets it connect only to the place it was loaded from, links are not followed, and WebRTC is removed. A browser may still look up a host name or follow an address that page code supplies; this page has no such code.
privacy-sealed = The page cannot send a web request or upload a file. A browser may still look up a host name that page code supplies; this page has no such code. On managed machines, turn off network prediction as well.
privacy-requests = Requests since load
privacy-connections = Connections that the rule allows
privacy-none = none
privacy-own = only where the page came from
privacy-remembered = Kept in this browser
privacy-kept = { $count ->
     [0] language, theme, row height
     [one] language, theme, row height, { $count } confirmed reading
    *[other] language, theme, row height, { $count } confirmed readings
    }
privacy-kept-none = nothing
privacy-policy = The rule this page runs under
privacy-forget = Forget what is remembered
privacy-forgotten = This browser remembers nothing of Tieout any more

## Session
session = Session
session-untitled = Untitled session
session-name = Name
session-holds = A session file holds decisions, corrections and how columns were read. It holds no rows of your files: keep those, and add them again beside it.
session-opened = { $name } is open
session-opened-missing = { $name } is open. Add the files it was made with: { $files }
session-unreadable = { $name } could not be read. It may have been moved or is open elsewhere; choose it again.
session-not-one = This is no session file of Tieout. Choose a file that was saved with “Save the session”.
session-newer = The session was saved by a newer Tieout. Open it there, or get the newer version.
session-changed = The session file was changed after it was saved: entry { $entry } does not fit the one before. Nothing was taken from it; open an unchanged copy.

## Answers
failed-restarted = The calculation stopped while it did this. It was started again without it; try once more.
failed-frame = The file was read but could not be handed over. Add it again.
failed-sample = The sample data could not be loaded.
failed-export = The file could not be written. Nothing else was touched.
failed-save = The browser did not take the download. Allow downloads for this page and save again.
rejected-nothing-to-undo = There is nothing to undo
rejected-nothing-to-redo = There is nothing to redo
rejected-unknown-file = This file is not loaded any more. Add it again.
rejected-empty-reason = A dismissal needs a reason. Write why it does not matter here.

## History
did-set-as-of = as-of date
did-apply-cash = receipts applied
did-take-cash-back = applications taken back
did-refuse-cash = pairings refused
did-offer-cash-again = pairings offered again
did-set-band = tolerance set
did-set-payer = payer’s customer set
did-forget-habit = payer’s habit forgotten
did-forget-refusals = refusals of a rule forgotten
did-oldest-first = oldest items first chosen
did-not-oldest-first = oldest items first switched off
did-leave-off-matching = matching of receipts left off
did-count-lines = bank lines counted
did-leave-out-lines = bank lines left out
did-undecide-lines = decision on bank lines taken back
did-start-matching = matching of receipts started
did-sign-off = sign-off
did-set-policy = house rules
did-set-ageing = how receivables are aged
did-set-period = period
did-change-reading = how a sheet is read
did-confirm-reading = reading confirmed
did-choose-encoding = encoding of a file
did-keep-whole = sheets kept whole
did-cut-sheets = sheets cut into their tables
did-remove-file = file removed
did-restore-file = file added again
did-accept = findings accepted
did-dismiss = findings dismissed
did-reopen = findings opened again
did-set-reason = reason set
did-undo = undone
did-redo = redone

## Files, empty
first-title = Check this month's billing before it goes out
first-says = Tieout reads your lists inside this browser, finds what is wrong or not billed, and shows how every total ties out. You confirm how columns are read; nothing is guessed where it is ambiguous.
first-drop = Drop the files of one month anywhere on this page
first-paste = Or copy cells in Excel and press
first-formats = xlsx, xlsb, xls, ods, csv, txt; headers in English, Korean, Chinese, German, French or Spanish
first-bring = What to bring
bring-jobs = Jobs or shipments
    .why = what should be billed; with it, what was not billed is found
bring-invoices = Invoices and their lines
    .why = what was billed; numbers, dates, tax and sums are checked
bring-rates = Rates
    .why = contracted prices; each charge is compared with them
bring-customers = Customers
    .why = what each requires: purchase order, currency, terms, proof of delivery
bring-prior = Last month's unbilled list
    .why = opening + new − billed = closing

## Files, list
drop-title = Drop to add the files
drop-says = They are read in this browser and stay on this computer. To cancel:
drop-more = Drop more files anywhere on this page
paste-from = Paste from Excel
paste-how = Copy the cells with their header in Excel, then press Ctrl V on this page
pasted-name = Pasted { $number }
file-asks = Needs an answer
file-not-read = Not read
file-settling = Being looked at
file-waits = Waiting
file-reading = Reading { $name }
file-read = { $name } was read
file-refused = { $name } was not read
file-already = { $name } is loaded already, with the same contents
file-nothing-else = Nothing else was touched.
file-forget = Remove from the list
file-password-enter = Enter the password…
password-title = Password of { $name }
password-label = Password
password-wrong = This password does not open the file. Capitals and the language of the keyboard count.
password-stays = It opens the file in this tab, stays in memory until the tab is closed, and is written nowhere: not into the session, not into the history.
password-open = Open the file
file-remove-of = Remove { $name }
file-removed = { $name } was removed
rows-count = { $count ->
     [one] { $count } row
    *[other] { $count } rows
    }
rows-in-files = { $count ->
     [one] Rows in { $count } file
    *[other] Rows in { $count } files
    }
every-row = Every row has a fate
fate = Fate
fate-used = used
fate-header = header
fate-title = title
fate-blank = blank
fate-subtotal = subtotal
fate-footer = footer
fate-excluded = left out
fate-rejected = rejected
refused-unreadable =
    .what = The file could not be opened.
    .why = It was moved or changed since it was chosen, or another program holds it.
    .remedy = Close it in other programs and add it again.

## Files, one sheet
sheet-reading-of = How { $name } is read
sheet = Sheet
sheet-label = { $count ->
     [one] { $sheet }, { $count } row
    *[other] { $sheet }, { $count } rows
    }
sheet-hidden = { $count ->
     [one] { $sheet } (hidden), { $count } row
    *[other] { $sheet } (hidden), { $count } rows
    }
sheets-used = { $used } of { $count } sheets used
sheet-kind = Read as
header-row = Header row
header-none = none
row-above = Row above
row-below = Row below
looks-like = Looks like: { $kind }.
looks-like-remembered = Looks like: { $kind }. You confirmed this layout before, and it is read the same way.
looks-like-nothing = No kind of list was recognised here, so nothing of this sheet is used. Choose what it is, if it should be.
sheet-noticed = Noticed
at-row = Row { $row }: { $what }
fields = Fields
field = Field
column = Column
why = Why
first-values = First values
reads-as = Reads as
reads-text = text
reads-currency = currency code
reads-flag = yes or no
reads-not = cannot be read
optional = optional
column-of = Column of { $field }
column-none = none
choose-column = choose a column
choose-kind = choose what it is
column-unsure = Not sure of the column
columns-fit = Several columns fit
two-readings = Can be read in two ways
written-as = How it is written in the file
all-amounts-in = All amounts in
not-used = Not used
fields-more = { $count ->
     [one] { $count } more field
    *[other] { $count } more fields
    }
fields-fewer = Fewer fields
because-header = header
because-header-words = words in the header
because-header-key = key in the header
because-values = values
because-unique = unique
because-overlap = found in another file
because-arithmetic = adds up
because-other-side = the other side has its figures
because-remembered = as confirmed before
because-chosen = your choice
because-format = the format itself says so
answers-needed = { $count ->
     [one] { $count } answer needed
    *[other] { $count } answers needed
    }
sheet-to-confirm = Check how it is read
sheet-not-used = No check uses this sheet
rows-in-use = { $count ->
     [one] { $count } row is in use
    *[other] { $count } rows are in use
    }
use-rows = { $count ->
     [one] Use { $count } row
    *[other] Use { $count } rows
    }
use-all-rows = Use all rows
remember-next = Remember for the next file like this
remember-reading = Remember for the next file like this
reading-confirmed = The sheet is in use
reading-remembered = The next file like this is read the same way
unread = { $what } could not be read
unread-dates = { $count ->
     [one] { $count } date
    *[other] { $count } dates
    }
unread-numbers = { $count ->
     [one] { $count } number
    *[other] { $count } numbers
    }
unread-others = { $count ->
     [one] { $count } other cell
    *[other] { $count } other cells
    }
rows = Rows
row = Row
rows-window = Rows { $first } to { $last } of { $count }
rows-before = Earlier rows
rows-after = Later rows
fate-leave-out = Row { $row } is { $fate }: leave it out
fate-take-in = Row { $row } is { $fate }: use it as data
fate-back = Row { $row } is { $fate }, set by you: back to the automatic reading
cell-holds = holds
cell-no-date = , which is no date. The row is used and this field stays blank: { $field }.
cell-no-amount = , which is no amount. The row is used and this field stays blank: { $field }.
cell-no-number = , which is no number. The row is used and this field stays blank: { $field }.
cell-no-currency = , which names no currency. The row is used without one: { $field }.
cell-no-flag = , which is neither yes nor no. The row is used and this field stays blank: { $field }.
cell-no-text = , which cannot be read as text. The row is used and this field stays blank: { $field }.
note-of = { $number } of { $count }
list-and = { ", " }

## Files, how the bytes and sheets are read
encoding-is = Encoding: { $encoding }
encoding-unsure = Encoding: { $encoding }?
encoding-title = Which encoding is { $name } in?
encoding-why = Names and places read wrongly show strange letters. Take the encoding in which these lines read as they should; the file is read again in it.
encoding-others = Other encodings
encoding-now = read in this one
encoding-take = Read in this one
encoding-use = Read in { $encoding }
encoding-chosen = { $name } is read in { $encoding }.
encoding-no-file = The file is not at hand any more. Add it again to see it in other encodings.
file-not-again = { $name } could not be read that way and stays as it was. { $what }
hidden-rows = { $count ->
     [one] 1 hidden row, { $used } counted in
    *[other] { $count } hidden rows, { $used } counted in
    }
hidden-columns = { $count ->
     [one] 1 hidden column, { $used } used
    *[other] { $count } hidden columns, { $used } used
    }
hidden-sheet-out = Hidden sheet, left out
hidden-sheet-in = Hidden sheet, counted in
column-hidden = hidden
row-hidden = hidden
sheets-keep-whole = Keep the sheets whole
sheets-cut = Cut into tables
sheets-kept-whole = Sheets are read as they stand in the file. What was chosen for their tables no longer applies.
sheets-were-cut = Sheets are cut into their tables. What was chosen for whole sheets no longer applies.
fill-down = blanks take the value above
fill-down-why = For lists that name a group once and leave the rows below it blank.

## Status
status-tied = Tied
status-partly = Partly tied
status-review = To review
status-break = Break
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
unbilled-count-billed = { $count ->
    [one] { $count } job billed since last period
   *[other] { $count } jobs billed since last period
    }
unbilled-count-cancelled = { $count ->
    [one] { $count } job cancelled since last period
   *[other] { $count } jobs cancelled since last period
    }
unbilled-action-settled = Nothing to do
unbilled-roll-jobs = { $step }: show the jobs
unbilled-count-without-job = { $count ->
    [one] { $count } charge without a job
   *[other] { $count } charges without a job
    }
unbilled-no-invoices = No invoices are loaded, so every job counts as unbilled. Add the invoice lines of the period, with their job numbers, to see what is really open.
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
letter-lang = Language of the text
letter-copy = Copy
letter-copied = Copied
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
reports-chosen = { $chosen } of { $count } in the workbook
reports-include = Put “{ $section }” into the workbook
reports-always = The summary says whether the rest ties, so it is always in
reports-left-open = left open
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
grid-not-copied = The browser did not take the copy. Press Ctrl C again
grid-too-many = Too many rows to copy at once; at most { $count }
grid-open = Open in a full grid

## History

history-title = History
history-count = { $count } of { $all } decisions in force
history-undone = undone
history-empty = Nothing decided yet. Every decision is listed here and can be undone.

## Data quality of a sheet

quality-open = Data quality
quality-rows = Rows
quality-over = { $count ->
    [one] over one row used
   *[other] over { $count } rows used
    }
quality-over-first = over the first { $count } rows, as the sheet is not confirmed yet
quality-defects = Defects by field
quality-field = Field
quality-defect = Defect
quality-share = Share of rows
quality-money-share = Share of money
quality-no-defects = No blank, unread, repeated or contradicting cell in any field that is read.
quality-clean-fields = Without a defect: { $fields }.
defect-blank = Blank
defect-invalid = Could not be read
defect-repeated = Stands on another row too
defect-inconsistent = Contradicts another column
quality-advice = What to ask for at the source
quality-advice-aside = so that the next file needs no mending
quality-ask = Sentence to send
quality-saved = Rows saved
quality-copy = Copy the letter
quality-copied = The letter was copied.
quality-not-copied = The browser did not let the letter be copied. Mark its sentences and copy them by hand.
quality-letter-opening = We read your file { $file }. With these changes the next one can be used as it is:
quality-letter-closing = Thank you. A short sample with the changes is enough for us to confirm.
quality-references = Figures that stand on another row
quality-references-aside = counted where they stand, once
reference-from = Row
reference-text = Says
reference-row = Stands on row
reference-figure = Figure there
reference-instead = Says there
quality-statements = Statements
quality-statements-aside = opening and movements against closing
statement-account = Account
statement-opening = Opening
statement-movements = Movements
statement-closing-balance = Closing
statement-difference = Difference
statement-entries = Lines
statement-ties = Ties
statement-differs = Does not tie
statement-unproved = A balance is missing
section-quality = Data quality
section-readiness = Readiness
quality-file = File
quality-rows-of = Of rows
quality-money = Money on them
quality-money-of = Of money
