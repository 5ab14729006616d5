/**
 * Dates and times in the spellings people and systems use, read into java.time without guessing.
 *
 * <p>{@link org.nificrm.values.date.DateParser} is the way in.</p>
 */
package org.nificrm.values.date;
