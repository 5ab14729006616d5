/**
 * What all CRMs behind HTTP share: sending requests under one rate limit, reading what comes back, knowing when to wait.
 */
package org.nificrm.delivery.rest;
