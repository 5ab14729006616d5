package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.Rule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.Tally;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.cleansing.WorkingGroup;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Severity;
import org.nificrm.values.address.AddressFormats;
import org.nificrm.values.address.AddressPart;
import org.nificrm.values.address.ChineseAddress;
import org.nificrm.values.address.ChineseAddressParser;
import org.nificrm.values.address.UsAddress;
import org.nificrm.values.address.UsAddressParser;
import org.nificrm.values.address.UsStates;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places that an address line names fill the fields that are empty: for China by the tree of its divisions, for the United States
 * by the end of the line. The line itself stays as it is. Parts that the country's mail needs and that are missing are told.
 */
public final class AddressRule implements Rule {

    private static final String CHINA = "CN";
    private static final String UNITED_STATES = "US";
    private static final String FILLED = "ADDRESS_FILLED";
    private static final List<FieldRole> LARGE_TO_SMALL = List.of(FieldRole.REGION, FieldRole.CITY, FieldRole.DISTRICT);

    private static final Map<AddressPart, FieldRole> ROLES = Map.of(AddressPart.CITY, FieldRole.CITY, AddressPart.REGION, FieldRole.REGION,
            AddressPart.POSTAL_CODE, FieldRole.POSTAL_CODE);

    private final ChineseAddressParser chineseParser = new ChineseAddressParser();
    private final UsAddressParser usParser = new UsAddressParser();

    public AddressRule(final RuleSettings settings) {
        // the frame makes every rule alike; this one has no options
    }

    @Override
    public void apply(final WorkingRecord record) {
        for (final WorkingGroup group : record.groups()) {
            final String region = group.region();
            if (CHINA.equals(region)) {
                applyChinese(group);
            } else if (UNITED_STATES.equals(region)) {
                applyAmerican(group);
            }

            if (region != null && group.text(FieldRole.ADDRESS_LINE1) != null) {
                tellMissing(group, region);
            }
        }
    }

    private void applyChinese(final WorkingGroup group) {
        final String text = joined(group);
        if (text.isEmpty() || text.codePoints().noneMatch(Character::isIdeographic)) {
            return;
        }

        final ChineseAddress address = chineseParser.parse(text);
        if (address.conflict()) {
            final WorkingField line = group.field(FieldRole.ADDRESS_LINE1);
            group.record().report("ADDRESS_CONFLICT", Severity.WARNING, line == null ? null : line.path(), Dimension.CONSISTENCY, Action.KEPT,
                    "It names divisions that do not lie in each other");
        } else if (address.isKnown()) {
            fill(group, FieldRole.REGION, address.province());
            fill(group, FieldRole.CITY, address.city());
            fill(group, FieldRole.DISTRICT, address.county());
        }

        if (address.conflict() || address.isKnown()) {
            final Tally tally = new Tally(1, address.conflict() ? 0 : 1);
            group.record().addConsistency(tally, tally);
        }
    }

    /** The divisions from large to small, those that the line does not repeat, and the line. */
    private static String joined(final WorkingGroup group) {
        final String line = group.text(FieldRole.ADDRESS_LINE1);
        final StringBuilder joined = new StringBuilder();
        for (final FieldRole role : LARGE_TO_SMALL) {
            final String division = group.text(role);
            if (division != null && (line == null || !line.contains(division)) && joined.indexOf(division) < 0) {
                joined.append(division);
            }
        }

        return line == null ? joined.toString() : joined.append(line).toString();
    }

    private void applyAmerican(final WorkingGroup group) {
        final WorkingField state = group.field(FieldRole.REGION);
        final String stateCode = state == null || state.text() == null ? null : UsStates.codeOf(state.text());
        if (stateCode != null && !stateCode.isEmpty() && !stateCode.equals(state.text())) {
            state.rewrite("REGION_CODED", stateCode, "Written as the state's postal code");
        }

        final String line = group.text(FieldRole.ADDRESS_LINE1);
        final boolean gaps = group.isVacant(FieldRole.CITY) || group.isVacant(FieldRole.REGION) || group.isVacant(FieldRole.POSTAL_CODE);
        if (line == null || !gaps) {
            return;
        }

        final UsAddress address = usParser.parse(line);
        if (address.hasPlace()) {
            fill(group, FieldRole.CITY, address.city());
            fill(group, FieldRole.REGION, address.state());
            fill(group, FieldRole.POSTAL_CODE, address.postcode());
        }
    }

    /** What the country's mail cannot do without and the record has a field for. */
    private static void tellMissing(final WorkingGroup group, final String region) {
        final Set<AddressPart> required = AddressFormats.of(region).requiredParts();
        for (final AddressPart part : AddressPart.values()) {
            final FieldRole role = ROLES.get(part);
            if (role != null && required.contains(part) && group.isVacant(role)) {
                group.record().report("ADDRESS_INCOMPLETE", Severity.INFO, group.field(role).path(), Dimension.COMPLETENESS, Action.KEPT,
                        "Addresses of the country need it");
            }
        }
    }

    private static void fill(final WorkingGroup group, final FieldRole role, final String value) {
        if (!value.isEmpty() && group.isVacant(role)) {
            group.field(role).fill(FILLED, value, FieldRole.ADDRESS_LINE1.key(), null, "Named by the rest of the address");
        }
    }
}
