/**
 * Tables of a relational database as a CRM. {@link org.nificrm.delivery.jdbc.JdbcTableClient} is the client;
 * {@code table} knows what a table looks like, {@code type} what its columns can hold, {@code dialect} how each database
 * is spoken to.
 */
package org.nificrm.delivery.jdbc;
