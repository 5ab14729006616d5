package org.nificrm.processors;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.NamedFields;
import org.nificrm.services.Findings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A processor that meets a CRM: each FlowFile opens a client; while there is none the FlowFile waits.
 *
 * @param <S> what the properties say for one FlowFile
 */
abstract class CrmProcessor<S> extends AbstractProcessor implements VerifiableProcessor {

    private final Relationship failure;

    CrmProcessor(final Relationship failure) {
        this.failure = failure;
    }

    /** @throws IllegalArgumentException if the properties contradict each other */
    abstract S settings(ProcessContext context, Map<String, String> attributes);

    /** As if the records were to be written. */
    abstract DeliverySettings delivery(S settings);

    /**
     * Processes all records and transfers what becomes of them.
     *
     * @return what could not be read
     * @throws CrmException if the FlowFile has to wait for the CRM
     */
    abstract Optional<String> process(ProcessContext context, ProcessSession session, FlowFile flowFile, CrmClient client, S settings)
            throws CrmException, IOException, SchemaNotFoundException;

    @Override
    protected PropertyDescriptor getSupportedDynamicPropertyDescriptor(final String name) {
        return TargetProperties.crmField(name);
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final S settings;
        try {
            settings = settings(context, flowFile.getAttributes());
        } catch (final IllegalArgumentException e) {
            Failures.settle(session, flowFile, Optional.of(e.getMessage()), failure, getLogger());
            return;
        }

        try (CrmClient client = TargetProperties.open(context, delivery(settings).target(), flowFile.getAttributes())) {
            final Optional<String> problem = process(context, session, flowFile, client, settings);
            Failures.settle(session, flowFile, problem, failure, getLogger());
        } catch (final CrmException e) {
            getLogger().error("{} goes back to its queue as it came: {}", flowFile, e.getMessage(), e);
            session.rollback(true);
            context.yield();
        } catch (final IOException | SchemaNotFoundException e) {
            throw new ProcessException("Writing the records failed; check the schema of the Record Writer", e);
        }
    }

    @Override
    public List<ConfigVerificationResult> verify(final ProcessContext context, final ComponentLog logger, final Map<String, String> attributes) {
        final List<Finding> findings = new ArrayList<>();
        try {
            final S settings = settings(context, attributes);
            try (CrmClient client = TargetProperties.open(context, delivery(settings).target(), attributes)) {
                findings.add(Finding.passed("Reach the CRM", "Connected to " + client.address()));
                findings.addAll(examine(client, settings));
            }
        } catch (final CrmException | IllegalArgumentException e) {
            findings.add(Finding.failed("Reach the CRM", e.getMessage()));
        }

        return findings.stream().map(Findings::toResult).toList();
    }

    /** Whether the CRM is ready; reads only. */
    List<Finding> examine(final CrmClient client, final S settings) throws CrmException {
        final List<Finding> findings = new ArrayList<>(client.examine(delivery(settings)));
        findings.addAll(NamedFields.examine(client, delivery(settings)));
        return findings;
    }
}
