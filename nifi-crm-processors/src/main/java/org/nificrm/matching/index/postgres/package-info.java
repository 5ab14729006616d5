/**
 * The memory of the matcher in a PostgreSQL database that all nodes of a cluster share.
 */
package org.nificrm.matching.index.postgres;
