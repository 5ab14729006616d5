/**
 * The processors: each opens the FlowFile, asks one engine through {@link org.nificrm.record}, and transfers what came of it.
 */
package org.nificrm.processors;
