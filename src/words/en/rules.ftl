# Words: rules

ID-01 = Invoice without a number
    .message = Row { $row } has no invoice number
    .why = An invoice without a number cannot be sent, paid or credited, and breaks the number series.
    .fix = Billing assigns the next number of the series, or removes the row if it is no invoice.
