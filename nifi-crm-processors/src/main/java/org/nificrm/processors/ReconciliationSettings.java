package org.nificrm.processors;

import org.apache.nifi.processor.ProcessContext;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.reconciliation.Strictness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How {@link ReconcileCrmCustomer} compares.
 *
 * @param target          where to look, and what identifies a record there
 * @param direction       which side the incoming records are of
 * @param comparedFields  in the CRM's names; empty for all that it has
 * @param strictness      when two values are equal
 * @param nullValues      whether a null says that the field is blank, or nothing
 * @param sourceField     of the record, names its source system; null for none
 * @param timestampField  of the record, says when the source changed it; null for none
 * @param newerVersions   what of records that the CRM holds in a newer version
 * @param writeTimeField  of the CRM, says when it was written; null for none
 * @param objective       how long after the change that may be
 * @param sample          the keys to look at
 * @param maskValues      whether differing values are made unrecognisable
 * @param batchSize       records that are looked up together
 * @param maximumAttempts how often a look-up is tried
 */
record ReconciliationSettings(Target target, ReconciliationDirection direction, List<String> comparedFields, Strictness strictness, NullValues nullValues,
        String sourceField, String timestampField, NewerVersions newerVersions, String writeTimeField, Duration objective, KeySample sample, boolean maskValues, int batchSize,
        int maximumAttempts) {

    /** @throws IllegalArgumentException if the properties contradict each other */
    static ReconciliationSettings of(final ProcessContext context, final Map<String, String> attributes) {
        final Target target = Target.ofRecordFields(TargetProperties.evaluate(context.getProperty(ReconciliationProperties.CRM_OBJECT), attributes),
                TargetProperties.names(context, ReconciliationProperties.MATCH_KEY_FIELDS, attributes), Optional.empty(), TargetProperties.fieldNames(context));
        final List<String> compared = new ArrayList<>();
        TargetProperties.names(context, ReconciliationProperties.COMPARED_FIELDS, attributes).forEach(field -> compared.addAll(target.names().inCrm(field)));
        return new ReconciliationSettings(target,
                context.getProperty(ReconciliationProperties.DIRECTION).asAllowableValue(ReconciliationDirection.class),
                List.copyOf(compared),
                context.getProperty(ReconciliationProperties.COMPARISON).asAllowableValue(Strictness.class),
                context.getProperty(ReconciliationProperties.NULL_VALUES).asAllowableValue(NullValues.class),
                TargetProperties.evaluate(context.getProperty(ReconciliationProperties.SOURCE_FIELD), attributes),
                TargetProperties.evaluate(context.getProperty(ReconciliationProperties.SOURCE_TIMESTAMP_FIELD), attributes),
                context.getProperty(ReconciliationProperties.NEWER_IN_CRM).asAllowableValue(NewerVersions.class),
                TargetProperties.evaluate(context.getProperty(ReconciliationProperties.CRM_WRITE_TIME_FIELD), attributes),
                context.getProperty(ReconciliationProperties.TIMELINESS_OBJECTIVE).asDuration(),
                new KeySample(Double.parseDouble(context.getProperty(ReconciliationProperties.SAMPLE_RATE).getValue())),
                context.getProperty(ReconciliationProperties.MASK_VALUES).asBoolean(),
                context.getProperty(ReconciliationProperties.BATCH_SIZE).asInteger(),
                context.getProperty(ReconciliationProperties.MAXIMUM_ATTEMPTS).asInteger());
    }

    boolean comparesFields() {
        return direction == ReconciliationDirection.SOURCE_TO_CRM;
    }

    /** Field of the CRM that tells its version of a record from an older one; null if all versions are compared. */
    String versionField() {
        return comparesFields() && timestampField != null && newerVersions == NewerVersions.LEAVE_OUT ? target.names().onlyInCrm(timestampField) : null;
    }

    boolean measuresTime() {
        return comparesFields() && timestampField != null && writeTimeField != null;
    }

    /** As if the records were to be written, for what a client can tell about its target. */
    DeliverySettings asDelivery() {
        return new DeliverySettings(target, ConflictPolicy.SOURCE_WINS, WriteMode.UPDATE_ONLY, nullValues, maximumAttempts, true);
    }
}
