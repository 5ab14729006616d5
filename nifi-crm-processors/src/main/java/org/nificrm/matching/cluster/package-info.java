/**
 * From scored pairs to groups.
 */
package org.nificrm.matching.cluster;
