/**
 * Company names: the name proper and the legal form ({@link org.nificrm.values.company.CompanyNameParser}), and the distinctive
 * part of Chinese names ({@link org.nificrm.values.company.ChineseBrand}).
 */
package org.nificrm.values.company;
