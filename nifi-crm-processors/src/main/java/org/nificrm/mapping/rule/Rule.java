package org.nificrm.mapping.rule;

import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Scope;

import java.util.List;

/** One entry of a document's fields. Implementations are immutable. */
public interface Rule {

    /** Sets the rule's targets, unless its condition does not hold or an earlier rule has decided them. */
    void apply(Scope scope, Outcome outcome);

    /** The fields it reads, as seen from its scope, its condition included. */
    List<FieldPath> reads();
}
