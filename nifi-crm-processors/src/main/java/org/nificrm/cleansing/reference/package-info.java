/**
 * What other systems know about a customer: {@link org.nificrm.cleansing.reference.ReferenceSource} is one system as the engine sees
 * it, {@link org.nificrm.cleansing.reference.ReferenceClient} asks it with cache, time-out and circuit breaker.
 */
package org.nificrm.cleansing.reference;
