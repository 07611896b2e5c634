# Words: reconcile

nav-reconcile = Reconcile
reconcile-title = Reconcile receipts and open items
reconcile-empty = There is nothing to reconcile yet
    .why = Drop both sides: what customers owe, and what came in. Matches are then proved, never guessed, and each can be taken back.
reconcile-wants-items = Open items or invoices: a list with invoice numbers and amounts (xlsx, csv, SAP FBL5N)
reconcile-wants-receipts = Receipts: a bank statement (MT940, CAMT.053, BAI2, OFX, csv) or a payment register
reconcile-show = Show
reconcile-needs-you = Needs you
reconcile-tied = Tied
reconcile-open-receipts = Unidentified
reconcile-open-items = Open items
reconcile-all = All
reconcile-by-pass = Found by
reconcile-currency = Currency
reconcile-find = Number, name, amount
reconcile-ledger = Ledger, open items
reconcile-decision = Decision
reconcile-bank = Bank, receipts
reconcile-listed =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
reconcile-none = Nothing stands here
reconcile-lost =
    { $count ->
        [one] { $count } decision no longer finds its rows: an amount changed, or a file is not loaded. It stays in the history and applies again when the rows are back.
       *[other] { $count } decisions no longer find their rows: amounts changed, or files are not loaded. They stay in the history and apply again when the rows are back.
    }
reconcile-unread = { $receipts } receipts and { $items } open items have no amount that can be read and take no part. Choose their amount column.
reconcile-left-off = Matching was cancelled. { $receipts } receipts and { $items } open items are not matched yet; nothing has looked at them. { $confirmed ->
        [one] { $confirmed } match that you confirmed stands.
       *[other] { $confirmed } matches that you confirmed stand.
    }
reconcile-again = Receipts are being matched again. Until that ends, the list shows what stood before.
reconcile-under-way = Receipts are being matched. What you see elsewhere is complete; here nothing is decided before the end.
reconcile-start = Start matching
reconcile-cancel = Cancel matching
reconcile-held-back =
    { $count ->
        [one] { $count } proved match waits for you, because a limit in the settings holds it back: { $sums }
       *[other] { $count } proved matches wait for you, because a limit in the settings holds them back: { $sums }
    }
reconcile-later =
    { $count ->
        [one] { $count } receipt came after { $date } and is left out: { $sums }
       *[other] { $count } receipts came after { $date } and are left out: { $sums }
    }
overlap-repeated =
    { $count ->
        [one] { $count } line stands in { $files } already and counts once: { $sums }.
       *[other] { $count } lines stand in { $files } already and count once: { $sums }.
    }
overlap-counted-again =
    { $count ->
        [one] { $count } line counts although { $files } has one that says the same, as you chose: { $sums }.
       *[other] { $count } lines count although { $files } has ones that say the same, as you chose: { $sums }.
    }
overlap-missing =
    { $count ->
        [one] { $count } line is missing in { $files }, which has all of its day: { $sums }. It counts, and nothing applies it but you. Ask the bank whether it was taken back.
       *[other] { $count } lines are missing in { $files }, which has all of their days: { $sums }. They count, and nothing applies them but you. Ask the bank whether they were taken back.
    }
overlap-left-out =
    { $count ->
        [one] { $count } line that is missing in { $files } is left out, as you chose: { $sums }.
       *[other] { $count } lines that are missing in { $files } are left out, as you chose: { $sums }.
    }
overlap-do-count = Count them again
overlap-do-once = Count once
overlap-do-leave-out = Leave out
overlap-do-take-in = Take in
overlap-title = Lines of bank files that overlap
overlap-what = What became of it
overlap-is-repeated = Repeated, counts once
overlap-is-counted-again = Counts again, by decision
overlap-is-missing = Missing in the other file, counts
overlap-is-left-out = Left out by decision
overlap-other = Other file
reconcile-unidentified = Unidentified
reconcile-open = Open
reconcile-no-receipt = No receipt names it
reconcile-no-item = No open item
reconcile-no-line = No receipt
reconcile-confirmed = Confirmed
reconcile-auto = Tied
reconcile-proposed = Proposed
reconcile-to-review = To review
reconcile-two-fit = Two pairings fit: choose one on the right
reconcile-coded = { $what }: { $amount }
reconcile-head = { $amount } from { $name }
reconcile-candidates =
    { $count ->
        [one] { $count } candidate
       *[other] { $count } candidates
    }
reconcile-tie = Tie
reconcile-not-this = Not this
reconcile-split = Split…
reconcile-take-back = Take back
reconcile-take-back-one = Take back this one
reconcile-use = Tie this one
reconcile-why-not = Why not this one?
reconcile-nothing-against = Nothing speaks against it. Another answer had more to say for it.
reconcile-inspector = Inspector
reconcile-bank-text = Bank text
reconcile-date = Date
reconcile-so-many = { $count } together
reconcile-of-whole = of { $amount }
reconcile-source = Source
reconcile-applied-list = Applied
reconcile-searched = Searched in the text
reconcile-searched-none = Nothing in the text looks like a reference
reconcile-searched-not = The text was not searched: matching was cancelled
reconcile-mail-head = To ask the payer
reconcile-mail-copy = Copy as e-mail text
reconcile-copied = E-mail text copied
reconcile-mail =
    Dear Sir or Madam,

    On { $date } we received { $amount } from { $payer } with the text “{ $text }”. We could not find which invoices it is for. Please send us the remittance advice, or the invoice numbers and amounts.

    Kind regards
reconcile-mail-open = Open on our side:
reconcile-tie-all = Tie { $count } proposed…
reconcile-bulk-title =
    { $count ->
        [one] Tie { $count } proposed match
       *[other] Tie { $count } proposed matches
    }
reconcile-bulk-why = Each was proved to be the only answer within what is listed. Those with two answers stay out. Each can be taken back alone.
reconcile-bulk-do = Tie { $count }
reconcile-did-tie =
    { $count ->
        [one] { $count } match tied
       *[other] { $count } matches tied
    }
reconcile-did-refuse = Not offered again
reconcile-did-back = Taken back, and not offered again
reconcile-pick = Select { $what }
reconcile-picked = { $items } items, { $receipts } receipts
reconcile-together = Put together…
reconcile-clear = Clear
reconcile-hand-title = Apply by hand
reconcile-hand-available = Open
reconcile-hand-amount = Apply
reconcile-hand-rest = Left
reconcile-hand-receipts = Receipts
reconcile-hand-items = Open items
reconcile-hand-code = What is left is
reconcile-hand-code-none = left open
reconcile-hand-note = Note
reconcile-hand-applied = Applied { $applied }, left of receipts { $left }, left of items { $open }
reconcile-hand-do = Apply
reconcile-hand-why = What speaks for and against
reconcile-keys = move
pass-hand = By hand
tie-cash = Receipts
tie-cash-left = Received
tie-cash-right = Applied
tie-on-account = On account
evidence-days =
    { $days ->
        [one] { $days } day after the invoice
       *[other] { $days } days after the invoice
    }
why-other-currency = Another currency
why-other-company = Another company
why-not-named = The text does not name it
why-payer-unknown = Nothing says who paid
why-other-payer = The payer is { $customer }
why-refused = You said that the two do not belong together
why-receipt-taken = The receipt is applied to { $by }
why-item-taken = The item is paid by { $by }
why-no-strong-reference = the text has no whole reference that only this item has
why-outside-band = the difference is outside { $low } to { $high }
why-payer-not-agreed = the payer is not known to be this customer
why-same-amounts = { $count } open items of the customer have this amount
why-names-another = the receipt names another open item
by-hand-needs-both = Choose at least one receipt and one open item
by-hand-two-currencies = The rows are in two currencies. Amounts of two currencies are not added.
by-hand-no-rate = The rows are in two currencies, and no rate of the receipt’s day is loaded. Add a list of dated rates, or match rows of one currency.
by-hand-exchange-whole = Rows of two currencies are matched whole: one receipt with one item of which nothing is taken yet. Take back an earlier match first.
by-hand-more-than-open = An amount is more than is open, or not above nil. Enter less.
by-hand-nothing-applies = Nothing can be applied: the rows are used up, or their signs differ. Take back an earlier match first.
by-hand-unreadable = An amount could not be read. Write it as 1,234.50.
section-cash = Cash
section-learned = Learned
section-posting = Posting file
section-posting-sap = Posting file SAP
cash-open = Some receipts are unidentified: they are listed below with what was searched and what to ask
cash-all-known = Every receipt is applied, proposed or on account
cash-left-off = Matching was cancelled: receipts without a confirmed match were not looked at. The figures below are not final.
cash-position = Received and applied
cash-given-up = Short on items
cash-deductions = What is left, by reason
cash-left-of = Left of
cash-of-item = Open item
cash-of-receipt = Receipt
cash-number = Number
cash-left = Left
cash-settled = Settled
cash-to-ask = To be asked about
cash-given-up-months = Given up, by customer and month
cash-month = Month
cash-times = Times
cash-alike = The same amount
cash-unapplied = Unapplied cash, and whether to give it back
refund-title = Is it to be given back?
refund-paid-before = The same was paid before
refund-company = Meant for another company
refund-refunded = Refunded already
refund-no = No
refund-not-tested = Not tested: { $why }
refund-no-payer = nobody knows who paid
refund-no-entities = the files name no companies
refund-no-payments-out = the files hold no payments that went out
refund-done = Refunded already: set the two off
refund-paid-twice = To be refunded: paid twice
refund-other-company = To be refunded or passed on: meant for another company
refund-none = Stays on account
cash-returns = Payments that came back
return-to-do = The payment came back: what it had settled is open again
return-reopens = Opens again
return-settled = Was settled
return-source = Row of the invoice
return-named = The text names it
return-by-amount = The only settled invoice of the payer with the amount
cash-unidentified = Unidentified receipts
cash-later = Receipts after the as-of date, left out
cash-learned = Payers that were confirmed
cash-confirmed = Confirmed
cash-since = Since
learned-title = What was learned
learned-open = Learned…
learned-why = Only what people decided is learned, never what the machine tied. Each change can be undone.
learned-none = Nothing was learned yet. A payer is learned when a match is confirmed, a refusal when one is refused.
learned-payers = Payers
learned-refused = Not offered again
learned-trust = Passes and payers
learned-how = How it is known
learned-by-hand = Entered by hand
learned-times = Confirmations: { $count }
learned-asks = Asks
learned-asks-again = Asks again after a reversal
learned-decides = Ties by itself
learned-turned = Refused of late
learned-count = Decisions
learned-refusals = Refusals
learned-only-suggests = Only suggests; last refused on { $date }
learned-goes-on = Goes on as before; last refused on { $date }
learned-did-forget-refusals = Refusals forgotten
learned-change = Change…
learned-remove = Remove
learned-lift = Offer again
learned-whose = Whose customer is “{ $payer }”?
learned-find = Customer name or number
learned-no-customer = No customer with open items has that in its name or number
learned-payer-is = Payer is…
learned-habits = What payers keep back
learned-kept = Kept back
learned-did-forget = Habit forgotten
learned-did-set = Payer remembered
learned-did-remove = Payer forgotten
learned-did-lift = Offered again
learned-did-oldest = Oldest first for this customer
learned-did-not-oldest = Oldest first is off for this customer
learned-oldest = Oldest first for this customer
learned-oldest-head = Oldest first, by policy
learned-csv = Save as CSV
posting-document = Document
posting-receipt = Receipt no
posting-role = Line
posting-debit = Debit
posting-credit = Credit
posting-by = Decided by
posting-by-machine = Proved by rule
posting-bank = Bank
posting-clears = Clears item
posting-residual = Residual item
posting-difference = Difference
