package org.nificrm.mapping.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The groups of a regular expression that matches the whole text. */
public final class RegexSplit implements Splitter {

    private final Pattern pattern;
    private final List<Integer> groups;

    /** @param groups for each target the number of its group */
    public RegexSplit(final Pattern pattern, final List<Integer> groups) {
        this.pattern = pattern;
        this.groups = List.copyOf(groups);
    }

    @Override
    public Object[] split(final String text) throws MappingFailure {
        final Object[] parts = new Object[groups.size()];
        try {
            final Matcher matcher = pattern.matcher(text.strip());
            if (!matcher.matches()) {
                throw new MappingFailure(FailureCode.MAP_SPLIT, "value %s does not match '%s'".formatted(MappingFailure.quote(text), pattern));
            }

            for (int i = 0; i < parts.length; i++) {
                final String part = matcher.group(groups.get(i));
                parts[i] = part == null || part.isBlank() ? null : part.strip();
            }
        } catch (final StackOverflowError e) {
            throw new MappingFailure(FailureCode.MAP_SPLIT, "value %s is too long for '%s'".formatted(MappingFailure.quote(text), pattern));
        }

        return parts;
    }
}
