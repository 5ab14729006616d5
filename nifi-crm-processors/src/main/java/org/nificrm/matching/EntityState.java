package org.nificrm.matching;

import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.prepare.Profile;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An entity after a unit of work that touched it.
 *
 * @param goldenId   its id: that of its oldest record
 * @param members    all its records, the oldest first
 * @param superseded ids of former entities whose oldest record is part of this one; they no longer exist
 * @param splitFrom  ids of entities that still exist and that some of the members belonged to before
 */
public record EntityState(UUID goldenId, List<Member> members, Set<UUID> superseded, Set<UUID> splitFrom) {

    /**
     * A record of an entity.
     *
     * @param profile  the record as it was compared, for explanations; knows the record's identity
     * @param content  what was kept with it
     * @param incoming whether it is one of the records at hand
     */
    public record Member(Profile profile, byte[] content, boolean incoming) {
        public SourceKey key() {
            return profile.key();
        }
    }
}
