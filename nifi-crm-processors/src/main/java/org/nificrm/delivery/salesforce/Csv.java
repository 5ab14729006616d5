package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values (RFC 4180) as jobs take and give them: every value in quotes, lines that end with a line feed. */
final class Csv {

    private Csv() {
    }

    static void appendLine(final StringBuilder csv, final List<String> values) {
        String separator = "";
        for (final String value : values) {
            csv.append(separator).append('"').append(value.replace("\"", "\"\"")).append('"');
            separator = ",";
        }

        csv.append('\n');
    }

    /**
     * @return one map a line, by the names in the first line
     * @throws CrmException if a line has not a value for each name: the answer is not whole
     */
    static List<Map<String, String>> read(final String csv) throws CrmException {
        final List<List<String>> lines = lines(csv);
        final List<Map<String, String>> rows = new ArrayList<>();
        for (final List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            if (line.size() != lines.getFirst().size()) {
                throw new CrmException(Kind.TRANSIENT, "UNREADABLE_ANSWER", "Salesforce's results of a job are not complete", null);
            }

            final Map<String, String> row = new HashMap<>();
            for (int column = 0; column < line.size(); column++) {
                row.put(lines.getFirst().get(column), line.get(column));
            }

            rows.add(row);
        }

        return rows;
    }

    private static List<List<String>> lines(final String csv) {
        final List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        final StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            final char character = csv.charAt(i);
            if (character == '"') {
                final boolean escaped = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (escaped) {
                    value.append(character);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || character != ',' && character != '\n') {
                value.append(character);
            } else {
                line.add(value.toString());
                value.setLength(0);
                if (character == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }

        if (!line.isEmpty() || !value.isEmpty()) {
            line.add(value.toString());
            lines.add(line);
        }

        return lines;
    }
}
