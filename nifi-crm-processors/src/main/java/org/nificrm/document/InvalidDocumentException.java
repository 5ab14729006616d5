package org.nificrm.document;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used, with all of its problems. */
public final class InvalidDocumentException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<DocumentProblem> problems;

    public InvalidDocumentException(final List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All problems in the order of the document's reading. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
