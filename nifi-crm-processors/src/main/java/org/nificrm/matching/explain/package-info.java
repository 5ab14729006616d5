/**
 * Why two records were or were not taken for one customer, as JSON a person can read.
 */
package org.nificrm.matching.explain;
