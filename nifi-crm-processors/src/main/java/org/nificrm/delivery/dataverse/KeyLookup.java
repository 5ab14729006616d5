package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds rows by their alternate key, several in a query, as many as a path holds. */
final class KeyLookup {

    /** Proxies and servers cut longer ones; Dataverse itself takes 32 KB. */
    private static final int LONGEST_FILTER = 6000;
    private static final String OR = DataverseApi.encode(" or ");

    private final DataverseApi api;
    private final DataverseTable table;
    private final TableFields fields;
    private final List<String> keyColumns;

    KeyLookup(final DataverseApi api, final DataverseTable table, final TableFields fields, final List<String> keyColumns) {
        this.api = api;
        this.table = table;
        this.fields = fields;
        this.keyColumns = keyColumns;
    }

    /** Dataverse compares text without regard to case. */
    static Key normalize(final Key key) {
        return new Key(key.values().stream().map(value -> value instanceof String text ? (Object) text.toLowerCase(Locale.ROOT) : value).toList());
    }

    Map<Key, List<Existing>> find(final Collection<Key> keys, final Set<String> wanted) throws CrmException {
        final Map<Key, List<Existing>> found = new HashMap<>();
        final StringBuilder filter = new StringBuilder();
        for (final Key key : keys) {
            final String condition = condition(key);
            if (!filter.isEmpty() && filter.length() + condition.length() > LONGEST_FILTER) {
                ask(filter.toString(), wanted, found);
                filter.setLength(0);
            }

            filter.append(filter.isEmpty() ? "" : OR).append(condition);
        }

        if (!filter.isEmpty()) {
            ask(filter.toString(), wanted, found);
        }

        return found;
    }

    private String condition(final Key key) {
        final List<String> parts = new ArrayList<>();
        for (int i = 0; i < keyColumns.size(); i++) {
            parts.add(keyColumns.get(i) + " eq " + table.column(keyColumns.get(i)).literal(key.values().get(i)));
        }

        return DataverseApi.encode("(" + String.join(" and ", parts) + ")");
    }

    private void ask(final String filter, final Set<String> wanted, final Map<Key, List<Existing>> found) throws CrmException {
        final List<String> columns = new ArrayList<>(keyColumns);
        columns.addFirst(table.idColumn());
        final JsonNode answer = api.read("/%s?%s&$count=true&$filter=%s".formatted(table.entitySet(), fields.selection(columns, wanted), filter));
        if (!answer.path("value").isArray() || answer.path("@odata.count").asInt() != answer.path("value").size()) {
            throw new CrmException(Kind.TRANSIENT, "UNREADABLE_ANSWER", "Dataverse's answer to a look-up is not complete", null);
        }

        for (final JsonNode row : answer.path("value")) {
            final Existing existing = new Existing(row.path(table.idColumn()).asText(), row.path("@odata.etag").textValue(), fields.read(row, wanted));
            found.computeIfAbsent(key(row), key -> new ArrayList<>(1)).add(existing);
        }
    }

    private Key key(final JsonNode row) {
        return normalize(new Key(keyColumns.stream().map(column -> table.column(column).read(row.path(column))).toList()));
    }
}
