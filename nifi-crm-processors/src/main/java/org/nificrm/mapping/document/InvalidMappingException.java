package org.nificrm.mapping.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document with mistakes, all of them. */
public final class InvalidMappingException extends Exception {

    private final transient List<Problem> problems;

    public InvalidMappingException(final List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Never empty, in the order of the document as far as it could be understood. */
    public List<Problem> problems() {
        return problems;
    }
}
