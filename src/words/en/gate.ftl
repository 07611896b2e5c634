# The gate before invoices go out: settings, coverage, release, look-alikes, rules of one's own.

nav-settings = Settings
nav-release = Release

did-set-threshold = threshold set
did-switch-on = check switched on
did-switch-off = check switched off
did-set-severity = severity set
rejected-not-a-value = This is no value for the setting. Write a figure as in the example beside it, without words.
rejected-unknown-rule = There is no such check

# settings
settings-title = Settings
settings-count = { $on } of { $all } checks on, { $changed } settings changed
settings-find = Find a check or a setting
settings-topic = Family
settings-topic-all = All families
settings-only-changed = Only what was changed
settings-default = Default: { $default }
settings-changed = changed
settings-back = Back to the default
settings-none = –
settings-yes = yes
settings-no = no
settings-general = For several checks, or for none
settings-switch = { $code } is on
settings-severity = Severity of { $code }
settings-help = About { $code }
settings-what-head = Finds
settings-why-head = Why it matters
settings-fix-head = What to do
settings-example = Example
settings-owner = For { $owner }, since version { $since }
settings-off = switched off
settings-nothing = No check or setting of these words
settings-shared = Also used by { $codes }
settings-code = Code
settings-rule = Check
settings-found = Found
settings-on = On
settings-set-head = Severity
settings-threshold-head = Thresholds

unit-days = days
unit-hours = hours
unit-percent = %
unit-amount = in the currency of the line
unit-minor-units = minor units a line
unit-date = YYYY-MM-DD

setting-period-from = First day of the period being billed
setting-closed-through = Last day of the last closed period
setting-late-billing-days = A service may be billed this long after it was done
setting-credit-approval-from = A credit note of this amount or more needs an approval
setting-credit-after-dispute-days = A dispute decided for the client is credited within this time
setting-old-job-days = Jobs older than this are marked
setting-escalation-unknown-days = Working days without a reason, after which work goes to the team lead
setting-escalation-lead-days = Work open for longer goes to the team lead
setting-escalation-manager-days = Work open for longer goes to the manager
setting-escalation-value = Work above this amount goes to the manager
setting-auto-apply-amount = A receipt above this amount is applied by a person (0 = no limit)
setting-auto-apply-share = Of what came in, applied without a person at most
setting-withheld-shares = Shares that payers withhold as tax
setting-discount-shares = Cash discounts that payers take where the terms are not known
setting-discount-grace-days = A cash discount may be taken so long after its last day
setting-bank-fees = Fees that banks keep back of a transfer
setting-full-billing-share = A job counts as billed in full from this share of its expected value
setting-price-tolerance = A unit price may differ from the contract by
setting-usual-charge-share = A charge is expected where this share of the client’s jobs carry it
setting-usual-charge-jobs-min = A habit needs at least so many jobs
setting-volumetric-divisor = Volumetric divisor where the contract names none (0 = none)
setting-statistics-count-min = Charges or documents that are needed to speak of a habit
setting-statistics-deviations = Unusual from so many median deviations off the median
setting-month-band-share = A month is unusual from this share outside its six months before
setting-price-tolerances-over-share = Above the contract, as a share
setting-price-tolerances-over-amount = Above the contract, as an amount a line
setting-price-tolerances-under-share = Below the contract, as a share
setting-price-tolerances-under-amount = Below the contract, as an amount a line
setting-margin-floor = Lowest margin of a job billed in full
setting-rounding = How the house rounds
setting-tax-rounded-per-line = Tax is rounded on each line
setting-tax-minor-units-per-line = Tax may differ by
setting-fx-tolerance = Exchange rate may differ from the source by
setting-fx-rate-age-days-max = An exchange rate holds for
setting-choice-none = Any usual way
setting-choice-half-up = Half away from zero
setting-choice-half-even = Half to even
setting-choice-truncate = Truncated

# coverage
coverage-title = Coverage
coverage-text = { $ran } checks ran, { $lacking } could not, { $off } switched off
coverage-ran = Ran
coverage-lacking = Could not run: something is missing
coverage-off = Switched off
coverage-would-enable = What would enable them
coverage-need = Missing
coverage-checks = Checks
coverage-clean = nothing found
coverage-none = No file is loaded, so no check ran
coverage-empty = Nothing to check yet
    .why = Load invoices, jobs or a rate card; this page then shows which checks they allow.

# release
did-waive = invoice waived
did-end-waiver = waiver ended
rejected-no-approver = A waiver needs the name of who approved it
invoice-waived = Waived
invoices-waived = Released on a waiver
waiver-expired = Waiver expired: the amount or a finding changed
waiver-not-needed = Waiver no longer needed
release-title = Release
release-find = Invoice or customer
release-certificate = Certificate
release-invoice = Invoice that is looked at
release-held-by = Held by
release-state = State
release-note = Reason and approver
release-waiver = { $reason }, approved by { $approver }
release-none-held = No invoice is held: nothing that was checked stands against one.
release-none-released = No invoice may go out: each is held.
release-none-waived = No waiver stands. An invoice on the hold list can be released on one.
release-none-found = No invoice or customer in this list has that.
release-open-first = Choose an invoice to see what holds it
release-nothing-holds = No finding holds this invoice
release-waive = Release on a waiver…
release-end-waiver = End the waiver
release-waive-title = Release { $invoice } on a waiver
release-waive-say = The findings stay. The waiver expires when the amount or a finding changes, and stands on the certificate.
release-reason = Reason
release-approver = Approved by
release-waive-do = Waive
release-done-waived = { $invoice } goes out on a waiver
release-done-ended = { $invoice } is held again
release-journal = Journal hash { $hash }
release-check = Check a certificate: its journal hash
release-check-same = Entry { $entry } of this journal, nothing decided since: files and decisions are those of the certificate
release-check-later = Entry { $entry } of this journal; { $later } entries came later
release-check-unknown = Not an entry of this journal: open the session file that belongs to the certificate
release-empty = No invoices to release yet
    .why = Load the invoices of the run; those without a finding that holds them may go out.

# certificate
section-certificate = QC certificate
certificate-whole = Every row has one fate, sums in equal sums out, and released, waived and held invoices add up to all
certificate-not-whole = Rows, sums or invoices were lost: do not release on this certificate
certificate-not-tied = Not all totals tie: see the ties below
certificate-says = { $released } invoices released, { $waived } on a waiver, { $held } held; { $open } findings without a decision
certificate-waivers = Waivers
certificate-ties = Ties
certificate-tie = Tie
certificate-left = Left
certificate-right = Right
certificate-inputs = Input files
certificate-file = File
certificate-bytes = Bytes
certificate-sha = SHA-256
certificate-checks = Checks and their versions
certificate-version = Since version
certificate-clean = No finding
certificate-found = Findings
certificate-setting = Setting
certificate-value = Value
certificate-default = Default
certificate-proof = Proof
certificate-program = Version of the program
certificate-entries = Entries of the journal
certificate-journal = Hash of the last entry
col-approver = Approved by

# look-alikes and rounding
alike-show = Look-alikes
alike-title = Everything with this signature
alike-counted = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
 } on { $invoices ->
    [one] { $invoices } invoice
   *[other] { $invoices } invoices
 }
alike-customer = customer { $name }
alike-charge = charge { $name }
alike-rate = rate { $place }
alike-ratio = { $share } of what was expected
alike-same = same share
alike-other = another share
alike-date = Invoice date
alike-share = Off by
alike-status = Decision
alike-this = this one
alike-more = { $count } more; accepting takes them all
alike-accept = Accept { $count } open
alike-none-open = All of them are decided
forensic-half-up = Rounding: half away from zero on the exact figure gives what stands here
forensic-truncate = Rounding: what was left over was dropped; that gives what stands here
forensic-half-even = Rounding: half to even gives what stands here
forensic-lines = Rounding: tax rounded on each line and then added gives what stands here; once on the document it differs by { $difference }
forensic-lines-truncate = Rounding: tax truncated on each line and then added gives what stands here; once on the document it differs by { $difference }
forensic-document = Rounding: the exact lines added and rounded once give this total; rounded line by line they differ by { $difference }
forensic-fx = Rounding: the conversion at the invoice’s rate gives what stands here, a step of { $difference }
forensic-error = Not rounding: { $difference } is more than the { $most } that a minor unit on each line could make
forensic-unknown = Within the { $most } that rounding could make, but no usual way of rounding gives { $difference }

# rules of one's own
topic-own = Own checks
did-set-own-rule = own check kept
did-remove-own-rule = own check removed
own-rule = Own check
    .message = { $text }
    .why = The house made this check itself.
    .fix = Compare the row with its source, then put it right or dismiss the finding with a reason.
own-title = Own checks
own-new = New check
own-none = No check of your own yet. Make one from a column and a condition, and see what it finds before you keep it.
own-message = Message
own-message-example = For example: gross above the approval limit
own-finds = Finds
own-says = { $kind }: { $tests }
own-test = { $field } { $condition } { $other }
own-and-join = {" and "}
own-kind = Table
own-field = Column
own-condition = Condition
own-against = Compared with
own-value = this value
own-edit = Change
own-remove = Remove
own-keep = Keep
own-kept = { $code } kept
own-removed = { $code } removed
own-tried = Finds { $count } of { $rows } rows
own-blank = is blank
own-filled = is not blank
own-is = is
own-is-not = is not
own-contains = contains
own-lacks = does not contain
own-above = is above
own-below = is below
own-after = is after
own-before = is before
own-where = Finds rows where
own-and = and
own-more = Another condition
own-less = Take this condition away
own-loaded = In your files
own-not-loaded = Not in your files
own-fault-no-message = Write the message that the finding will say
own-fault-nothing = Write the value, or choose the column, to compare with
own-fault-figure = Write a figure with a point, such as 10000.50
own-fault-date = Write the date as year, month, day: 2026-10-31
own-fault-fields = These two columns are not of one sort: compare figures with figures, dates with dates
