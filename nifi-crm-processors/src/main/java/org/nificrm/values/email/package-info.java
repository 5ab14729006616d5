/**
 * E-mail addresses: taken out of what people paste, checked, and looked at for typing errors, throw-away domains and shared mailboxes.
 *
 * <p>{@link org.nificrm.values.email.EmailParser} is the way in; {@link org.nificrm.values.email.EmailSyntax} alone answers whether a
 * text is an address as it stands.</p>
 */
package org.nificrm.values.email;
