/**
 * What a document's entries become: rules that set target fields, and the target's shape. All of it is immutable and shared
 * by threads; what belongs to one record is in {@link org.nificrm.mapping.rule.Scope}.
 */
package org.nificrm.mapping.rule;
