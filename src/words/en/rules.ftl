# Words: rules

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
