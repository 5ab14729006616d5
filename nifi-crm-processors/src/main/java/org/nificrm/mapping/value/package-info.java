/**
 * What happens to one value on its way: null tokens, splitting, value maps and conversion to the target type. Nothing here
 * guesses: text that can be read in two ways is an error.
 */
package org.nificrm.mapping.value;
