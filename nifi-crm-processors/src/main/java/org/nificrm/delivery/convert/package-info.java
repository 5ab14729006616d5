/**
 * Values of records as text, number, time or JSON, whatever type they came in: what the clients of all CRMs build on.
 */
package org.nificrm.delivery.convert;
