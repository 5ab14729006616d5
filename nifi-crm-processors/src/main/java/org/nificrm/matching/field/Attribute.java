package org.nificrm.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One kind of evidence: what is compared as a unit, from one or several fields.
 *
 * @param index     position among the attributes
 * @param role      what it is; never {@link Role#FULL_NAME}
 * @param name      unique readable name: the role, or the field for categories
 * @param positions positions of its fields in {@link MatchFields}
 */
public record Attribute(int index, Role role, String name, List<Integer> positions) {
    public Attribute {
        positions = List.copyOf(positions);
    }

    /** @return the attributes that these fields give, in the order of the roles */
    public static List<Attribute> of(final MatchFields fields) {
        final List<Attribute> attributes = new ArrayList<>();
        for (final Role role : Role.values()) {
            final List<Integer> positions = IntStream.of(fields.positions(role)).boxed().toList();
            switch (role) {
                case FULL_NAME -> {
                    // a full name is read into given name and surname
                }
                case GIVEN_NAME, SURNAME -> {
                    if (!positions.isEmpty() || fields.has(Role.FULL_NAME)) {
                        attributes.add(new Attribute(attributes.size(), role, role.key(), positions));
                    }
                }
                case HOUSE_NUMBER -> {
                    if (!positions.isEmpty() || fields.has(Role.STREET)) {
                        attributes.add(new Attribute(attributes.size(), role, role.key(), positions));
                    }
                }
                case CATEGORY -> positions.forEach(position -> attributes.add(new Attribute(attributes.size(), role,
                        fields.fields().get(position).name(), List.of(position))));
                case BIRTH_DATE, NATIONAL_ID, TAX_ID, EMAIL, PHONE, STREET, CITY, POSTAL_CODE, REGION, COUNTRY, COMPANY, WEB_DOMAIN,
                        SOURCE -> {
                    if (!positions.isEmpty()) {
                        attributes.add(new Attribute(attributes.size(), role, role.key(), positions));
                    }
                }
            }
        }

        return List.copyOf(attributes);
    }

    /** @return the first attribute of each role by the role's ordinal, null for roles without one */
    public static Attribute[] byRole(final List<Attribute> attributes) {
        final Attribute[] byRole = new Attribute[Role.values().length];
        for (final Attribute attribute : attributes) {
            if (byRole[attribute.role().ordinal()] == null) {
                byRole[attribute.role().ordinal()] = attribute;
            }
        }

        return byRole;
    }
}
