package org.nificrm.processors;

import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;

import java.util.Optional;

/** How the incoming FlowFile ends, whose records have left. */
final class Failures {

    private Failures() {
    }

    /**
     * Removes the FlowFile, or lets it leave by failure.
     *
     * @param problem what is wrong with it, and what helps; without any of its content
     */
    static void settle(final ProcessSession session, final FlowFile flowFile, final Optional<String> problem, final Relationship failure,
            final ComponentLog logger) {
        if (problem.isPresent()) {
            logger.error("{} failed: {}", flowFile, problem.get());
            session.transfer(session.putAttribute(flowFile, "crm.error", problem.get()), failure);
        } else {
            session.remove(flowFile);
        }
    }
}
