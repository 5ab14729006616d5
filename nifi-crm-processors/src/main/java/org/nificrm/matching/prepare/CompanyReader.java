package org.nificrm.matching.prepare;

import org.nificrm.values.company.CompanyNameParser;

/**
 * Reads company names without their legal forms, which say little about which company it is.
 */
final class CompanyReader implements ValueReader {
    private final CompanyNameParser parser = CompanyNameParser.standard();
    private final WordsReader words = new WordsReader(LegalForms::strip);

    @Override
    public Value read(final String raw) {
        return words.read(parser.parse(raw).base());
    }
}
