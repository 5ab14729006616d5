package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.UnfitValueException;

/** What a record carries under one name: a field of its own, or a reference to another record. */
interface ObjectField {

    /** What Salesforce holds for a value; null for one that is blank, which Salesforce cannot tell from none. */
    Object convert(Object value) throws UnfitValueException;

    /** What a record of a query's answer holds, in the same representation. */
    Object read(JsonNode record);

    /** Adds a value to a record that is sent; null clears. */
    void write(ObjectNode record, Object value);
}
