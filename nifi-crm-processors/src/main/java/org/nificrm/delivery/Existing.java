package org.nificrm.delivery;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A record that the CRM holds.
 *
 * @param id      the CRM's own identifier of it
 * @param version what the CRM wants back for a conditional write (ETag, version number, modification time); null if it knows none
 * @param values  the fields that were asked for, comparable to what {@link CrmClient#convert} gives; a field that is
 *                absent or null is blank
 */
public record Existing(String id, String version, Map<String, Object> values) {

    public Existing {
        values = Collections.unmodifiableMap(values);
    }

    public Object value(final String field) {
        return values.get(field);
    }

    /** This record once these values are written to it. */
    public Existing with(final Map<String, Object> written) {
        final Map<String, Object> merged = new HashMap<>(values);
        merged.putAll(written);
        return new Existing(id, version, merged);
    }
}
