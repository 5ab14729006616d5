/**
 * Countries: any spelling to the code of ISO 3166-1 alpha-2 ({@link org.nificrm.values.country.Countries}). The names are a
 * generated resource, the aliases an authored one.
 */
package org.nificrm.values.country;
