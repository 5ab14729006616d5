package org.nificrm.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the text of a RecordPath what its syntax tree, which is not public, would tell. */
final class PathScanner {

    private static final String NAME = "(?:[^/\\[\\]*\"',\\t\\r\\n=?<> ().][^/\\[\\]*\"',\\t\\r\\n=?<> ()]*|'[^']*'|\"[^\"]*\")";
    /** A literal, to be passed over, or a path that starts at the record or at the current element. */
    private static final Pattern LITERAL_OR_PATH = Pattern.compile(
            "(?<path>\\.?(?:/" + NAME + "|\\[\\*\\])+)"
            + "|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\""
            + "|[\\])]/[^,)]*|//" + NAME);

    private static final Pattern INDEX = Pattern.compile("\\[(?:\\*|-?\\d+)]");

    private PathScanner() {
    }

    /** The fields a RecordPath reads; relative paths inside a predicate belong to the path before it and are left out. */
    static List<FieldPath> fieldsOf(final String recordPath) {
        final List<FieldPath> fields = new ArrayList<>();
        final Matcher matcher = LITERAL_OR_PATH.matcher(recordPath);
        while (matcher.find()) {
            if (matcher.group("path") != null && (recordPath.charAt(matcher.start()) == '/' || depth(recordPath, matcher.start()) == 0)) {
                FieldPath.parse(matcher.group("path")).ifPresent(fields::add);
            }
        }

        return fields;
    }

    /** The path without its predicates, if it is a path at all and no function. */
    static Optional<FieldPath> withoutPredicates(final String recordPath) {
        final StringBuilder plain = new StringBuilder();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < recordPath.length(); i++) {
            if (recordPath.charAt(i) == '[' && depth++ == 0) {
                plain.append(recordPath, start, i);
                start = i;
            } else if (recordPath.charAt(i) == ']' && --depth == 0) {
                final String bracket = recordPath.substring(start, i + 1);
                plain.append(INDEX.matcher(bracket).matches() ? bracket : "");
                start = i + 1;
            }
        }

        return FieldPath.parse(plain.append(recordPath.substring(start)).toString());
    }

    private static int depth(final String text, final int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '[') {
                depth++;
            } else if (text.charAt(i) == ']') {
                depth--;
            }
        }

        return depth;
    }

    /** The arguments between the brackets of {@code function(…)}, or null if the text is not one call of it. */
    static List<String> argumentsOf(final String function, final String text) {
        final String trimmed = text.strip();
        if (!trimmed.startsWith(function) || !trimmed.substring(function.length()).stripLeading().startsWith("(") || !trimmed.endsWith(")")) {
            return null;
        }

        final List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = trimmed.indexOf('(') + 1;
        char quote = 0;
        for (int i = start; i < trimmed.length() - 1; i++) {
            final char character = trimmed.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '(' || character == '[') {
                depth++;
            } else if (character == ')' || character == ']') {
                depth--;
            } else if (character == ',' && depth == 0) {
                arguments.add(trimmed.substring(start, i).strip());
                start = i + 1;
            }

            if (depth < 0) {
                return null;
            }
        }

        arguments.add(trimmed.substring(start, trimmed.length() - 1).strip());
        return arguments;
    }
}
