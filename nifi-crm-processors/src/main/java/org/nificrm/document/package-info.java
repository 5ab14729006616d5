/**
 * JSON documents that users write: read strictly, every problem reported at once with the place (JSON Pointer) and the remedy.
 */
package org.nificrm.document;
