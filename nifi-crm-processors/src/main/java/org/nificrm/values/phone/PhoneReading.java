package org.nificrm.values.phone;

import java.util.List;

/**
 * What a phone field holds.
 *
 * @param status how far the field was understood
 * @param numbers the numbers in the order of the field; empty unless the status is VALID or POSSIBLE
 */
public record PhoneReading(PhoneStatus status, List<PhoneNumber> numbers) {

    public PhoneReading {
        numbers = List.copyOf(numbers);
        final boolean understood = status == PhoneStatus.VALID || status == PhoneStatus.POSSIBLE;
        if (understood == numbers.isEmpty()) {
            throw new IllegalArgumentException("Numbers go with the status VALID or POSSIBLE only");
        }
    }

    static PhoneReading valid(final PhoneNumber number) {
        return new PhoneReading(PhoneStatus.VALID, List.of(number));
    }

    static PhoneReading none(final PhoneStatus status) {
        return new PhoneReading(status, List.of());
    }

    /**
     * @return whether every number of the field belongs to a range in use
     */
    public boolean isValid() {
        return status == PhoneStatus.VALID;
    }
}
