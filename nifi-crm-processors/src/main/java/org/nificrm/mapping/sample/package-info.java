/**
 * Records to show a person what a mapping does before any data comes.
 */
package org.nificrm.mapping.sample;
