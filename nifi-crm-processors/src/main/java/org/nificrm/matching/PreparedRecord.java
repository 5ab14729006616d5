package org.nificrm.matching;

import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.prepare.Profile;

/**
 * A record at hand with all that does not depend on what is stored.
 *
 * @param profile     the record as it is compared
 * @param matchValues the same as text, as a store keeps it
 * @param content     the whole record in the caller's own form
 */
record PreparedRecord(Profile profile, String matchValues, byte[] content) {
    SourceKey key() {
        return profile.key();
    }
}
