/**
 * From raw text to values that compare fast: folded, split into parts, hashed, once per record instead of once per pair.
 */
package org.nificrm.matching.prepare;
