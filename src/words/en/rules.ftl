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
evidence-divisor = Volumetric divisor
evidence-usual-charge = Another job with the charge
promo-ended = given after its end
promo-doubled = given twice
promo-together = given together, though one stands alone
job-fault-unknown = the job is not in the job list
job-fault-cancelled = the job is cancelled in the job list
job-fault-none = the invoice names no job, nearly all others do
original-none = the original invoice is not named
original-unknown = the invoice that it names is none of those loaded
period-of-invoice = the period of the invoice
period-of-service = the days of the service or its contract
account-closed = closed
account-on-hold = on hold
promo-missed = not given
fx-inverted = is inverted
fx-factor = is off by a factor
evidence-fx-table = Table of exchange rates
fapiao-total = net and tax do not come to the total
fapiao-shape = the digits are not those of a fapiao
tax-none = without tax
tax-shown = with tax
evidence-sent-before = Register of invoices sent
evidence-other-invoice = The other invoice
evidence-amount = Amount
evidence-line = Line
evidence-taxable = Taxable amount
rounding-per-line = rounding on each line
rounding-one-step = one step of rounding
rounding-half-even = rounding halves to even
rounding-truncate = dropping what is left over
evidence-tax = Tax
evidence-number-before = The number before
evidence-rate = Rate
evidence-rate-ended = Rate that has ended
evidence-rate-early = Rate that has not begun
evidence-rate-minimum = Minimum in the rate card
evidence-rate-maximum = Maximum in the rate card
evidence-rate-other-period = Rate of another period
evidence-rate-row = Row of the rate card
evidence-base = Base of the percentage
source-contract = contract
source-order = purchase order
source-sheet = requirement sheet
source-customer-list = customer list
source-habit = habit
source-open = nobody can tell which
evidence-promotion = Promotion
evidence-customer-list = Customer list
evidence-job = Job list

# ID: identity and duplicates
ID-01 = Invoice without a number
    .message = Row { $row } has no invoice number
    .why = An invoice without a number cannot be sent, paid or credited, and breaks the number series.
    .fix = Billing assigns the next number of the series, or removes the row if it is no invoice.
ID-02 = Same invoice number on two headers
    .message = { $invoice } stands on { $times } headers
    .why = The client's system refuses the second one, and a payment cannot be told which one it settles.
    .fix = Keep one; billing cancels the other or gives it a number of its own.
ID-03 = Number already sent in an earlier period
    .message = { $invoice } was already sent on { $date }
    .why = The client’s system refuses a number that it has booked, or takes the new invoice for the old one.
    .fix = Check whether the old invoice was sent again. If this one is new, billing gives it the next number of the series.
ID-04 = Two invoices that look like one
    .message = { $first } and { $second } look like one invoice over { $gross }
    .why = Same client, amount, period and order: the client would be asked to pay twice.
    .fix = Compare both. Billing keeps one and voids the other; if both are right, dismiss with the reason.
ID-05 = Same job and charge on two invoices
    .message = Job { $job }, { $code }: billed on { $first } and { $second }
    .why = The job would be paid twice, or the client disputes both invoices.
    .fix = Billing takes the charge off the later invoice before it goes out, or credits one of the two.
ID-06 = Two numbers that look alike, with one amount
    .message = { $second } looks like { $first }, both over { $gross }
    .why = O for 0, I for 1 or two digits changed over: one invoice was probably typed in twice.
    .fix = Billing compares both and voids one. If they are two invoices, dismiss with the reason.
ID-07 = Line repeated inside an invoice
    .message = Row { $row } of { $invoice } repeats row { $other } in every column
    .why = Either the quantity belongs on one line, or the line was loaded twice.
    .fix = Billing confirms the quantity with the job, or deletes the repeated line.
ID-08 = Check digit of a waybill or container is wrong
    .message = { $field } { $number } fails its check digit
    .why = The number was mistyped. The client cannot find the shipment, and tracking finds another one.
    .fix = Operations corrects the number from the waybill or the container itself.
ID-09 = One number for two clients or currencies
    .message = { $invoice } stands for both { $first } and { $second }
    .why = Two invoices were probably merged under one number, and one client would see what the other is billed.
    .fix = Billing splits the invoice and gives one of the two a number of its own.

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
CMP-04 = Line that does not say what it bills
    .message = { $invoice }, row { $row }: neither charge code nor description
    .why = The client cannot tell what it is asked to pay for, and no rate can be looked up.
    .fix = Billing adds the charge code or the description from the job.
CMP-05 = Address of the client is incomplete
    .message = { $customer }: { $field } is missing, { $invoices ->
        [one] one invoice is affected
       *[other] { $invoices } invoices are affected
    }
    .why = A tax invoice needs the full address of the buyer, and a letter or a portal needs it to arrive.
    .fix = Master data completes the address from the contract or the client’s registration.
CMP-06 = Tax shown, buyer’s tax number missing
    .message = { $invoice } shows tax, and { $customer } has no tax number
    .why = Without the buyer’s number the tax cannot be deducted, and a tax invoice is not valid in many countries.
    .fix = Master data gets the number from the client. Whether it is needed, check with your tax team.
CMP-07 = Account to pay to is not the approved one
    .message = { $invoice }: account to pay to { $found }, approved account { $approved }
    .why = The client’s money would go to another account. A changed account is how invoice fraud begins.
    .fix = Hold the invoice. Treasury confirms the account by a known telephone number, and billing restores it.
CMP-08 = Expected charge is not billed
    .message = Job { $job }: { $charge } is expected and not billed
    .why = The contract has it on every job, or nearly all jobs of the client carry it. The amount would be lost.
    .fix = Billing adds the charge, or operations says why this job has none.
CMP-09 = Placeholder left on an invoice
    .message = { $invoice }: { $field } is “{ $text }”
    .why = It was put there until the value came. The client sends such an invoice back.
    .fix = Billing gets the value from the owner of the job and fills it in.
CMP-10 = Spreadsheet error in a cell that is read
    .message = { $field } holds { $error }
    .why = The figure behind it is unknown, and every total with it is wrong.
    .fix = Billing repairs the formula or the link in the source workbook, recalculates, saves and loads it again.
CMP-11 = Required document is not attached
    .message = { $invoice }: { $customer } requires { $document }, and it is not attached
    .why = The client does not pay before it has the document, and the days count against us.
    .fix = Operations gets the document from the job file, and billing attaches it.

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
ARI-04 = Tax of the lines does not add up to the invoice tax
    .message = { $invoice }: the lines come to a tax of { $total }, the invoice shows { $stated }, difference { $difference }
    .why = An electronic invoice whose tax does not add up by rate is rejected, and the tax return would be wrong.
    .fix = Billing rebuilds the tax total from the lines.
ARI-05 = Amount due does not follow from gross and prepayment
    .message = { $invoice }: { $gross } less { $prepaid } prepaid, rounding { $rounding }, is { $expected }; due is { $stated }
    .why = The client pays what is printed as due, and the rest stays open or is paid twice.
    .fix = Billing corrects the amount due, or the prepayment that was deducted.
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
ARI-08 = Price for one unit, quantity in another
    .message = { $invoice }: price { $price } per { $per }, quantity { $qty } in { $unit }: { $expected }, the line shows { $found }
    .why = The price was multiplied by a quantity in another unit, so the line is wrong by the factor between them.
    .fix = Billing converts the quantity into the unit of the price.
ARI-09 = Percentage of a wrong base
    .message = { $invoice }, row { $row }: { $percent } of { $base } is { $expected }, the line shows { $found }
    .why = No charge beside it explains the amount, so the percentage was taken of something else.
    .fix = Billing recomputes the line on the charges that the contract names as its base.
ARI-10 = Tax differs by a step of rounding
    .message = { $invoice }: tax is off by { $difference }, explained by { $method }
    .why = Nothing is wrong if the house rounds so; a client that rounds otherwise may ask.
    .fix = Nothing to do. Set the way of rounding in the policy to have it checked to the last unit.
ARI-11 = Amount in words is not the figure
    .message = { $invoice }: “{ $text }” is { $words }, the figure is { $figure }
    .why = Where words and figure differ, the words often count in law, and the client returns the form.
    .fix = Billing corrects the words, or the figure if that is the one that is wrong.

# PRC: price against rate card
PRC-01 = No rate for the charge
    .message = No rate for { $customer }, { $service }, on { $date }
    .why = Without a rate in force nobody can tell whether the price is right, and the client can refuse it.
    .fix = Pricing loads the missing rate. If the price was agreed for this job alone, attach the agreement and dismiss.
PRC-02 = More than one rate fits
    .message = { $count } rates fit { $service } on { $date }: { $prices }
    .why = The rate card contradicts itself, so the price cannot be checked. At stake is the dearest less the cheapest rate, times the quantity.
    .fix = Pricing ends or corrects all but one of the rates.
PRC-03 = Unit price differs from the contracted rate
    .message = { $service }: { $what } { $billed }, contracted { $rate } on { $date } ({ $percent })
    .why = Billed too high, the client disputes the invoice; billed too low, the difference is lost.
    .fix = Billing reprices the line. If the client agreed to the price, attach the agreement and dismiss.
PRC-04 = Price of a rate that has ended
    .message = { $service }: unit price { $billed } is of a rate that ended on { $ended }; in force on { $date }: { $current }
    .why = The price was right once. A new rate holds on the day of service, or none does.
    .fix = Billing reprices the line at the current rate. Without one, Pricing renews the old rate before release.
PRC-05 = Price of a rate that has not begun
    .message = { $service }: unit price { $billed } is of a rate that begins on { $begins }; in force on { $date }: { $current }
    .why = The new price does not hold yet on the day of service, and the client goes by that day.
    .fix = Billing reprices the line at the rate in force on the day of service.
PRC-06 = Minimum charge not applied
    .message = { $service }: { $net } is below the minimum of { $minimum }
    .why = The contract sets a least amount for a job. The rest up to it is not charged.
    .fix = Billing raises the charge to the minimum, or dismisses it if the client was promised less.
PRC-07 = Maximum charge exceeded
    .message = { $service }: { $net } is above the maximum of { $maximum }
    .why = The contract caps the charge. The client does not pay more than the cap.
    .fix = Billing cuts the charge down to the maximum.
PRC-08 = Wrong weight break or tier
    .message = { $service }, { $weight } { $unit }: billed at { $billed }; charged as { $as_weight } { $unit } the price is { $price }
    .why = The tariff steps down with the weight. The client works out the cheapest step that the contract allows.
    .fix = Billing reprices the line by the break that applies.
PRC-09 = Chargeable weight does not follow from weight and size
    .message = { $by ->
        [stated] { $job }: { $weight } kg and a volumetric weight of { $volume } kg give { $expected } kg, charged are { $billed } kg
       *[divisor] { $job }: { $weight } kg and { $volume } m³ by { $divisor } give { $expected } kg, charged are { $billed } kg
    }
    .why = The client works the weight out from its own measures. What is above it is not paid.
    .fix = Operations confirms weight and size from the carrier’s scan, and billing recomputes.
PRC-10 = Fuel surcharge or percentage differs from the contract
    .message = { $service }: billed { $billed }; contracted { $percent } of { $base } on { $date } is { $expected }
    .why = Surcharges follow a table that changes by week or month. The client recalculates them first.
    .fix = Billing recomputes the surcharge with the percentage in force on the day of service.
PRC-11 = Extra charge that the job does not support
    .message = { $by ->
        [mark] { $invoice }: { $charge } { $billed }, but the job says no under "{ $unit }"
       *[wait] { $invoice }: { $charge } { $billed }, but the job has { $days } { $unit } (free: { $free }): { $due } is due
    }
    .why = The client pays for waiting and other extras only as far as the job shows them, and asks for the proof. What is billed too low is lost.
    .fix = Operations shows that it happened, or how long. Billing takes off what nothing supports, and adds what is missing.
PRC-12 = Agreed discount missed, ended or given twice
    .message = { $service }: discount { $discount } { $state }: { $steps } = { $expected }, the line shows { $found }
    .why = A discount that is missed is claimed back; one that is given twice or too long is lost.
    .fix = Billing reprices the line with the discount of the contract.
PRC-13 = Price of nought, not marked as free
    .message = { $invoice }: { $service } is priced at 0
    .why = Either the price was forgotten, or a free service was given without anybody approving it.
    .fix = Sales confirms that it is free of charge, and billing says so on the line; else billing prices it.
PRC-14 = Price looks like a figure of another currency
    .message = { $service }: { $price } is billed in { $billed }, the rate is the same figure in { $agreed }
    .why = The figure was taken over without conversion, so the price is wrong by the exchange rate.
    .fix = Billing bills in the currency of the rate, or converts at the rate that was agreed.
PRC-15 = Billed below cost or margin
    .message = Job { $job }: billed { $billed }, cost { $cost }, margin { $margin }; at least { $floor } is wanted
    .why = The job loses money, by a price that is too low or a cost that is not passed on. For the house only.
    .fix = Pricing looks at the rate and at costs that the contract lets the house pass on.

# TAX: tax
TAX-01 = Tax is not the taxable amount × rate
    .message = { $by ->
        [usual] { $invoice }: tax on { $taxable } at { $rate } is { $expected }, shown is { $found }; no rate is stated, but { $share } of the taxes come to a usual one
       *[rate] { $invoice }: tax on { $taxable } at { $rate } is { $expected }, shown is { $found }
    }
    .why = The client may refuse the invoice for its tax, and the tax return would be wrong.
    .fix = Recompute the tax. Whether the rate itself is right, check with your tax team.
TAX-02 = Tax rate that the country does not have
    .message = { $invoice }: { $rate } is no rate for invoices in { $country }
    .why = A rate that does not exist makes the tax invoice invalid, whatever the arithmetic says.
    .fix = Billing corrects the rate or the tax code. Which rate applies, check with your tax team.
TAX-03 = Tax does not fit the countries
    .message = { $invoice }: { $seller } to { $buyer }, { $state }
    .why = A sale at home usually bears tax and one to another country does not. Either the tax or the country is wrong.
    .fix = Billing checks the place of supply with your tax team and corrects the tax or the country.
TAX-04 = No reason for leaving out the tax
    .message = { $invoice }: tax code { $code } needs its reason on the invoice
    .why = Without the legal reason in words the client’s system rejects the invoice, and the tax office may claim the tax.
    .fix = Billing prints the reason that belongs to the tax code. Which one it is, check with your tax team.
TAX-05 = Reverse charge without the buyer’s tax number
    .message = { $invoice }: the buyer owes the tax, and { $customer } has no tax number
    .why = Reverse charge holds only for a registered business. Without its number the seller owes the tax.
    .fix = Master data gets the tax number from the client before the invoice goes out.
TAX-06 = Tax number fails its check digit
    .message = { $customer }: tax number { $id } fails its check digit
    .why = A tax invoice with a wrong number is not valid, and the client cannot deduct the tax.
    .fix = Master data gets the number from the registration document and corrects it.
TAX-07 = Tax on what is only passed through
    .message = { $invoice }: { $service } bears { $tax } of tax
    .why = Duties and disbursements are the client’s own cost. Only the fee for advancing them is a taxed service.
    .fix = Billing takes the tax off the line, or says that it bills a service. Check with your tax team.
TAX-08 = Korean tax invoice issued too late
    .message = { $invoice }: written { $written }, issued { $issued }, deadline { $deadline }
    .why = After the tenth of the next month seller and buyer pay a penalty, and late input tax may be refused.
    .fix = Issue at once and tell the tax team. For the next run, close Korean invoices before the tenth.
TAX-09 = Corrected tax invoice without a legal reason
    .message = { $invoice } is a corrected tax invoice, its reason is { $reason }
    .why = The law knows six reasons for a corrected tax invoice, and the reason decides the date it must bear.
    .fix = The tax team chooses the reason, and billing enters it before the invoice is issued.
TAX-10 = Fapiao code, number or total is wrong
    .message = { $invoice }: { $problem }: { $found }
    .why = A fapiao that cannot be verified is not accepted for deduction, and the client returns it.
    .fix = Billing corrects the figure from the tax control system.

# FX: currency
FX-01 = Currency is not the agreed one
    .message = Invoice in { $found }, agreed currency { $agreed }
    .why = The client cannot post or pay an invoice in another currency than the agreed one, and sends it back.
    .fix = Billing issues the invoice in the agreed currency. If the agreement has changed, correct the customer list.
FX-02 = Several currencies on one invoice
    .message = { $invoice } mixes { $currencies }
    .why = Amounts in different currencies cannot be added up, so the invoice has no true total.
    .fix = Billing splits the invoice by currency, or converts the lines at a stated rate.
FX-03 = Exchange rate differs from the agreed source
    .message = { $invoice }: rate { $rate }, the source has { $expected } on { $date } ({ $percent })
    .why = The client converts with the agreed rate and pays the difference short.
    .fix = Treasury confirms the rate of the day, and billing recomputes.
FX-04 = Exchange rate is inverted or off by a factor
    .message = { $invoice }: rate { $rate } { $how }, usual is { $expected }
    .why = Every converted figure on the invoice is wrong by far.
    .fix = Billing corrects the rate and recomputes the local amounts.
FX-05 = Amount in local currency is missing or wrong
    .message = { $invoice }: local amount { $found }, at the rate { $rate } it is { $expected }
    .why = Tax offices and the client’s books need the local amount, and it must follow from the printed rate.
    .fix = Billing recomputes the local amount with the rate on the invoice.

# DAT: dates and terms
DAT-01 = Invoice date in a wrong period
    .message = Invoice date { $date } { $state } ({ $limit })
    .why = A document dated in the future or in a closed period cannot be posted where it belongs.
    .fix = Billing redates the invoice into the open period.
DAT-02 = Due date does not follow from the terms
    .message = Due date { $due }; { $terms } from { $date } gives { $expected }
    .why = A wrong due date is paid too late or disputed, and falsifies the ageing.
    .fix = Billing corrects the due date, or the terms if others were agreed.
DAT-03 = Due before the invoice date
    .message = Due date { $due } is before the invoice date { $date }
    .why = The invoice would be overdue on the day it is issued.
    .fix = Billing corrects whichever of the two dates is wrong.
DAT-04 = Payment terms are not the agreed ones
    .message = { $invoice }: terms { $stated }, agreed { $agreed }
    .why = The client pays by the agreed terms, and the invoice counts as overdue or as not due wrongly.
    .fix = Billing corrects the terms. If the agreement has changed, master data corrects the customer list.
DAT-05 = Service outside the billing period or contract
    .message = { $invoice }: the service of { $date } lies outside { $what }, { $from } to { $to }
    .why = The client books by period: what lies outside is refused, or counted twice next month.
    .fix = Billing moves the line to the right period, or corrects the period on the invoice.
DAT-06 = Billed before proof of delivery
    .message = Job { $job } billed on { $date }; proof of delivery: { $proof }
    .why = The client does not pay for a delivery that is not proved, and the dispute delays the whole invoice.
    .fix = Hold the job until Operations has the proof of delivery, or add its date to the job list.
DAT-07 = Billed later than allowed
    .message = Job { $job }: done on { $done }, billed on { $date }, { $days } days later; the limit is { $limit }
    .why = Many contracts let the client refuse what is billed too late.
    .fix = Billing gets approval to bill late, from the contract or from the client, before the invoice goes out.
DAT-08 = Billing period with a gap or an overlap
    .message = { $invoice }, { $charge }: { $from } to { $to } { $what } after { $other }
    .why = Days that are left out are lost revenue; days that are billed twice come back as a dispute.
    .fix = Billing corrects the period, or bills the days that are missing.
DAT-09 = Part of a month is not billed by its days
    .message = { $invoice }: { $days } of { $month_days } days at { $rate } are { $expected }, billed is { $found }
    .why = A service that began or ended in the month is due for its days. The rest is claimed back, or lost.
    .fix = Billing takes the price of the month times the days in service.
DAT-10 = Day and month may be the other way round
    .message = { $field }: “{ $value }” is no date in the order of its column; it could be { $readings }. Cells like it: { $count }
    .why = Dates of two orders in one column mean that others were read wrongly without a word: due dates and periods move by months.
    .fix = Whoever exports the file says which order it has; the column is then read again in it.
DAT-11 = Improbable date
    .message = { $field } is { $value }
    .why = Such dates come from empty cells, placeholders or a change of spreadsheet program. Everything reckoned from them is wrong.
    .fix = Correct the date in the source. If a whole column is four years and a day off, the workbook counts from 1904.

# CUS: client and requirements
CUS-01 = Customer is not in the customer list
    .message = { $customer } is not in the customer list
    .why = Terms, currency, tax and requirements are not known, so the invoice cannot be checked against them.
    .fix = Master data sets the customer up, or corrects the name on the invoice to the listed one.
CUS-02 = Invoice to a closed account
    .message = { $invoice }: { $customer } is marked “{ $status }” in the customer list
    .why = A closed or merged account receives no invoices, and nobody there pays them.
    .fix = Master data names the account that took over, or opens this one again.
CUS-03 = Invoice to another party than the contract
    .message = { $invoice }: { $field } is { $found }, by contract and client list it is { $expected }
    .why = The party that got the invoice did not sign for the service and has no reason to pay it.
    .fix = Master data checks who signed; billing issues the invoice to, or from, the right company.
CUS-04 = Invoice is not split as the client wants it
    .message = { $invoice } covers { $found }; the client’s rule is “{ $rule }”
    .why = The client books each invoice to one order, site or study and returns the ones that mix them.
    .fix = Billing groups the lines again by the client’s rule.
CUS-05 = No way to send the invoice
    .message = { $invoice } to { $customer }: { $field } is { $state }
    .why = An invoice that does not arrive is not due, and nobody notices until it is overdue.
    .fix = Master data gets the address or portal from the client before the invoice goes out.
CUS-06 = Language or format not as required
    .message = { $invoice }: { $field } { $found }, the client requires { $expected }
    .why = The client’s system or clerk cannot process it and asks for another one.
    .fix = Billing produces the invoice again as the client requires it.
CUS-07 = Cut-off day missed
    .message = { $invoice } is sent on { $date }; work of { $done } had to be in by { $cut_off } for { $customer }
    .why = The client pays it one run later, and month-end accruals of both sides are off.
    .fix = Billing agrees an exception with the client, or takes the invoice into the next cycle.
CUS-08 = Charge left out by agreement
    .message = { $charge } is not billable to { $customer }
    .why = The agreement says so: the client takes it off and disputes the invoice.
    .fix = Billing removes the line, or shows the amendment that allows it.
CUS-09 = Purchase order would be exceeded
    .message = { $invoice } brings the run to { $total } on order { $po }; { $left } is left of it
    .why = The client cannot receive against an order that is used up and sends the invoice back.
    .fix = Account management gets the order increased before the invoice goes out.
CUS-10 = Sources contradict each other
    .message = { $what }, { $field }: { $values }. Holds: { $holds }
    .why = An invoice that follows the wrong source comes back, or is paid late.
    .fix = Account management corrects the sources that are outranked. Where none outranks the other, it asks the client before the invoice goes out.
CUS-11 = Account on hold, delivered work stays billable
    .message = { $invoice }: { $customer } is marked “{ $status }”
    .why = A hold stops new orders. What was delivered is owed all the same, and an unsent invoice is never paid.
    .fix = Credit knows of it; the invoice goes out unless Credit says otherwise.

# REF: references
REF-01 = PO missing where the client needs one
    .message = { $customer } needs a PO number; { $invoice } has none
    .why = The client rejects invoices without a purchase order number.
    .fix = Account management obtains the number from the client; check the job first, it may have it.
REF-02 = Purchase order of another client, or wrongly written
    .message = { $invoice } to { $customer }: purchase order { $po } { $problem } { $owner }
    .why = The client does not know the order, and learns the number of another client.
    .fix = Account management gets the right order number before the invoice goes out.
REF-03 = Purchase order has ended
    .message = { $invoice }: order { $po } is over ({ $state })
    .why = The client’s system does not book against an order that has ended or is closed.
    .fix = Account management has the order renewed, or gets the number of the new one.
REF-04 = Job is not in the job list, or is cancelled there
    .message = { $job }: { $fault }
    .why = The invoice bills work of which there is no record or that was cancelled, or does not name its job, so that the true one stays unbilled.
    .fix = Operations confirms the job, or Billing corrects the number. A cancellation fee says so in its description.
REF-05 = Job belongs to another client
    .message = Job { $job } belongs to { $owner }, billed to { $customer }
    .why = The wrong client gets the bill, and sees another's business.
    .fix = Billing moves the job to an invoice of its own client. If the bill goes to a third party by agreement, dismiss.
REF-06 = Project or protocol number missing where required
    .message = { $place }: “{ $field }” is missing, { $customer } requires it
    .why = The client cannot charge the cost to a study or project, and sends the invoice back.
    .fix = Account management gets the number from the client.
REF-07 = Proof of delivery missing or without a name
    .message = Job { $job }, { $date }: { $problem }
    .why = A proof that nobody signed proves nothing when the client disputes the delivery.
    .fix = Operations gets the name from the carrier or the signed document.
REF-08 = Weight or pieces billed are not those of the job
    .message = { $what ->
        [figure] { $invoice }, job { $job }: { $found } billed, the job has { $expected } under "{ $column }"
        [pieces] { $invoice }, job { $job }: { $found } pieces billed, the job has { $expected }
       *[weight] { $invoice }, job { $job }: billed { $found } kg, the job has { $expected } kg
    }
    .why = The client checks the weight against the waybill, and disputes the difference.
    .fix = Operations confirms the weight from the carrier; billing corrects the line or the job.
REF-09 = Contact is no longer there
    .message = { $invoice } to { $customer }: contact { $contact } is marked “{ $state }”
    .why = The invoice lies in the mailbox of somebody who left, and nobody approves it.
    .fix = Master data asks the client who takes over and updates the list.

# CRB: credit and re-bill
CRB-01 = Credit note without its original invoice
    .message = { $credit }: { $fault }
    .why = The client cannot set it off against an invoice, and nobody can tell when more is credited than was billed.
    .fix = Billing adds the number of the invoice that is credited.
CRB-02 = More credited than was billed
    .message = { $original } billed { $whole }; with { $credit } the credits come to { $total }
    .why = The client gets back more than it was asked to pay.
    .fix = Billing reduces the last credit note, or names the invoice that it really belongs to.
CRB-03 = Credit note differs from its invoice
    .message = { $credit } credits { $original }: { $field } is { $found }, on the invoice { $expected }
    .why = The credit cannot be set off against the invoice, and the tax return does not balance.
    .fix = Billing issues the credit note again with the data of the original.
CRB-04 = Billed again without a credit
    .message = { $invoice } replaces { $original }, which was not credited
    .why = Both are open: the client is asked to pay twice.
    .fix = Billing credits the old invoice before the new one goes out.
CRB-05 = Credited and not billed again
    .message = { $credit } takes back { $original }; { $jobs } was delivered and is on no other invoice: { $revenue } would be lost
    .why = The service was done. Without another invoice its revenue is gone.
    .fix = Billing bills the job again, or has the loss approved.
CRB-06 = Credit note without reason or approval
    .message = { $credit }: { $field } is blank
    .why = Nobody can tell later why revenue was given back, and who allowed it.
    .fix = Billing states the reason and gets the approval before the note goes out.
CRB-07 = Credits miss the invoice by rounding
    .message = { $original } billed { $whole }; with { $credit } its credits come to { $total }
    .why = A rest of a cent stays open, is chased and keeps the invoice from closing.
    .fix = The last credit note takes the difference.
CRB-08 = Dispute upheld, no credit
    .message = { $dispute } about { $invoice } was decided “{ $verdict }” on { $date }, { $days } days ago; no credit note names it
    .why = The client was told that it is right and still gets reminders.
    .fix = Billing issues the credit note that was promised.

# STA: statistics
STA-01 = Amount is unusual for the client
    .message = { $charge }: { $amount }, usual is { $low } to { $high } over { $count } charges
    .why = Amounts that jump are where typing errors and wrong rates hide.
    .fix = Billing looks at the charge beside an earlier one and corrects or confirms it.
STA-02 = Month is unusual for the client
    .message = { $customer }: { $total } in the month, { $off } off the mean; the six months before were { $low } to { $high }
    .why = Work that is missing or billed twice shows in the total of the month first.
    .fix = Billing explains the difference, or finds the jobs behind it.
STA-03 = Figure looks mistyped
    .message = { $charge }: { $found }, usual is { $usual } over { $count } charges
    .why = A digit too many, too few or two changed over is the commonest slip of the pen.
    .fix = Billing compares the figure with the rate or the job and corrects it.
STA-04 = Price for one is unusual for the client
    .message = { $charge }: { $rate } for one, usual is { $low } to { $high } over { $count } charges
    .why = A price that jumps without a new contract means a wrong rate, unit or weight.
    .fix = Billing checks rate, unit and quantity of the line.
STA-05 = Usual monthly charge is missing
    .message = { $customer }: { $charge } came every month, last on { $last }, and is not billed this month
    .why = A recurring charge that is left out is lost unless somebody notices within the billing limit.
    .fix = Billing adds the charge, or confirms that the service has ended.
STA-06 = Charge is new for the client
    .message = { $customer } was never billed { $charge } before
    .why = A charge that the client does not know is questioned first, and may belong to another client.
    .fix = Billing confirms that the client ordered it.
STA-07 = Amounts of one preparer gather
    .message = { $preparer }: { $count } of { $all } { $what }
    .why = Estimates typed as amounts, and credits kept under the limit, show as such clusters. It may also be chance.
    .fix = A second person looks at a few of them beside their jobs and approvals.

# SEQ: number sequence
SEQ-01 = Gap in the number series
    .message = { $count ->
        [one] { $from } is missing
       *[other] { $from } to { $to } are missing, { $count } numbers
    }
    .why = An auditor or tax inspector asks for each number: cancelled, in another list, or left out of the run.
    .fix = Billing accounts for each number: find the invoice, or record that the number was not used.
SEQ-02 = Number and date are out of order
    .message = { $invoice } is dated { $date }, { $other } { $other_date }
    .why = A number given out of turn, or a date moved into another period, is what tax inspectors look for.
    .fix = Billing explains the order, or corrects the date.
SEQ-03 = Number of another year or series
    .message = { $what ->
        [month] { $invoice } carries the month { $found }, by its date it should be { $usual }
        [series] { $invoice } begins with { $found }, nearly all others with { $usual }
       *[year] { $invoice } carries the year { $found } and is dated in { $usual }
    }
    .why = The number belongs to a series that is closed or that another company uses, or the date is wrong.
    .fix = Billing gives it a number of its own series and year, or corrects the date.
SEQ-04 = Cancelled number without a record
    .message = { $invoice } is marked “{ $status }” and nothing says why
    .why = Each number of the series must be accounted for; a cancelled one by its reason.
    .fix = Billing records why the number was cancelled and who approved it.

# Words inside messages
charge-whole-invoice = the whole invoice
cell-no-value = a formula that was never calculated
tax-rates-of-lines = the rates of its lines
amount-less-discount = {" "}less discount
period-future = is after the as-of date
period-closed = lies in the closed period
value-none = none
value-not-stated = not stated
channel-missing = blank
channel-bounced = bounced
channel-no-address = no address
period-gap = is left out
period-overlap = is billed twice
evidence-month-price = Price of a whole month
round-amounts = invoices are round amounts, which others hardly bill
round-below-limit = credit notes lie just below the amount that needs an approval
price-of-one = unit price
price-of-all = amount
need-card-columns = The columns of the rate card that tell its rows apart (one of them is not read)
need-as-weight = A contract that charges as the next weight break (the lines never do)
need-fx-way = Local amounts that follow from the exchange rate on at least half of the rows
po-of-other = belongs to
po-unlike = is not written like the others:
pod-unsigned = nobody's name is on the proof of delivery
pod-none = delivered, and there is no proof of delivery
