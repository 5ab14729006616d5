package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.jdbc.dialect.Dialect;
import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;
import org.nificrm.delivery.jdbc.type.DateType;
import org.nificrm.delivery.jdbc.type.InstantType;
import org.nificrm.delivery.jdbc.type.IntegerType;
import org.nificrm.delivery.jdbc.type.TextType;
import org.nificrm.delivery.jdbc.type.TimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a table is ready to be written to. */
final class TableExamination {

    private final Table table;
    private final KeyColumns key;
    private final Dialect dialect;

    TableExamination(final Table table, final KeyColumns key, final Dialect dialect) {
        this.table = table;
        this.key = key;
        this.dialect = dialect;
    }

    List<Finding> examine(final DeliverySettings settings) {
        final List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed("Find the table", "Table '%s' in %s has the columns %s".formatted(table.name(), dialect.name(),
                table.columns().stream().map(Column::name).collect(Collectors.joining(", ")))));
        findings.add(uniqueness());
        settings.target().timestampField().ifPresent(field -> findings.add(timestamp(field, table.column(field))));
        return findings;
    }

    private Finding uniqueness() {
        final String step = "Match key is unique";
        final String fields = String.join(", ", key.fields());
        return table.isUnique(key.columns())
                ? Finding.passed(step, "A unique index covers " + fields)
                : Finding.failed(step, "No unique index on %s: two writers at the same time can create a record twice. Create one: CREATE UNIQUE INDEX ON %s (%s)"
                        .formatted(fields, table.name(), fields));
    }

    private static Finding timestamp(final String field, final Column column) {
        final String step = "Source timestamp can be kept";
        return switch (column.type()) {
            case InstantType(final int digits) when digits >= 3 -> Finding.passed(step, "Column '%s' keeps points in time".formatted(field));
            case TimestampType(final int digits) when digits >= 3 -> Finding.passed(step,
                    "Column '%s' keeps the time of NiFi's time zone; a type with time zone would also tell the repeated hour in autumn".formatted(field));
            case IntegerType(final long minimum, final long maximum) when maximum == Long.MAX_VALUE ->
                    Finding.passed(step, "Column '%s' keeps milliseconds since 1970".formatted(field));
            case TextType text -> Finding.passed(step, "Column '%s' keeps text, which is read as ISO 8601".formatted(field));
            case InstantType(final int digits) -> coarse(step, field, "fractions of a second");
            case TimestampType(final int digits) -> coarse(step, field, "fractions of a second");
            case DateType() -> coarse(step, field, "the time of day");
            default -> Finding.failed(step, "Column '%s' of type %s holds no time. Make it a timestamp with time zone".formatted(field, column.typeName()));
        };
    }

    private static Finding coarse(final String step, final String field, final String lost) {
        return Finding.failed(step,
                "Column '%s' does not keep %s: changes closer together than that cannot be ordered. Widen it, for example to TIMESTAMP(3)"
                        .formatted(field, lost));
    }
}
