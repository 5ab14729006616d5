/**
 * Makes the flow definitions in {@code templates/}: one class a template, on top of a builder that knows NiFi's file format, the
 * canvas grid and what every component of ours has in common. After a change run {@code TemplateFilesTest} with
 * {@code -Dtemplates.write=true} and commit the files.
 */
package org.nificrm.templates;
