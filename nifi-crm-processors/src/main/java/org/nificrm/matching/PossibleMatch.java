package org.nificrm.matching;

import org.nificrm.matching.field.SourceKey;

/**
 * Two records in different entities that are alike enough for a person to look at.
 *
 * @param first  the older record
 * @param second the newer record
 * @param score  score in bits
 */
public record PossibleMatch(SourceKey first, SourceKey second, float score) {
}
