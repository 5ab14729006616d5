package org.nificrm.mapping.rule;

import org.nificrm.mapping.source.FieldPath;

import java.util.List;
import java.util.Optional;

/** A field of the target record, such as {@code /address/line}. */
public record TargetPath(List<String> names) {

    public TargetPath {
        names = List.copyOf(names);
    }

    /** The path, if the text is one of names only. */
    public static Optional<TargetPath> parse(final String text) {
        return FieldPath.parse(text)
                .filter(path -> path.absolute() && !path.steps().isEmpty())
                .filter(path -> path.steps().stream().allMatch(step -> step.name() != null))
                .map(path -> new TargetPath(path.steps().stream().map(FieldPath.Step::name).toList()));
    }

    public static TargetPath of(final String fieldName) {
        return new TargetPath(List.of(fieldName));
    }

    public String lastName() {
        return names.getLast();
    }

    @Override
    public String toString() {
        return "/" + String.join("/", names);
    }
}
