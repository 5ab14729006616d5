/** Kinds of columns: which values each can hold, one class a kind. */
package org.nificrm.delivery.jdbc.type;
