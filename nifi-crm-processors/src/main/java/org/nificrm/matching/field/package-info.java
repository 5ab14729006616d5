/**
 * What the matcher is told about a record: which field plays which role, and the record itself in a compact form.
 */
package org.nificrm.matching.field;
