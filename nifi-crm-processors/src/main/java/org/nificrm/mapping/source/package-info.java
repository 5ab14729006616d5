/**
 * Where a rule's value comes from: plain paths read fields directly, everything else is a RecordPath or an expression.
 */
package org.nificrm.mapping.source;
