package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what the names of fields mean for one object. {@code Relation.Field} refers to the record that has this value there. */
final class ObjectFields {

    private final SalesforceObject object;
    private final Descriptions descriptions;
    private final Map<String, Optional<ObjectField>> known = new HashMap<>();

    ObjectFields(final SalesforceObject object, final Descriptions descriptions) {
        this.object = object;
        this.descriptions = descriptions;
    }

    /** Empty if there is no such field, or none that can be written. */
    Optional<ObjectField> find(final String name) throws CrmException {
        Optional<ObjectField> field = known.get(name);
        if (field == null) {
            field = read(name);
            known.put(name, field);
        }

        return field;
    }

    private Optional<ObjectField> read(final String name) throws CrmException {
        final int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(object.field(name)).filter(SalesforceField::writable).map(ObjectField.class::cast);
        }

        final SalesforceField foreignKey = object.foreignKey(name.substring(0, dot)).filter(SalesforceField::writable).orElse(null);
        if (foreignKey == null) {
            return Optional.empty();
        }

        return Optional.ofNullable(descriptions.object(foreignKey.referenced().getFirst()).field(name.substring(dot + 1)))
                .filter(SalesforceField::externalId)
                .map(identifier -> new Reference(foreignKey, identifier));
    }
}
