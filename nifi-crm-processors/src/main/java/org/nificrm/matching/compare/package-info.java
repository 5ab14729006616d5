/**
 * How much two records agree, attribute by attribute, as a level: the higher, the closer. What a level is worth is up to the
 * model.
 */
package org.nificrm.matching.compare;
