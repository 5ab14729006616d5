package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.UnfitValueException;

/**
 * Another record, told by a value of its own: {@code Account.Crm_Key__c} of a contact is the account that has this key.
 *
 * @param foreignKey field that holds the other record's id
 * @param identifier external id of the other record
 */
record Reference(SalesforceField foreignKey, SalesforceField identifier) implements ObjectField {

    @Override
    public Object convert(final Object value) throws UnfitValueException {
        return identifier.convert(value);
    }

    @Override
    public Object read(final JsonNode record) {
        return identifier.read(record.path(foreignKey.relationship()));
    }

    @Override
    public void write(final ObjectNode record, final Object value) {
        if (value == null) {
            record.putNull(foreignKey.name());
        } else {
            identifier.write(record.putObject(foreignKey.relationship()), value);
        }
    }
}
