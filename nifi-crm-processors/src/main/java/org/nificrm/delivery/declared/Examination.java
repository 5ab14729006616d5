package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.Key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether an object is ready to be written to; reads only. */
final class Examination {

    private static final String UNIQUE = "Match key is unique";
    private static final String TIMESTAMP = "Source timestamp can be kept";

    private final ApiObject object;
    private final FieldSpec keyField;
    private final KeyLookup lookup;
    private final ApiDocument document;

    Examination(final ApiObject object, final FieldSpec keyField, final KeyLookup lookup, final ApiDocument document) {
        this.object = object;
        this.keyField = keyField;
        this.lookup = lookup;
        this.document = document;
    }

    List<Finding> findings(final Optional<FieldSpec> timestampField) throws CrmException {
        final List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed("Find the object", "Object '%s' has %d known fields".formatted(object.name(), object.size())));
        findings.add(lookUp());
        findings.add(new Finding(UNIQUE, Finding.Verdict.SKIPPED,
                "%s does not tell whether '%s' is unique. Make it so there: a record whose write was not confirmed is found again by it"
                        .formatted(document.name(), keyField.name())));
        timestampField.ifPresent(field -> findings.add(timestamp(field)));
        return findings;
    }

    /** Asks for a key that nobody has: an answer with records in it ignores the question. */
    private Finding lookUp() throws CrmException {
        final String step = "Look up by the match key";
        final Object nobody = keyField.type().kind() == ValueType.Kind.STRING ? "nobody-" + UUID.randomUUID() : null;
        if (nobody == null) {
            return new Finding(step, Finding.Verdict.SKIPPED, "Field '%s' is no text; records are looked up when they are written".formatted(keyField.name()));
        }

        final int records = lookup.ask(List.of(Key.of(nobody)), List.of()).size();
        return records == 0
                ? Finding.passed(step, "%s looks up records by '%s'".formatted(document.name(), keyField.name()))
                : Finding.failed(step, "%s gives %d records for a key that nobody has. Correct the look-up of the API document".formatted(document.name(), records));
    }

    private static Finding timestamp(final FieldSpec field) {
        return switch (field.type().kind()) {
            case DATE_TIME, UNIX_TIME, UNIX_MILLIS, INTEGER, NUMBER, STRING -> Finding.passed(TIMESTAMP, "Field '%s' keeps points in time".formatted(field.name()));
            case DATE, BOOLEAN, BIT, LIST, NONE -> Finding.failed(TIMESTAMP,
                    "Field '%s' does not keep the time of day. Make it one of date and time, or of text".formatted(field.name()));
        };
    }
}
