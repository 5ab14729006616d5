package org.nificrm.mapping.document;

import java.util.Optional;

/** Tells whether a text is a valid expression of the expression language. */
@FunctionalInterface
public interface ExpressionCheck {

    /** What is wrong with the expression, empty if nothing is. */
    Optional<String> problem(String expression);
}
