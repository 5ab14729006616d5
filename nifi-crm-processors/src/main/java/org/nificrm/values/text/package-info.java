/**
 * Text as customers' systems deliver it: normal form, mojibake, placeholders, and the folded form that dictionaries are searched by.
 */
package org.nificrm.values.text;
