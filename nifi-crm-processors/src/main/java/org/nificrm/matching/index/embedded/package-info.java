/**
 * The memory of the matcher on one node: what is searched is held in memory, what must survive is in one file.
 */
package org.nificrm.matching.index.embedded;
