package org.nificrm.delivery;

/**
 * What a CRM's interface can do.
 *
 * @param maxBatch         most operations in one write, and most keys in one look-up
 * @param partialSuccess   whether good records of a batch are written beside bad ones
 * @param orderedResults   whether its answers come in the order of the request; if not, the client attributes them by key
 * @param nativeUpsert     whether a create that meets an existing record updates it rather than fails or doubles it
 * @param conditionalWrite whether a write can be refused when the record changed since it was looked up
 * @param supportsDelete   whether records can be deleted
 * @param transactional    whether all writes since the last commit are taken back by a rollback
 */
public record Capabilities(int maxBatch, boolean partialSuccess, boolean orderedResults, boolean nativeUpsert, boolean conditionalWrite,
        boolean supportsDelete, boolean transactional) {

    public Capabilities {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("maxBatch requires at least 1");
        }
    }
}
