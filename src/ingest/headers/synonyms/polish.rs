//! Polish headers: what the banks of Poland write over their lists, and the words of invoices, jobs
//! and ledgers.

use super::{Foreign, Synonyms};
use crate::table::Field;

// Packed: one word a line would make five hundred lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms { pl: &["Data waluty"], ..Synonyms::field(Field::ValueDate) },
    Synonyms {
        pl: &["Data księgowania", "Data zaksięgowania", "Data rozliczenia"],
        vague: &["Data operacji", "Data transakcji"],
        ..Synonyms::field(Field::BookingDate)
    },
    Synonyms { pl: &["Obciążenia", "Obciążenie", "Wypłaty", "Wydatki", "Kwota obciążenia", "Wn", "Kwota Wn"], ..Synonyms::field(Field::Debit) },
    Synonyms { pl: &["Uznania", "Uznanie", "Wpłaty", "Wpływy", "Kwota uznania", "Kwota Ma"], ..Synonyms::field(Field::Credit) },
    Synonyms {
        pl: &["Saldo po operacji", "Saldo po transakcji", "Saldo końcowe", "Saldo po księgowaniu"],
        ..Synonyms::field(Field::Balance)
    },
    Synonyms { pl: &["Wn/Ma", "Uznanie/Obciążenie", "Obciążenie/Uznanie"], ..Synonyms::field(Field::Side) },
    Synonyms {
        pl: &["Typ transakcji", "Typ operacji", "Rodzaj operacji", "Rodzaj transakcji"],
        vague: &["Opis operacji"],
        ..Synonyms::field(Field::TransactionCode)
    },
    Synonyms {
        pl: &["Tytuł", "Tytuł operacji", "Tytuł przelewu", "Tytuł płatności", "Tytułem", "Szczegóły transakcji"],
        vague: &["Opis transakcji", "Opis operacji", "Opis"],
        ..Synonyms::field(Field::Remittance)
    },
    Synonyms {
        pl: &[
            "Nadawca/Odbiorca", "Nadawca / Odbiorca", "Dane kontrahenta", "Nazwa nadawcy/odbiorcy", "Nazwa nadawcy", "Zleceniodawca",
            "Dane nadawcy", "Nadawca przelewu", "Wpłacający",
        ],
        vague: &["Kontrahent", "Nazwa kontrahenta", "Nadawca"],
        ..Synonyms::field(Field::PayerName)
    },
    Synonyms {
        pl: &["Numer rachunku kontrahenta", "Rachunek kontrahenta", "Rachunek nadawcy", "Numer rachunku nadawcy", "Rachunek nadawcy/odbiorcy", "Konto kontrahenta"],
        vague: &["Numer konta", "Numer rachunku"],
        ..Synonyms::field(Field::PayerAccount)
    },
    Synonyms {
        pl: &["Rachunek własny", "Mój rachunek", "Rachunek posiadacza"],
        vague: &["Numer konta", "Numer rachunku", "Rachunek"],
        ..Synonyms::field(Field::BankAccount)
    },
    Synonyms { pl: &["Numer referencyjny", "Numer transakcji", "Nr transakcji", "Identyfikator transakcji", "Numer operacji"], ..Synonyms::field(Field::BankRef) },
    Synonyms { pl: &["Numer wyciągu", "Nr wyciągu"], ..Synonyms::field(Field::StatementNo) },
    Synonyms { pl: &["Waluta", "Kod waluty"], ..Synonyms::field(Field::Currency) },
    Synonyms { pl: &["Kwota", "Kwota operacji", "Kwota transakcji"], ..Synonyms::field(Field::Amount) },
    Synonyms {
        pl: &["Numer faktury", "Nr faktury", "Faktura", "Nr FV", "Numer FV", "Faktura nr"],
        vague: &["Numer dokumentu", "Nr dokumentu", "Dokument"],
        ..Synonyms::field(Field::InvoiceNo)
    },
    Synonyms { pl: &["Data wystawienia", "Data faktury", "Data wystawienia faktury"], vague: &["Data dokumentu"], ..Synonyms::field(Field::InvoiceDate) },
    Synonyms { pl: &["Data sprzedaży", "Data wykonania usługi", "Data usługi"], ..Synonyms::field(Field::ServiceDate) },
    Synonyms { pl: &["Termin płatności", "Termin zapłaty", "Data płatności do"], ..Synonyms::field(Field::DueDate) },
    Synonyms { pl: &["Warunki płatności", "Forma i termin płatności"], ..Synonyms::field(Field::Terms) },
    Synonyms { pl: &["Kod kontrahenta", "Numer klienta", "Nr klienta", "Kod klienta", "Numer kontrahenta"], ..Synonyms::field(Field::CustomerNo) },
    Synonyms { pl: &["Nabywca", "Klient", "Nazwa klienta", "Nazwa nabywcy", "Odbiorca faktury", "Kontrahent", "Nazwa kontrahenta"], ..Synonyms::field(Field::CustomerName) },
    Synonyms { pl: &["NIP", "NIP nabywcy", "Numer NIP", "NIP kontrahenta"], ..Synonyms::field(Field::TaxId) },
    Synonyms { pl: &["Dostawca", "Przewoźnik", "Nazwa dostawcy"], ..Synonyms::field(Field::VendorName) },
    Synonyms { pl: &["Kwota netto", "Wartość netto", "Razem netto", "Suma netto"], ..Synonyms::field(Field::Net) },
    Synonyms { pl: &["Kwota VAT", "Wartość VAT", "Podatek VAT"], ..Synonyms::field(Field::Tax) },
    Synonyms { pl: &["Stawka VAT", "% VAT"], ..Synonyms::field(Field::TaxRate) },
    Synonyms { pl: &["Kwota brutto", "Wartość brutto", "Razem brutto", "Suma brutto"], ..Synonyms::field(Field::Gross) },
    Synonyms {
        pl: &["Pozostało do zapłaty", "Pozostało", "Kwota do zapłaty", "Należność", "Nierozliczone", "Pozostaje", "Do rozliczenia", "Pozostaje do zapłaty"],
        ..Synonyms::field(Field::OpenAmount)
    },
    Synonyms { pl: &["Ilość"], ..Synonyms::field(Field::Qty) },
    Synonyms { pl: &["Jednostka", "J.m.", "Jednostka miary"], ..Synonyms::field(Field::Unit) },
    Synonyms { pl: &["Cena", "Cena jednostkowa", "Cena netto", "Cena jednostkowa netto"], ..Synonyms::field(Field::UnitPrice) },
    Synonyms { pl: &["Rabat"], ..Synonyms::field(Field::Discount) },
    Synonyms { vague: &["Opis", "Uwagi", "Nazwa towaru", "Nazwa usługi", "Nazwa towaru lub usługi"], ..Synonyms::field(Field::Text) },
    Synonyms { pl: &["Numer zamówienia", "Nr zamówienia", "Zamówienie klienta"], ..Synonyms::field(Field::PoNo) },
    Synonyms { pl: &["Numer zlecenia", "Nr zlecenia", "Zlecenie", "Zlecenie transportowe", "Numer przesyłki"], ..Synonyms::field(Field::JobNo) },
    Synonyms { pl: &["Numer listu przewozowego", "List przewozowy"], ..Synonyms::field(Field::Awb) },
    Synonyms { pl: &["Data załadunku", "Data odbioru", "Data nadania"], ..Synonyms::field(Field::PickupDate) },
    Synonyms { pl: &["Data rozładunku", "Data dostawy", "Data doręczenia"], ..Synonyms::field(Field::DeliveryDate) },
    Synonyms { pl: &["Miejsce załadunku", "Miejsce nadania"], ..Synonyms::field(Field::Origin) },
    Synonyms { pl: &["Miejsce rozładunku", "Miejsce dostawy", "Miejsce przeznaczenia"], ..Synonyms::field(Field::Destination) },
    Synonyms { pl: &["Waga", "Waga brutto", "Masa"], ..Synonyms::field(Field::Weight) },
    Synonyms { pl: &["Przewidywany przychód", "Planowany przychód", "Wartość zlecenia"], ..Synonyms::field(Field::EstRevenue) },
    Synonyms { pl: &["Powód wstrzymania", "Powód niezafakturowania"], ..Synonyms::field(Field::HoldReason) },
    Synonyms { pl: &["Data zapłaty", "Data wpłaty", "Data płatności"], ..Synonyms::field(Field::PaymentDate) },
    Synonyms { pl: &["Konto księgowe", "Numer konta księgowego"], ..Synonyms::field(Field::AccountNo) },
    Synonyms { pl: &["Lp", "L.p."], ..Synonyms::foreign(Foreign::RowCount) },
    Synonyms { pl: &["Saldo początkowe"], ..Synonyms::foreign(Foreign::Bank) },
    Synonyms { pl: &["Zapłacono", "Kwota zapłacona"], ..Synonyms::foreign(Foreign::Payment) },
    Synonyms { pl: &["Dni po terminie", "Dni zwłoki"], ..Synonyms::foreign(Foreign::Days) },
];
