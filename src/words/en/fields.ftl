# Words: fields

## Fields

field-invoice-no = Invoice no.
field-line-no = Line no.
field-doc-type = Document type
field-original-invoice = Original invoice
field-customer-no = Customer no.
field-customer-name = Customer
field-vendor-name = Carrier or supplier
field-tax-id = Tax ID
field-entity = Own company
field-contact = Contact
field-owner = Owner
field-status = Status
field-text = Description
field-job-no = Job no.
field-awb = Waybill no.
field-container = Container
field-service-date = Service date
field-pickup-date = Pickup date
field-delivery-date = Delivery date
field-pod-date = POD date
field-pod-name = Signed for by
field-origin = Origin
field-destination = Destination
field-service-code = Service or charge code
field-weight = Weight
field-chargeable-weight = Chargeable weight
field-pieces = Pieces
field-demurrage-days = Demurrage days
field-detention-days = Detention days
field-project = Project or protocol no.
field-site = Site
field-hold-reason = Reason not billed
field-contract-no = Contract no.
field-invoice-date = Invoice date
field-due-date = Due date
field-sent-date = Sent date
field-period = Period
field-terms = Payment terms
field-valid-from = Valid from
field-valid-to = Valid to
field-net = Net amount
field-tax = Tax
field-tax-rate = Tax rate
field-gross = Gross amount
field-open-amount = Open amount
field-amount = Amount
field-currency = Currency
field-fx-rate = Exchange rate
field-qty = Quantity
field-unit = Unit
field-unit-price = Unit price
field-freight-charge = Freight or base charge
field-fuel-charge = Fuel surcharge
field-demurrage-charge = Demurrage
field-detention-charge = Detention
field-storage-charge = Storage
field-handling-charge = Handling
field-customs-charge = Customs and duties
field-other-charge = Other charges
field-discount = Discount
field-min-charge = Minimum charge
field-max-charge = Maximum charge
field-fuel-percent = Fuel surcharge %
field-free-days = Free days
field-day-rate = Rate per day
field-weight-from = Weight from
field-weight-to = Weight to
field-est-revenue = Expected revenue
field-cost = Cost
field-credit-limit = Credit limit
field-po-no = Purchase order no.
field-po-required = PO required
field-project-required = Project no. required
field-pod-required = POD required
field-payment-no = Payment no.
field-payment-date = Payment date
field-payer-name = Payer
field-payer-account = Payer's account
field-payment-ref = Payment reference
field-cleared-date = Cleared on
field-disputed = Disputed
field-value-date = Value date
field-booking-date = Booking date
field-debit = Debit (money out)
field-credit = Credit (money in)
field-balance = Running balance
field-end-to-end-id = Payer's reference (end-to-end id)
field-bank-ref = Bank reference
field-remittance = Remittance text
field-transaction-code = Transaction code
field-statement-no = Statement no.
field-bank-account = Own bank account
field-period-from = Period from
field-period-to = Period to
field-start-date = Service started on
field-end-date = Service ended on
field-split-rule = One invoice per
field-delivery-channel = Invoices are sent by
field-email = E-mail for invoices
field-language = Language
field-invoice-format = Invoice format
field-cut-off = Billing cut-off day
field-excluded-charges = Charges not billable
field-billing-schedule = Billing schedule
field-contact-status = Contact status
field-correction-reason = Reason for the correction
field-approved-by = Approved by
field-preparer = Prepared by
field-po-amount = Order amount
field-po-used = Used of the order
field-po-balance = Left of the order
field-dispute-no = Dispute no.
field-verdict = Verdict
field-resolved-date = Resolved on
field-pod-status = POD status
field-cost-status = Vendor cost status
field-approval-status = Approval of extra charges
field-quote-status = Spot quote status
field-quality-status = Quality status
field-portal-status = Portal or e-invoice status
field-claim-status = Claim status
field-duty-receipt = Duty receipt
field-interface-status = Interface status

## Kinds of table

kind-jobs = Jobs
kind-prior-jobs = Unbilled jobs of the last period
kind-prior-items = Open items of the last period
kind-invoices = Invoices
kind-lines = Invoice lines
kind-rates = Rate card
kind-customers = Customers and their requirements
kind-payments = Payments
kind-remittances = Remittance advices
kind-bank-lines = Bank statement lines
kind-orders = Purchase orders
kind-disputes = Disputes
kind-other = Not used

## Kinds of value

value-id = Identifier
value-text = Text
value-date = Date
value-amount = Amount of money
value-number = Number
value-percent = Percent
value-currency = Currency
value-flag = Yes or no

## Why a column was taken for a field

why-header = The header is a known word for this
why-header-words = The header contains the words for this
why-header-key = The header is a key of a database table
why-values = The cells are what this holds
why-unique = Every row has its own value
why-overlap = The values are found in another file
why-arithmetic = The sums work out
why-remembered = You confirmed this layout before
why-chosen = You chose it
why-format = The format itself says so

## Questions about a sheet

ask-kind = What does this sheet hold? Its columns fit more than one kind of list, or none fully; choose one.
ask-field = Which column is { $field }? More than one could be, or none is sure; choose one, or leave it out.
ask-scale = Are the amounts in { $column } in units, thousands or millions? Its header or the title names a larger unit.
ask-number-style = Which mark separates the decimals in { $column }? Its numbers can be read in two ways.
ask-date-order = In which order are day and month written in { $column }? Its dates can be read in two ways.

## Answers

number-style-point = 1,234.56
number-style-comma = 1.234,56
date-order-day-month-year = Day, month, year
date-order-month-day-year = Month, day, year
date-order-year-month-day = Year, month, day
