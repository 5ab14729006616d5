/**
 * What agreement is worth: a Fellegi-Sunter model in bits, its built-in numbers, and how it learns better ones from the data
 * without labels.
 */
package org.nificrm.matching.model;
