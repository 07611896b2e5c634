# Words: rules

topic-identity = Identity
topic-completeness = Completeness
topic-arithmetic = Arithmetic
topic-price = Price against rate card
topic-tax = Tax
topic-currency = Currency
topic-dates = Dates and terms
topic-customer = Client and requirements
topic-references = References
topic-credit = Credit and re-bill
topic-statistics = Statistics
topic-sequence = Number sequence

severity-break = Break
severity-review = To review
severity-note = Note

need-table = no { $kind } loaded
need-column = column { $field } missing in { $kind }
need-any-column = one of these is needed: { $columns }
need-as-of = no as-of date set
not-run-switched-off = switched off in the settings

evidence-first = First occurrence
evidence-other-invoice = The other invoice
evidence-amount = Amount
evidence-line = Line
evidence-taxable = Taxable amount
evidence-number-before = The number before

# ID: identity and duplicates
ID-01 = Invoice without a number
    .message = Row { $row } has no invoice number
    .why = An invoice without a number cannot be sent, paid or credited, and breaks the number series.
    .fix = Billing assigns the next number of the series, or removes the row if it is no invoice.
ID-02 = Same invoice number on two headers
    .message = { $invoice } stands on { $times } headers
    .why = The client's system refuses the second one, and a payment cannot be told which one it settles.
    .fix = Keep one; billing cancels the other or gives it a number of its own.
ID-04 = Two invoices that look like one
    .message = { $first } and { $second } look like one invoice over { $gross }
    .why = Same client, amount, period and order: the client would be asked to pay twice.
    .fix = Compare both. Billing keeps one and voids the other; if both are right, dismiss with the reason.
ID-05 = Same job and charge on two invoices
    .message = Job { $job }, { $code }: billed on { $first } and { $second }
    .why = The job would be paid twice, or the client disputes both invoices.
    .fix = Billing takes the charge off the later invoice before it goes out, or credits one of the two.
ID-07 = Line repeated inside an invoice
    .message = Row { $row } of { $invoice } repeats row { $other } in every column
    .why = Either the quantity belongs on one line, or the line was loaded twice.
    .fix = Billing confirms the quantity with the job, or deletes the repeated line.

# CMP: completeness
CMP-01 = Mandatory field missing
    .message = { $field } is missing on { $invoice }
    .why = Without it the invoice cannot be booked by the client, and checks that need it cannot judge it.
    .fix = Billing fills the field in the source and loads the file again.
CMP-02 = Invoice without lines
    .message = { $invoice } has no lines
    .why = The client cannot see what is billed, and nothing proves the amount.
    .fix = Billing rebuilds the invoice from its jobs, or loads the file with its lines.
CMP-03 = Lines without an invoice header
    .message = { $lines ->
        [one] One line points
       *[other] { $lines } lines point
    } to { $invoice }, which is not among the invoices
    .why = These charges would go out on no invoice, or the list of invoices is incomplete.
    .fix = Billing loads the missing header, or corrects the invoice number on the lines.
CMP-10 = Spreadsheet error in a cell that is read
    .message = { $field } holds { $error }
    .why = The figure behind it is unknown, and every total with it is wrong.
    .fix = Billing repairs the formula or the link in the source workbook, recalculates, saves and loads it again.

# ARI: arithmetic
ARI-01 = Quantity × unit price is not the line amount
    .message = { $invoice }, row { $row }: { $qty } × { $price }{ $discount } is { $expected }, the line shows { $found }
    .why = The client recalculates each line, and disputes the invoice over the first that does not fit.
    .fix = Billing corrects the quantity, the price or the amount, whichever the job or contract contradicts.
ARI-02 = Lines do not add up to the invoice net
    .message = { $invoice }: { $lines ->
        [one] one line comes
       *[other] { $lines } lines come
    } to { $total }, the net is { $stated }, difference { $difference }
    .why = An electronic invoice whose lines and total differ is rejected, even by one cent.
    .fix = Billing looks for the missing or extra line and rebuilds the totals.
ARI-03 = Net and tax do not add up to the gross
    .message = { $invoice }: { $net } + { $tax } is { $total }, the gross is { $gross }
    .why = The client can book neither figure, and the tax reported would be wrong.
    .fix = Billing rebuilds the totals from the lines.
ARI-06 = More decimals than the currency has
    .message = { $invoice }: { $found } has more decimals than { $currency }, which has { $digits ->
        [0] none
       *[other] { $digits }
    }
    .why = Such an amount cannot be paid; each system rounds it in its own way and the totals drift apart.
    .fix = Billing rounds the amount as the house rounds, and rebuilds the totals.
ARI-07 = Sign contradicts the type of document
    .message = { $invoice } is a document of type { $type } and shows { $amount }
    .why = A credit note with the wrong sign charges the client instead of crediting, and an invoice does the reverse.
    .fix = Billing corrects the sign, or the type of the document.

# TAX: tax
TAX-01 = Tax is not the taxable amount × rate
    .message = { $invoice }: tax on { $taxable } at { $rate } is { $expected }, shown is { $found }
    .why = The client may refuse the invoice for its tax, and the tax return would be wrong.
    .fix = Recompute the tax. Whether the rate itself is right, check with your tax team.

# CRB: credit and re-bill
CRB-01 = Credit note without its original invoice
    .message = { $credit } names no original invoice
    .why = The client cannot set it off against an invoice, and nobody can tell when more is credited than was billed.
    .fix = Billing adds the number of the invoice that is credited.

# SEQ: number sequence
SEQ-01 = Gap in the number series
    .message = { $count ->
        [one] { $from } is missing
       *[other] { $from } to { $to } are missing, { $count } numbers
    }
    .why = An auditor or tax inspector asks for each number: cancelled, in another list, or left out of the run.
    .fix = Billing accounts for each number: find the invoice, or record that the number was not used.

# Words inside messages
charge-whole-invoice = the whole invoice
cell-no-value = a formula that was never calculated
tax-rates-of-lines = the rates of its lines
amount-less-discount = {" "}less discount
