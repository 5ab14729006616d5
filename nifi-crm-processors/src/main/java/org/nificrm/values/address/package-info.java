/**
 * Postal addresses: the division tree of China, the parts of a US address line, postal codes and required fields of each country.
 */
package org.nificrm.values.address;
