package org.nificrm.delivery.declared;

import org.nificrm.delivery.UnfitValueException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with placeholders: <code>${name}</code>, or <code>${name:encoder}</code> to write the value in another language. */
final class TextTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-zA-Z.]+)(?::([a-z]+))?}");

    private record Part(String literal, String variable, Encoder encoder) {
    }

    private final List<Part> parts;

    private TextTemplate(final List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param variables that may stand in it
     * @param otherwise how a placeholder that names no encoder is encoded; null for as it is
     * @throws IllegalArgumentException if a placeholder is unknown, with the remedy
     */
    static TextTemplate of(final String text, final Set<String> variables, final Encoder otherwise) {
        final List<Part> parts = new ArrayList<>();
        final Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addLiteral(parts, text.substring(end, matcher.start()));
            parts.add(new Part(null, variable(matcher.group(1), variables), matcher.group(2) == null ? otherwise : encoder(matcher.group(2))));
            end = matcher.end();
        }

        addLiteral(parts, text.substring(end));
        return new TextTemplate(List.copyOf(parts));
    }

    private static void addLiteral(final List<Part> parts, final String literal) {
        if (literal.contains("${")) {
            throw new IllegalArgumentException("has a placeholder that cannot be read; write ${name} or ${name:encoder}");
        }

        if (!literal.isEmpty()) {
            parts.add(new Part(literal, null, null));
        }
    }

    private static String variable(final String name, final Set<String> variables) {
        if (!variables.contains(name)) {
            throw new IllegalArgumentException("has the placeholder '%s', which is not known here; the placeholders are %s".formatted(name,
                    String.join(", ", variables.stream().sorted().toList())));
        }

        return name;
    }

    private static Encoder encoder(final String name) {
        return Arrays.stream(Encoder.values()).filter(encoder -> encoder.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("names the encoder '%s'; write one of url, xml, sql, plain, number".formatted(name)));
    }

    /** Whether everything it needs is there. */
    boolean isComplete(final Variables variables) {
        return parts.stream().noneMatch(part -> part.variable() != null && variables.value(part.variable()).isMissingNode());
    }

    /** The placeholder that it consists of, null if it is more than that. */
    String soleVariable() {
        return parts.size() == 1 ? parts.getFirst().variable() : null;
    }

    /** How the placeholder that it consists of is encoded; null for as it is. */
    Encoder soleEncoder() {
        return parts.getFirst().encoder();
    }

    String render(final Variables variables) throws UnfitValueException {
        final StringBuilder text = new StringBuilder();
        for (final Part part : parts) {
            if (part.variable() == null) {
                text.append(part.literal());
            } else {
                final String value = variables.text(part.variable());
                text.append(part.encoder() == null ? value : part.encoder().encode(value));
            }
        }

        return text.toString();
    }
}
