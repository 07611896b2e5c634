# Ageing screen
nav-ageing = Ageing
ageing-title = Ageing of receivables
ageing-empty = No open items yet
    .why = Add a list of open items: one row an invoice, with its number, customer, due date and what is open of it. A list with settlement dates lets earlier days be rebuilt; last period’s list makes the roll-forward. In SAP that is FBL5N, in other ledgers “open items” or “aged debtors, detailed”.
ageing-roll-empty = No roll-forward yet
ageing-refused = This day cannot be aged
ageing-show = List
ageing-show-customers = Customers
ageing-show-items = Items
ageing-show-overdue = To remind
ageing-undated = No date
ageing-not-due = Not due
ageing-range = { $from }–{ $to }
ageing-over = Over { $days }
ageing-head-total = Total
ageing-head-picture = Spread
ageing-head-credits = Unapplied credits
ageing-head-disputed = Of it disputed
ageing-head-items = Items
ageing-head-from = Counted from
ageing-head-days = Days
ageing-head-bucket = Bucket
ageing-head-marks = Remarks
ageing-head-level = Reminder
ageing-head-oldest = Oldest
ageing-head-due = Past due, to collect
ageing-head-held = Past due, held out
ageing-mark-disputed = disputed
ageing-mark-plan = payment plan
ageing-mark-credit = unapplied credit
ageing-mark-assumed = no due date: counted from the invoice date
ageing-count-customers = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
 }
ageing-count-items = { $count ->
    [one] { $count } open item
   *[other] { $count } open items
 }
ageing-count-overdue = { $count ->
    [one] { $count } customer past due
   *[other] { $count } customers past due
 }
ageing-told = On { $date }, counted { $basis }; { $credits }.
ageing-told-due = from the due date
ageing-told-invoice = from the invoice date
ageing-told-service = from proof of delivery or service
ageing-told-posting = from the posting date
ageing-told-separate = credits that name no invoice stand in a column of their own
ageing-told-own-date = credits are aged from their own date and net in the bucket
ageing-told-current = credits are taken off what is not due
ageing-told-oldest-first = credits eat the oldest bucket first
ageing-note-counted = Nothing in these files says what was paid, so each invoice counts as open. Add a list of open items to age what is really owed.
ageing-note-later = { $count ->
    [one] { $count } document dated after the day is left out: { $sums }.
   *[other] { $count } documents dated after the day are left out: { $sums }.
 }
ageing-note-unread = { $count ->
    [one] { $count } row has no amount that could be read and is left out.
   *[other] { $count } rows have no amount that could be read and are left out.
 }
ageing-note-undated = { $count ->
    [one] { $count } item has no date to count from.
   *[other] { $count } items have no date to count from.
 }
ageing-note-assumed = { $count ->
    [one] { $count } item has neither due date nor terms: its invoice date counts as due.
   *[other] { $count } items have neither due date nor terms: their invoice date counts as due.
 }
ageing-note-nil = { $count ->
    [one] { $count } item with nothing open is left out.
   *[other] { $count } items with nothing open are left out.
 }
ageing-policy = How to age
ageing-basis = Age counts from
ageing-basis-due = Due date
ageing-basis-invoice = Invoice date
ageing-basis-service = Proof of delivery or service
ageing-basis-posting = Posting date
ageing-credits = Credits that name no invoice
ageing-credits-separate = A: own column
ageing-credits-own-date = B: aged from their own date
ageing-credits-current = C: off what is not due
ageing-credits-oldest-first = D: eat the oldest first
ageing-days = Buckets end after days
ageing-days-say = Rising, with commas: 30, 60, 90
ageing-days-wrong = The days must be whole, rise, and begin at 1 or more. Nothing was changed.
ageing-terms = “30 days EOM” means
ageing-terms-first = end of month, then 30 days
ageing-terms-last = 30 days, then end of month
ageing-levels = Reminders begin after days past due
ageing-control = Control account
ageing-control-say = What the ledger states on this day
ageing-control-wrong = This is no amount. Nothing was changed.
ageing-all-currencies = All currencies
ageing-find = Find a customer or number
ageing-filter-overdue = past due
ageing-filter-credits = unapplied credits
ageing-filter-disputed = disputed
ageing-none = Nothing here fits the choice.
ageing-level = Level { $level }
ageing-level-none = Not yet
ageing-level-held-out = Held out
ageing-level-all-held = All disputed or on a plan
ageing-hold-out = Hold out
ageing-chase = Remind again
ageing-write = Statement of account…
ageing-select-first = Select customers first.
ageing-mail-title = Statement of account
ageing-mail-say = Nothing is sent from here: copy the text into your own mail. Disputed items and those on a payment plan stand apart.
ageing-figures = Figures
ageing-figure-items = Show the items
ageing-period = Period from
ageing-figure-days = { $days } days
receivables-opening = Opening
receivables-invoices = Invoices
receivables-debit-notes = Debit notes
receivables-receipts = Receipts
receivables-credits = Credits
receivables-write-offs = Write-offs
receivables-computed = Comes to
receivables-closing = Closing list
receivables-loose = Items that no document explains
statement-subject = Statement of account: { $customer }, { $date }
statement-greeting = Dear accounts payable team of { $customer },
statement-opening-kind = this is an overview of your account on { $date }.
statement-opening-first = according to our books on { $date } the following invoices are past due. It may be an oversight; please arrange payment, or tell us if anything is missing.
statement-opening-second = we have written to you before. On { $date } the following invoices are still unpaid. Please let us know the date of payment, or what keeps you from paying.
statement-opening-last = despite our reminders the following invoices are still unpaid on { $date }. Please pay within seven days, or call us so that we can agree on a solution.
statement-due = due { $date }
statement-late = { $count ->
    [one] { $count } day past due
   *[other] { $count } days past due
 }
statement-total = Past due in all: { $sum }
statement-credits = Credits on your account that name no invoice: { $sum }. Please tell us what to set them against.
statement-held = Under clarification, and not part of this request:
statement-held-total = Under clarification in all: { $sum }
statement-close = If you have paid in the meantime, please send us the remittance advice. Thank you.
section-ageing = Ageing
section-reminders = Reminders
ageing-gross = Gross, credits apart (A)
col-formula = Formula
col-population = Population
col-value = Value
ageing-show-roll = Roll-forward
receivables-others = Other documents
ageing-more = Reminders, terms, control account
ageing-note-twice = { $count ->
    [one] { $count } item stands in more than one list and counts twice. On Files, say which list is last period’s.
   *[other] { $count } items stand in more than one list and count twice. On Files, say which list is last period’s.
 }
