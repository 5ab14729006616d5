package org.nificrm.matching.field;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a record in the system it comes from. The same key seen again is the same record, perhaps with new values.
 *
 * @param system source system, empty when there is only one
 * @param id     identifier within that system
 */
public record SourceKey(String system, String id) implements Comparable<SourceKey> {
    private static final Comparator<SourceKey> ORDER = Comparator.comparing(SourceKey::system).thenComparing(SourceKey::id);

    public SourceKey {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(id, "id");
    }

    /**
     * The golden id of an entity that this record founded. Being a function of the key alone, it is the same after a replay,
     * on another node and in another run.
     */
    public UUID goldenId() {
        return UUID.nameUUIDFromBytes((system.length() + ":" + system + id).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(final SourceKey other) {
        return ORDER.compare(this, other);
    }
}
