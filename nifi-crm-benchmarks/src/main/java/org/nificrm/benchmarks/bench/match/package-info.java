/** How fast customers are matched, at once and one batch after the other, beside Duke and an exact key. */
package org.nificrm.benchmarks.bench.match;
