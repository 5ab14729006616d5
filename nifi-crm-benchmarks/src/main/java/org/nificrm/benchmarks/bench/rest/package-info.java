/**
 * Records a second into a CRM behind HTTP, how well its rate limit is kept, and whether memory stays where it is.
 */
package org.nificrm.benchmarks.bench.rest;
