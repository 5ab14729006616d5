/**
 * Records on their way through the matcher: what it compares, what the index keeps of them, and what they come out as.
 */
package org.nificrm.record.dedup;
