package org.nificrm.matching;

import org.nificrm.matching.prepare.Profile;

/**
 * Two records in different groups that are alike enough for a person to look at.
 *
 * @param first  the older record
 * @param second the newer record
 * @param score  score in bits
 */
public record PossibleMatch(Profile first, Profile second, float score) {
}
