/**
 * JSON that users write, documents and sample records: read strictly, every problem reported at once with the place (JSON Pointer) and the remedy.
 */
package org.nificrm.document;
