/**
 * Person names: {@link org.nificrm.values.name.PersonNameParser} takes a full name to its parts, Western and East Asian alike;
 * {@link org.nificrm.values.name.NameCase} repairs the case of its letters. The words they know are the text files beside them.
 */
package org.nificrm.values.name;
