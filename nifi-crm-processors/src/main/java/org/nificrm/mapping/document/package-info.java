/**
 * The mapping document: JSON in, a compiled plan out, or every mistake at once as a JSON Pointer with a remedy.
 */
package org.nificrm.mapping.document;
