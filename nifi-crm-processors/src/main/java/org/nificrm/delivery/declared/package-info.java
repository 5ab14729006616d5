/**
 * A CRM behind HTTP as a document describes it: requests as templates, answers as JSON Pointers, errors as rules.
 * {@link org.nificrm.delivery.declared.ApiDocument} is the document, {@link org.nificrm.delivery.declared.DeclaredClient} the CRM.
 */
package org.nificrm.delivery.declared;
