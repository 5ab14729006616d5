/** Tables and their columns, as the database describes them. */
package org.nificrm.delivery.jdbc.table;
