/**
 * Runs a real Apache NiFi with the bundle in it, beside a real PostgreSQL, all on the loopback interface and all inside the
 * checkout. {@link org.nificrm.runtime.NifiProcess} is the server, {@link org.nificrm.runtime.NifiCluster} several of them, and
 * {@link org.nificrm.runtime.NifiApi} the REST API.
 */
package org.nificrm.runtime;
