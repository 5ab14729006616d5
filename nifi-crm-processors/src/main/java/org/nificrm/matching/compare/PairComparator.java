package org.nificrm.matching.compare;

import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.NameValue;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Value;

import java.util.List;

/**
 * Compares two profiles in all attributes. Safe for use by several threads.
 */
public final class PairComparator {
    private static final NameComparator NAMES = new NameComparator();

    private final List<Attribute> attributes;
    private final LevelComparator<Value>[] comparators;
    private final int givenName;
    private final int surname;

    /** @throws IllegalArgumentException if there are more attributes than a pattern holds */
    public PairComparator(final List<Attribute> attributes) {
        if (attributes.size() > AgreementPattern.MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("Match Fields gives %d attributes, at most %d can be compared; leave out some categories"
                    .formatted(attributes.size(), AgreementPattern.MOST_ATTRIBUTES));
        }

        this.attributes = attributes;
        comparators = comparators(attributes);
        givenName = index(attributes, Role.GIVEN_NAME);
        surname = index(attributes, Role.SURNAME);
    }

    @SuppressWarnings("unchecked")
    private static LevelComparator<Value>[] comparators(final List<Attribute> attributes) {
        return attributes.stream().map(attribute -> comparator(attribute.role())).toArray(LevelComparator[]::new);
    }

    private static int index(final List<Attribute> attributes, final Role role) {
        return attributes.stream().filter(attribute -> attribute.role() == role).mapToInt(Attribute::index).findFirst().orElse(-1);
    }

    /** @return names of the levels of a role, from no agreement to the closest */
    public static List<String> levels(final Role role) {
        return comparator(role).levels();
    }

    private static LevelComparator<? extends Value> comparator(final Role role) {
        return switch (role) {
            case GIVEN_NAME, SURNAME, FULL_NAME -> NAMES;
            case BIRTH_DATE -> new DateComparator();
            case NATIONAL_ID, TAX_ID -> new IdentifierComparator();
            case EMAIL -> new EmailComparator();
            case PHONE -> new PhoneComparator();
            case HOUSE_NUMBER -> new HouseNumberComparator();
            case STREET -> new StreetComparator();
            case COMPANY -> new CompanyComparator();
            case CITY -> new PlaceComparator();
            case POSTAL_CODE -> new PostalCodeComparator();
            case WEB_DOMAIN -> new WebDomainComparator();
            case REGION, COUNTRY, CATEGORY, SOURCE -> new CategoryComparator();
        };
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    /** @return the {@link AgreementPattern} of a pair; for reproducible results the record that came first goes first */
    public long compare(final Profile first, final Profile second) {
        long pattern = names(first, second);
        for (int attribute = 0; attribute < comparators.length; attribute++) {
            if (attribute == givenName || attribute == surname) {
                continue;
            }

            final Value left = first.value(attribute);
            final Value right = second.value(attribute);
            if (left != null && right != null) {
                pattern = AgreementPattern.with(pattern, attribute, level(comparators[attribute], left, right));
            }
        }

        return pattern;
    }

    /** @return whether two profiles with this pattern have one given name and surname, spelling errors and order apart */
    public boolean areNamesakes(final long pattern) {
        if (givenName < 0 || surname < 0) {
            return false;
        }

        final int givenLevel = AgreementPattern.level(pattern, givenName);
        return givenLevel == NameComparator.SWAPPED
                || givenLevel >= NameComparator.NEAR && AgreementPattern.level(pattern, surname) >= NameComparator.NEAR;
    }

    private static int level(final LevelComparator<Value> comparator, final Value first, final Value second) {
        final Value[] left = first.alternatives();
        final Value[] right = second.alternatives();
        if (left.length == 1 && right.length == 1) {
            return comparator.compare(left[0], right[0]);
        }

        int best = 0;
        for (final Value value : left) {
            for (final Value other : right) {
                best = Math.max(best, comparator.compare(value, other));
            }
        }

        return best;
    }

    /**
     * Given name and surname together. When they agree crosswise and not straight, the given name carries the level
     * {@code swapped} for both, so that one error counts once; with only one name on a side the surname carries it.
     */
    private long names(final Profile first, final Profile second) {
        final NameValue given = name(first, givenName);
        final NameValue otherGiven = name(second, givenName);
        final NameValue family = name(first, surname);
        final NameValue otherFamily = name(second, surname);
        final int givenLevel = level(given, otherGiven);
        final int familyLevel = level(family, otherFamily);
        if (givenLevel <= NameComparator.WEAK && familyLevel <= NameComparator.WEAK) {
            final int cross = level(given, otherFamily);
            final int otherCross = level(family, otherGiven);
            final int lower = Math.min(cross, otherCross);
            final int higher = Math.max(cross, otherCross);
            if (lower >= NameComparator.SIMILAR && higher >= NameComparator.NEAR) {
                return AgreementPattern.with(0, givenName, NameComparator.SWAPPED);
            }

            if (lower == AgreementPattern.MISSING && higher >= NameComparator.NEAR) {
                return AgreementPattern.with(0, surname, NameComparator.SWAPPED);
            }
        }

        long pattern = 0;
        if (givenLevel >= 0) {
            pattern = AgreementPattern.with(pattern, givenName, givenLevel);
        }

        return familyLevel >= 0 ? AgreementPattern.with(pattern, surname, familyLevel) : pattern;
    }

    private static NameValue name(final Profile profile, final int attribute) {
        return attribute < 0 ? null : (NameValue) profile.value(attribute);
    }

    private static int level(final NameValue first, final NameValue second) {
        return first == null || second == null ? AgreementPattern.MISSING : NAMES.compare(first, second);
    }
}
