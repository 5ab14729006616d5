package org.nificrm.samples;

/** Addresses as people write them down. */
final class AddressSpelling {

    private AddressSpelling() {
    }

    static void write(final Culture culture, final Address address, final Transcript record) {
        record.write(LabelledColumn.STREET, record.words(record.otherForm() ? abbreviated(address.line()) : address.line()));
        record.write(LabelledColumn.CITY, record.words(address.place().city()));
        record.write(LabelledColumn.POSTAL_CODE, record.digits(address.postalCode()));
        record.write(LabelledColumn.COUNTRY, culture.countryCode());
    }

    private static String abbreviated(final String line) {
        return line.replace("Street", "St").replace("Road", "Rd").replace("Avenue", "Ave").replace("straße", "str.").replace("Lane", "Ln")
                .replace("Calle", "C/").replace("Drive", "Dr").replace("Boulevard", "Bd");
    }
}
