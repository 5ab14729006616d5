/**
 * The rules, one class each: it reads a value, calls the parser that understands such values, and says through
 * {@link org.nificrm.cleansing.WorkingField} what became of it.
 */
package org.nificrm.cleansing.rules;
