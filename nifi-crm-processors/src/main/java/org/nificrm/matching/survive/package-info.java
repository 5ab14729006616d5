/**
 * One golden record from the records of an entity: which value of each field survives, where it came from, and what lost.
 */
package org.nificrm.matching.survive;
