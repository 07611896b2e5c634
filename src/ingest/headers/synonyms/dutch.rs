//! Dutch headers: what the banks of the Netherlands and Belgium write over their lists, and the
//! words of invoices, jobs and ledgers.

use super::{Foreign, Synonyms};
use crate::table::Field;

// Packed: one word a line would make five hundred lines of this file.
#[rustfmt::skip]
pub static WORDS: &[Synonyms] = &[
    Synonyms { nl: &["Rentedatum", "Datum valuta"], ..Synonyms::field(Field::ValueDate) },
    Synonyms {
        nl: &["Boekdatum", "Boekingsdatum", "Uitvoeringsdatum", "Datum boeking"],
        vague: &["Transactiedatum", "Verrichtingsdatum"],
        ..Synonyms::field(Field::BookingDate)
    },
    Synonyms { nl: &["Bedrag af", "Debet", "Uitgaven", "Bedrag debet"], ..Synonyms::field(Field::Debit) },
    Synonyms { nl: &["Bedrag bij", "Ontvangsten", "Bedrag credit"], ..Synonyms::field(Field::Credit) },
    Synonyms {
        nl: &["Saldo na mutatie", "Saldo na trn", "Saldo na boeking", "Saldo na transactie", "Nieuw saldo", "Eindsaldo", "Endsaldo"],
        ..Synonyms::field(Field::Balance)
    },
    Synonyms {
        nl: &["Af Bij", "Af/Bij", "Bij/Af", "Debet/Credit", "Credit/Debet", "D/C aanduiding"],
        ..Synonyms::field(Field::Side)
    },
    Synonyms {
        nl: &["Mutatiesoort", "Soort mutatie", "Boekcode", "Transactiesoort", "Soort verrichting", "Type verrichting"],
        ..Synonyms::field(Field::TransactionCode)
    },
    Synonyms {
        nl: &["Mededelingen", "Mededeling", "Omschrijving-1", "Vrije mededeling", "Gestructureerde mededeling", "Details van de verrichting"],
        vague: &["Omschrijving"],
        ..Synonyms::field(Field::Remittance)
    },
    Synonyms {
        nl: &["Naam / Omschrijving", "Naam tegenpartij", "Naam tegenrekening", "Tegenpartij", "Naam begunstigde/opdrachtgever", "Opdrachtgever betaling", "Naam van de tegenpartij"],
        vague: &["Naam"],
        ..Synonyms::field(Field::PayerName)
    },
    Synonyms {
        nl: &["Tegenrekening", "Tegenrekening IBAN", "Tegenrekening IBAN/BBAN", "Rekening tegenpartij", "IBAN tegenpartij", "Rekeningnummer tegenpartij"],
        ..Synonyms::field(Field::PayerAccount)
    },
    Synonyms {
        nl: &["Eigen rekening", "IBAN eigen rekening", "Eigen rekeningnummer"],
        vague: &["Rekening", "Rekeningnummer", "IBAN/BBAN"],
        ..Synonyms::field(Field::BankAccount)
    },
    Synonyms { nl: &["Transactiereferentie"], vague: &["Betalingskenmerk"], ..Synonyms::field(Field::EndToEndId) },
    Synonyms { nl: &["Afschriftnummer", "Uittrekselnummer"], ..Synonyms::field(Field::StatementNo) },
    Synonyms { nl: &["Munt", "Muntsoort", "Valutacode", "Valutasoort"], vague: &["Valuta"], ..Synonyms::field(Field::Currency) },
    Synonyms { nl: &["Bedrag", "Regelbedrag"], ..Synonyms::field(Field::Amount) },
    Synonyms {
        nl: &["Factuurnummer", "Factuurnr", "Factuur nr", "Factuur", "Verkoopfactuurnummer"],
        vague: &["Boekstuknummer", "Boekstuk", "Documentnummer"],
        ..Synonyms::field(Field::InvoiceNo)
    },
    Synonyms { nl: &["Factuurdatum", "Datum factuur"], ..Synonyms::field(Field::InvoiceDate) },
    Synonyms { nl: &["Vervaldatum", "Vervaldag", "Uiterste betaaldatum", "Te betalen voor"], ..Synonyms::field(Field::DueDate) },
    Synonyms { nl: &["Betalingstermijn", "Betalingsconditie", "Betaalconditie", "Betalingsvoorwaarde"], ..Synonyms::field(Field::Terms) },
    Synonyms { nl: &["Klantnummer", "Klantcode", "Debiteurnummer", "Debiteurennummer", "Debiteurcode", "Relatiecode", "Relatienummer"], vague: &["Debiteur", "Klant", "Relatie"], ..Synonyms::field(Field::CustomerNo) },
    Synonyms { nl: &["Klant", "Klantnaam", "Naam klant", "Debiteur", "Debiteurnaam", "Naam debiteur", "Relatie"], vague: &["Naam"], ..Synonyms::field(Field::CustomerName) },
    Synonyms { nl: &["Btw-nummer", "Btw nr", "Btw-identificatienummer", "Btw-id"], ..Synonyms::field(Field::TaxId) },
    Synonyms { nl: &["Leverancier", "Naam leverancier", "Vervoerder"], ..Synonyms::field(Field::VendorName) },
    Synonyms {
        nl: &["Bedrag excl. btw", "Totaal excl. btw", "Bedrag exclusief btw", "Totaal exclusief btw", "Excl. btw", "Nettobedrag"],
        ..Synonyms::field(Field::Net)
    },
    Synonyms { nl: &["Btw", "Btw-bedrag", "Bedrag btw"], ..Synonyms::field(Field::Tax) },
    Synonyms { nl: &["Btw-percentage", "Btw-tarief", "Btw %"], ..Synonyms::field(Field::TaxRate) },
    Synonyms { nl: &["Btw-code"], ..Synonyms::field(Field::TaxCode) },
    Synonyms {
        nl: &["Bedrag incl. btw", "Totaal incl. btw", "Bedrag inclusief btw", "Totaal inclusief btw", "Incl. btw", "Factuurbedrag", "Totaalbedrag", "Brutobedrag"],
        vague: &["Totaal"],
        ..Synonyms::field(Field::Gross)
    },
    Synonyms {
        nl: &["Openstaand bedrag", "Openstaand", "Nog te betalen", "Nog te ontvangen", "Restantbedrag", "Openstaand saldo"],
        ..Synonyms::field(Field::OpenAmount)
    },
    Synonyms { nl: &["Aantal", "Hoeveelheid"], ..Synonyms::field(Field::Qty) },
    Synonyms { nl: &["Eenheid"], ..Synonyms::field(Field::Unit) },
    Synonyms { nl: &["Stuksprijs", "Prijs per eenheid", "Eenheidsprijs", "Prijs per stuk"], ..Synonyms::field(Field::UnitPrice) },
    Synonyms { nl: &["Korting"], ..Synonyms::field(Field::Discount) },
    Synonyms { nl: &["Regelnummer", "Factuurregel"], ..Synonyms::field(Field::LineNo) },
    Synonyms { nl: &["Artikelcode", "Artikelnummer"], ..Synonyms::field(Field::ServiceCode) },
    Synonyms { vague: &["Omschrijving", "Opmerking", "Opmerkingen"], ..Synonyms::field(Field::Text) },
    Synonyms { nl: &["Bestelnummer", "Inkoopordernummer", "Uw referentie", "Klantreferentie", "Inkooporder"], ..Synonyms::field(Field::PoNo) },
    Synonyms { nl: &["Zendingnummer", "Zending", "Transportopdracht", "Opdrachtnummer", "Dossiernummer", "Ritnummer"], ..Synonyms::field(Field::JobNo) },
    Synonyms { nl: &["Laaddatum", "Ophaaldatum", "Afhaaldatum"], ..Synonyms::field(Field::PickupDate) },
    Synonyms { nl: &["Losdatum", "Leverdatum", "Afleverdatum"], ..Synonyms::field(Field::DeliveryDate) },
    Synonyms { nl: &["Laadplaats", "Laadadres", "Vertrekplaats"], ..Synonyms::field(Field::Origin) },
    Synonyms { nl: &["Losplaats", "Losadres", "Bestemming"], ..Synonyms::field(Field::Destination) },
    Synonyms { nl: &["Laadmeters gewicht", "Brutogewicht", "Gewicht"], ..Synonyms::field(Field::Weight) },
    Synonyms { nl: &["Verwachte omzet", "Geschatte omzet", "Verwachte opbrengst", "Offertebedrag"], ..Synonyms::field(Field::EstRevenue) },
    Synonyms { nl: &["Reden niet gefactureerd", "Reden blokkade", "Blokkadereden"], ..Synonyms::field(Field::HoldReason) },
    Synonyms { nl: &["Betaaldatum", "Datum betaling", "Ontvangstdatum betaling"], ..Synonyms::field(Field::PaymentDate) },
    Synonyms { nl: &["Betalingsnummer"], ..Synonyms::field(Field::PaymentNo) },
    Synonyms { nl: &["Grootboekrekening", "Grootboeknummer", "Grootboek"], ..Synonyms::field(Field::AccountNo) },
    Synonyms { nl: &["Kostenplaats"], ..Synonyms::field(Field::CostCentre) },
    Synonyms { nl: &["Volgnr", "Volgnummer"], ..Synonyms::foreign(Foreign::RowCount) },
    Synonyms { nl: &["Dagboek", "Boekjaar"], ..Synonyms::foreign(Foreign::Record) },
    Synonyms {
        nl: &["BIC tegenpartij", "Naam uiteindelijke partij", "Naam initiërende partij", "Machtigingskenmerk", "Incassant ID", "Reden retour", "Oorspr bedrag", "Oorspr munt", "Beginsaldo", "Startsaldo"],
        ..Synonyms::foreign(Foreign::Bank)
    },
    Synonyms { nl: &["Betaald", "Betaald bedrag", "Reeds betaald"], ..Synonyms::foreign(Foreign::Payment) },
];
