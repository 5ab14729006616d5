package org.nificrm.reconciliation;

import java.util.List;

/**
 * One record beside what the CRM holds. Fields that are blank on both sides are in neither list.
 *
 * @param equal       fields that say the same on both sides
 * @param differences the others
 */
public record Comparison(List<String> equal, List<Difference> differences) {

    /**
     * One field that differs.
     *
     * @param expected what the record says, null if it is blank
     * @param found    what the CRM says, null if it is blank
     */
    public record Difference(String field, Object expected, Object found) {
    }

    public Comparison {
        equal = List.copyOf(equal);
        differences = List.copyOf(differences);
    }

    public boolean isConsistent() {
        return differences.isEmpty();
    }

    /** Number of fields that are present on either side. */
    public int present() {
        return equal.size() + differences.size();
    }
}
