/**
 * From one source's shape to ours. A mapping document is compiled once ({@code document}) into an immutable
 * {@link org.nificrm.mapping.MappingPlan}; opened on a reader's schema, one of its mappings becomes a
 * {@link org.nificrm.mapping.RecordMapper} that answers each record with a {@link org.nificrm.mapping.Mapped}.
 * Rules ({@code rule}) read a value ({@code source}), convert it ({@code value}) and set a target field.
 */
package org.nificrm.mapping;
