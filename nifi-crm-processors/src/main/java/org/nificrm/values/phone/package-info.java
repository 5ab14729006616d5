/**
 * Phone numbers: from what people type to E.164, extension and type.
 *
 * <p>{@link org.nificrm.values.phone.PhoneParser} is the way in. It cleans the text, asks {@link org.nificrm.values.phone.NumberingPlans}
 * (digit automata compiled from libphonenumber's metadata) and, where these have no answer, libphonenumber itself through a cache.</p>
 */
package org.nificrm.values.phone;
