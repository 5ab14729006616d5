/** How each database is spoken to, one class a database. */
package org.nificrm.delivery.jdbc.dialect;
