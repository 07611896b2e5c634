# Words: problems and refusals of reading

stage-open = Opening
stage-rows = Reading rows

file-xlsx = an Excel workbook
file-xlsb = a binary Excel workbook
file-xls = an Excel 97–2003 workbook
file-ods = an OpenDocument spreadsheet
file-text = delimited text
file-html = a web page saved as a spreadsheet
file-mhtml = a web archive saved as a spreadsheet
file-spreadsheet-xml = an Excel 2003 XML spreadsheet
file-printed-list = a printed list (SAP “unconverted”)
file-archive = a packed archive
file-mt940 = an MT940 or MT942 bank statement
file-camt = an ISO 20022 bank statement (CAMT)
file-bai2 = a BAI2 bank report
file-ofx = an OFX or QFX bank statement
file-qif = a QIF bank statement
file-lockbox = a lockbox file
file-e-invoice = an electronic invoice (UBL or CII)
file-exchange = a SYLK, DIF or dBase table

format-archive = a packed archive
format-bai2 = a BAI2 bank statement
format-binary = a binary file without a table
format-camt = an ISO 20022 bank message
format-database = a database file
format-document = a text document
format-e-invoice = an electronic invoice
format-ebcdic = a mainframe file in EBCDIC
format-edi = an EDI message
format-image = a picture
format-json = a JSON file
format-lotus = a Lotus 1-2-3 worksheet
format-mail = a saved e-mail
format-mt940 = an MT940 bank statement
format-numbers = an Apple Numbers document
format-ofx = an OFX bank statement
format-pdf = a PDF document
format-presentation = a presentation
format-program = a program
format-qif = a QIF bank statement
format-xml = an XML file

refused-empty =
    .what = The file is empty.
    .why = It holds no characters besides blanks and line ends.
    .remedy = Export the list again and check that rows were selected.
refused-damaged =
    .what = The file is damaged.
    .why = Part of its contents is missing or does not fit together; it may have been cut off while it was copied.
    .remedy = Open it in Excel, let Excel repair it and save it anew, or ask the sender for it again.
refused-encrypted =
    .what = The file is protected with a password.
    .why = Its contents are encrypted and cannot be read without the password.
    .remedy = Enter the password; in a terminal, give it with --password-file. Or save a copy without it in Excel, under File, Info, Protect workbook.
refused-wrong-password =
    .what = The password does not open this file.
    .why = It was tried against the file and does not fit; capitals and the keyboard's language count.
    .remedy = Enter the password again, or ask the sender for it.
refused-locked-archive =
    .what = The archive is protected with a password.
    .why = The files in it are encrypted, and archives are opened only without a password.
    .remedy = Unpack it with the password, and add the files that were in it.
refused-unknown-encryption =
    .what = The file is encrypted in a way that is not read.
    .why = It uses a cipher or a provider other than those of Excel.
    .remedy = Open it in Excel with the password, save it as xlsx with a new password or without one, and add that.
refused-protected =
    .what = The file is under rights management.
    .why = Your organisation or the sender has restricted who may open it, and only Office can lift that.
    .remedy = Open it in Excel and save a copy without the restriction, or ask the sender for one.
refused-too-large =
    .what = The file is too large.
    .why = It has { $size } MB; up to { $limit } MB fit into the memory of a browser tab.
    .remedy = Split it, for instance by month or by company, and add the parts.
refused-too-many-cells =
    .what = The sheet is too large.
    .why = It spans { $rows } rows and { $columns } columns; up to { $limit } cells fit into the memory of a browser tab.
    .remedy = Delete the columns and rows that are not needed, also empty ones far to the right, or split the file.
refused-zip-bomb =
    .what = The file unpacks to far more than a workbook holds.
    .why = Its contents would fill { $size } MB, packed into a fraction of that; files made to exhaust a computer look like this.
    .remedy = Do not open it. Ask the sender for the list in another way.
refused-nested-too-deep =
    .what = The archive is nested too deep.
    .why = It holds archives within archives beyond { $limit } levels.
    .remedy = Unpack it and add the files that you need.
refused-unknown =
    .what = This is no list that can be read.
    .why = The contents look like { $format }.
    .remedy = Add the list as xlsx, xls, ods or csv.
refused-other-format =
    .what = This form of spreadsheet is not read.
    .why = Whatever its name, the contents are { $format }.
    .remedy = Open it in Excel or LibreOffice, save it as xlsx, and add that.
refused-bank-format =
    .what = Bank statements of this form are not read yet.
    .why = The contents are { $format }.
    .remedy = Export the movements from online banking as csv or xlsx and add that.
refused-no-sheet =
    .what = The workbook has no sheet with cells.
    .why = All its sheets are empty or hold only charts.
    .remedy = Check that the list was saved, and add the file again.
refused-unread-workbook =
    .what = The workbook could not be read.
    .why = It is damaged, or it holds something that only Excel understands.
    .remedy = Open it in Excel, save it as xlsx, and add that.

problem-wrongly-named = The name ends in .{ $extension }, but the contents are { $kind }. It was read as what it is.
problem-replaced-characters = Some characters could not be read as { $encoding } and were replaced by �. Save the file as UTF-8 and add it again if names or references are affected.
problem-nulls = { $count ->
    [one] One NUL character was left out. The program that wrote the file leaves gaps; check references that look too short.
   *[other] { $count } NUL characters were left out. The program that wrote the file leaves gaps; check references that look too short.
    }
problem-mojibake = Letters such as Ã© show that the text was saved in a wrong encoding before. A repaired reading is offered among the encodings; ask for a new export if it does not help.
problem-open-quote = A quotation mark opens a cell here and is never closed. It was taken as an ordinary character; check this row.
problem-open-quotes = { $count ->
    [one] One more row has a quotation mark that is never closed.
   *[other] { $count } more rows have a quotation mark that is never closed.
    }
problem-row-short = This row has { $found } cells, the list has { $expected }. The missing ones count as blank.
problem-row-long = This row has { $found } cells, the list has { $expected }. A separator inside a text may have shifted its cells.
problem-rows-ragged = { $count ->
    [one] One more row has too few or too many cells.
   *[other] { $count } more rows have too few or too many cells.
    }
problem-columns-beyond = { $count ->
    [one] One cell stands to the right of column { $limit } and was not read. Delete it or move the list to the left.
   *[other] { $count } cells stand to the right of column { $limit } and were not read. Delete them or move the list to the left.
    }
problem-cell-cut = A cell holds more than { $limit } characters. The rest was left out.
problem-cells-replaced = { $count ->
    [one] One cell stands twice in the file with different values; the later one counts.
   *[other] { $count } cells stand twice in the file with different values; the later ones count.
    }
problem-gap-rows = { $count ->
    [one] One empty row before a far-off cell was passed over.
   *[other] { $count } empty rows before a far-off cell were passed over.
    }
problem-tables-on-sheet = This sheet holds { $count } tables. Each was read by itself; its name ends with its range.
problem-filled-down = { $count ->
    [one] { $field }: one row without a value was given that of its group.
   *[other] { $field }: { $count } rows without a value were given that of their group.
    }
problem-labels-lifted = { $count ->
    [one] “{ $labels }” stands above its rows. It was read as a column behind the last.
   *[other] “{ $labels }” stand above their rows. They were read as { $count } columns behind the last.
    }
problem-headers-once = Rows of one { $column } repeat its { $total }. What they say of it was read once as well, as a list of its own.
problem-matrix-unfolded = Columns { $first } to { $last } hold prices by weight, zone or container. Each price was read as a rate of its own: { $count } rates from { $lanes } rows and { $cells } cells. { $blank ->
    [0] Every cell holds a price.
    [one] One cell holds no price.
   *[other] { $blank } cells hold no price.
    }
problem-matrix-unit = Nothing says what a price in columns { $first } to { $last } is for, a kilogram, a shipment or a piece. Choose it as the unit, or write it above the list, for example “per kg”.
problem-matrix-ends = Columns { $first } to { $last } look like prices by weight, but nothing says whether they hold from the weight above them or up to it. Write “from kg” or “up to kg” over the weights, and load the file again.
problem-matrix-side-ends = Columns { $first } to { $last } look like prices by weight and zone, but nothing says whether the weights in column { $weights } are where a price begins or up to where it holds. Write “from kg” or “up to kg” over them, and load the file again.
problem-matrix-further = Columns { $first } to { $last } look like prices by weight or zone, beside a price for each further kilogram. Such prices cannot be read as rates: enter them as lines with a weight from and to, and load the file again.
problem-hidden-sheet = This sheet is hidden in the workbook. It is left out until its rows are taken in.
problem-hidden-columns = { $count ->
    [one] One column is hidden in the workbook. It was read like the others.
   *[other] { $count } columns are hidden in the workbook. They were read like the others.
    }
problem-veiled-cells = { $count ->
    [one] One cell has a number format that shows nothing. Its value was read.
   *[other] { $count } cells have a number format that shows nothing. Their values were read.
    }
problem-merged-rows = { $count ->
    [one] One merged cell reaches over several rows. Its value counts for the first of them only.
   *[other] { $count } merged cells reach over several rows. Their values count for the first row of each only.
    }
problem-calculated-by-hand = This workbook calculates its formulas only when asked, so their values may be old. Recalculate it in Excel (F9), save and add it again if in doubt.
problem-hidden-rows = { $count ->
    [one] One row is hidden or filtered out in the workbook. It was read like the others.
   *[other] { $count } rows are hidden or filtered out in the workbook. They were read like the others.
    }
problem-no-value = { $field }: the formula has no value. Open the file in Excel, save it, and add it again.
problem-cell-error = { $field }: the cell shows the error { $text }. Repair it at its source.
problem-cells-refer = { $count ->
    [one] { $field }: one cell refers to another row of this list: “{ $text }” is row { $row }. The figure is counted there.
   *[other] { $field }: { $count } cells refer to another row of this list, the first (“{ $text }”) to row { $row }. The figures are counted there, once each.
    }
problem-cells-explain = { $count ->
    [one] { $field }: one cell says why there is no figure: { $texts }.
   *[other] { $field }: { $count } cells say why there is no figure: { $texts }.
    }
problem-number-unread = { $field }: “{ $text }” cannot be read as a number.
problem-date-unread = { $field }: “{ $text }” cannot be read as a date.
problem-number-two-ways = { $field }: “{ $text }” can be read in two ways. Choose the decimal mark of this column.
problem-date-two-ways = { $field }: “{ $text }” can be read in two ways. Choose the order of day and month of this column.
problem-currency-unread = { $field }: “{ $text }” names no currency.
problem-flag-unread = { $field }: “{ $text }” is neither yes nor no.
problem-text-unread = { $field }: “{ $text }” cannot be read as text.
problem-id-destroyed = { $field }: “{ $text }” is what a spreadsheet has left of a longer number. Export the list again with this column as text.
problem-ids-destroyed = { $count ->
    [one] { $field }: one more number is what a spreadsheet has left of a longer one.
   *[other] { $field }: { $count } more numbers are what a spreadsheet has left of longer ones.
    }
problem-more-unread = { $count ->
    [one] { $field }: one more cell cannot be read.
   *[other] { $field }: { $count } more cells cannot be read.
    }
problem-total-differs = { $field }: the total row says { $stated }, its rows add up to { $counted }. A row may be missing or hidden at the source.
problem-statement-differs = Statement { $number } of account { $account } does not tie: opening { $opening } and movements { $movements } against closing { $closing } { $currency }, a difference of { $difference }. Ask the bank for the missing lines, or check which ones were left out.
problem-statement-sum-differs = Statement { $number } of account { $account } states a sum of { $stated } { $currency }; its lines come to { $counted }. Check whether lines are missing.
problem-statement-count-differs = Statement { $number } of account { $account } { $currency } states { $stated } lines and holds { $counted }. Check whether lines are missing.
problem-statement-open = A statement of account { $account } states no closing balance, so nothing shows whether lines are missing. Ask the bank for the whole statement.
problem-statement-gap = Statement { $number } of account { $account } opens with { $opening }, and the one before it closed with { $closing }. Ask the bank for the statement between them.
problem-balance-breaks = The balance { $balance } is { $difference } away from the balance before it and this line. Check whether a line is missing here.
problem-side-turned = The column of debits and credits says the opposite of the balance. The signs follow the balance; ask the bank whose view the column takes.
problem-signs-by-balance = The amounts stand without a sign, so the running balance decided which are debits. Check the first line, to which no balance leads.
problem-sign-unknown = { $count ->
    [one] One amount has neither a sign nor a mark of debit or credit and counts as it stands. Look at it, or choose the column that says it.
   *[other] { $count } amounts have neither a sign nor a mark of debit or credit and count as they stand. Look at them, or choose the column that says it.
}
problem-currency-marked = { $count ->
    [one] An amount here is marked { $marked }, and the currency of its row is { $stated }. It counts as { $stated }; check which of the two is right.
   *[other] { $count } amounts are marked { $marked }, and the currency of their rows is { $stated }. They count as { $stated }; check which of the two is right.
    }
problem-sep-ignored = The first line says that “{ $mark }” parts the columns, but nothing is parted by it. “{ $used }” was taken instead.
problem-lines-quoted = Each whole line of the list stands in quotes. They were taken off and the line parted as a list; ask for the list without them.
problem-thousands-joined = Commas inside an amount parted this row; the amount was put together again. Ask for a list with amounts in quotes or without commas.
problem-rows-thousands-joined = { $count ->
    [one] In one more row an amount was put together again.
   *[other] In { $count } more rows an amount was put together again.
}
problem-debits-unsigned = Account { $account }: debits without a minus sign, and no amount with one: { $count }. They count as receipts as they stand; ask the bank for the file again, or check them against the statement.
problem-bank-line-unread = The line “{ $text }” could not be read and is not counted. Look at it in the file, or ask the bank for the statement again.
problem-batch-differs = The payments of this batch come to { $details }, the entry to { $stated }. It is kept as one line; ask the bank for its details.
problem-reversals-turned = In statement { $number } the reversals are counted on the opposite side of what the file says, since only then do opening and closing agree.
problem-entries-not-booked = Statement { $number } has entries that are only pending or informational: { $count }. They are not booked yet and are left out.
problem-lines-pending = { $count ->
    [one] One line is announced and not booked yet. It is left out.
   *[other] { $count } lines are announced and not booked yet. They are left out.
}
problem-trades-left-out = Trades of securities on account { $account }: { $count }. They are no bank movements and are left out.
problem-control-total-differs = Record { $record } states a control total of { $stated }; the amounts above it come to { $counted } in minor units. Check whether records are missing.
problem-control-count-differs = Record { $record } states { $stated } accounts or groups, and { $counted } stand above it. Check whether records are missing.
problem-control-records-differ = Record { $record } states { $stated } records, and there are { $counted }. Check whether records are missing.
problem-lines-aside = { $count ->
    [one] Invoice { $invoice } has a line that sums up others or is only a remark. It is left out, so that nothing counts twice.
   *[other] Invoice { $invoice } has { $count } lines that sum up others or are only remarks. They are left out, so that nothing counts twice.
    }
problem-due-dates-several = Invoice { $invoice } is payable in instalments, due { $dates }. No due date was taken for the whole; ask the sender or enter the one that counts.
problem-invoice-total-differs = Invoice { $invoice } states { $stated } as its { $term }; worked out from its parts it is { $counted }. Ask the sender which of them is right.
problem-row-unmapped = This row holds text only in columns that are not used. It was rejected.
problem-rows-unmapped = { $count ->
    [one] One more row holds text only in columns that are not used. It was rejected.
   *[other] { $count } more rows hold text only in columns that are not used. They were rejected.
    }
problem-sheets-beyond = { $count ->
    [one] One sheet beyond the first { $limit } was not read.
   *[other] { $count } sheets beyond the first { $limit } were not read.
    }
problem-member-refused = { $member } in the archive was not read: { $why } The other files in it were.
problem-members-beyond = The archive holds more than { $limit } files. The rest was not read; unpack it and add the missing ones.
problem-ends-early = The file breaks off before its end. What stands before that was read; ask for the file again, since rows may be missing.
problem-bars-misfit = This row has more bars than the list has columns. The widths of the header decided which of them belong to a text; check this row.
problem-blocks-filled = { $labels }: these stood above the lists and were written into each row below them, as columns of their own.
problem-cells-unread = { $count ->
    [one] One cell could not be read, because the file is damaged there. Compare the list with its source.
   *[other] { $count } cells could not be read, because the file is damaged there. Compare the list with its source.
    }
problem-sheet-cut = The end of this sheet is missing in the file, and rows may be lost. Ask for the file again, or compare its totals with the source.
problem-sheet-missing = The workbook names a sheet “{ $name }” that is not in the file. Ask for the file again if the list was on it.
problem-row-other-mark = This row is parted by another mark than the rest of the list. It was read by that mark, since it then has all columns.
problem-rows-other-mark = { $count ->
        [one] One more row is parted by another mark than the rest of the list.
       *[other] { $count } more rows are parted by another mark than the rest of the list.
    }
problem-rows-deleted = { $count ->
    [one] One row is marked as deleted in the table and was not read.
   *[other] { $count } rows are marked as deleted in the table and were not read.
    }

advice-one-table = Several lists share one sheet, or rows repeat what belongs to the whole invoice{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please send one list a sheet, with the header in the first row and one row a record.
advice-every-row = Values stand only above their rows or on the first of a group{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please repeat customer, company code and document number on every row, without headings and blank cells between.
advice-ids-as-text = Long numbers were shortened by the spreadsheet{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please export document and customer numbers as text, so that zeros in front and all digits are kept.
advice-dates = Dates could not be read, or day and month could be either{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please write dates as year, month, day (2026-05-30), the same way in the whole column.
advice-decimal-mark = Numbers could be read in two ways{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please export amounts as numbers, or as text without separators of thousands.
advice-whole-amounts = Amounts are in thousands or millions{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please export amounts in single units with all decimals; rounded figures cannot be tied to invoices.
advice-values = Cells show errors or formulas without a value{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please paste values before sending, and repair cells that show an error.
advice-totals = Total rows do not agree with their rows{ $rows ->
    [0] {""}
   *[other] {" "}({ $rows })
    }
    .ask = Please check for hidden or deleted rows, and export the list again without filters.
