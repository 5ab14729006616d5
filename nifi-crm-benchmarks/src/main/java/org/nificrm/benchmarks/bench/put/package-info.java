/** How fast customers reach a database, beside NiFi's own processor for it and beside the database's own loader. */
package org.nificrm.benchmarks.bench.put;
