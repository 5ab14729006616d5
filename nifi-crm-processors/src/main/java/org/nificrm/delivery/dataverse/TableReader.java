package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a table is made of from the metadata (Microsoft Learn, "Query table definitions using the Web API"). */
final class TableReader {

    private static final String TYPE_PREFIX = "Microsoft.Dynamics.CRM.";

    private final DataverseApi api;

    TableReader(final DataverseApi api) {
        this.api = api;
    }

    DataverseTable read(final String name) throws CrmException {
        final String address = "/EntityDefinitions(LogicalName='%s')".formatted(DataverseApi.encode(name.replace("'", "''")));
        final JsonNode definition = definition(name, address);
        final Map<String, Map<String, Integer>> options = options(address);
        final Map<String, DataverseColumn> columns = new HashMap<>();
        for (final JsonNode attribute : api.read(address + "/Attributes").path("value")) {
            final String column = attribute.path("LogicalName").asText();
            DataverseColumn.of(attribute, options.getOrDefault(column, Map.of())).ifPresent(known -> columns.put(column, known));
        }

        return new DataverseTable(definition.path("LogicalName").asText(), definition.path("EntitySetName").asText(),
                definition.path("PrimaryIdAttribute").asText(), columns, keys(definition), relations(definition), takesUpsertMultiple(name));
    }

    private JsonNode definition(final String name, final String address) throws CrmException {
        try {
            return api.read(address + "?$select=LogicalName,EntitySetName,PrimaryIdAttribute&$expand=Keys($select=KeyAttributes,EntityKeyIndexStatus),"
                    + "ManyToOneRelationships($select=ReferencedEntity,ReferencingEntityNavigationPropertyName)");
        } catch (final CrmException e) {
            if (e.kind() == Kind.REFUSED) {
                throw CrmException.unavailable("OBJECT_MISSING",
                        "Dataverse has no table '%s' (%s). Give its logical name, such as contact, in CRM Object".formatted(name, e.code()));
            }

            throw e;
        }
    }

    /** By column the numbers of its options by their labels; a column has options of its own or shares those of a choice. */
    private Map<String, Map<String, Integer>> options(final String address) throws CrmException {
        final Map<String, Map<String, Integer>> options = new HashMap<>();
        for (final String type : List.of("PicklistAttributeMetadata", "MultiSelectPicklistAttributeMetadata")) {
            final JsonNode answer = api.read("%s/Attributes/%s%s?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)"
                    .formatted(address, TYPE_PREFIX, type));
            for (final JsonNode attribute : answer.path("value")) {
                final Map<String, Integer> numbers = new HashMap<>();
                for (final String set : List.of("OptionSet", "GlobalOptionSet")) {
                    attribute.path(set).path("Options")
                            .forEach(option -> numbers.put(option.at("/Label/UserLocalizedLabel/Label").asText(""), option.path("Value").asInt()));
                }

                options.put(attribute.path("LogicalName").asText(), numbers);
            }
        }

        return options;
    }

    /** A key whose index is still built, or could not be built, identifies nothing. */
    private static List<Set<String>> keys(final JsonNode definition) {
        final List<Set<String>> keys = new ArrayList<>();
        for (final JsonNode key : definition.path("Keys")) {
            if (key.path("EntityKeyIndexStatus").asText().equals("Active")) {
                final Set<String> columns = new HashSet<>();
                key.path("KeyAttributes").forEach(column -> columns.add(column.asText()));
                keys.add(columns);
            }
        }

        return keys;
    }

    private static Map<String, String> relations(final JsonNode definition) {
        final Map<String, String> relations = new HashMap<>();
        for (final JsonNode relation : definition.path("ManyToOneRelationships")) {
            relations.put(relation.path("ReferencingEntityNavigationPropertyName").asText(), relation.path("ReferencedEntity").asText());
        }

        return relations;
    }

    private boolean takesUpsertMultiple(final String name) throws CrmException {
        final String filter = "sdkmessageid/name eq 'UpsertMultiple' and primaryobjecttypecode eq '%s'".formatted(name.replace("'", "''"));
        return !api.read("/sdkmessagefilters?$select=sdkmessagefilterid&$filter=" + DataverseApi.encode(filter)).path("value").isEmpty();
    }
}
