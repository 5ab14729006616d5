package org.nificrm.matching.prepare;

/**
 * Understands the raw text of one attribute.
 */
@FunctionalInterface
interface ValueReader {
    /** @return the value, null if the text says nothing */
    Value read(String raw);
}
