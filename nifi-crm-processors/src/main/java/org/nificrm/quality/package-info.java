/**
 * How good a customer record is: {@link org.nificrm.quality.Measures} are counted per record and add up per FlowFile,
 * {@link org.nificrm.quality.QualityModel} turns them into dimensions, one score and a grade.
 */
package org.nificrm.quality;
