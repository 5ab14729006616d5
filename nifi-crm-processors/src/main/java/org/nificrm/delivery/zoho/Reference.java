package org.nificrm.delivery.zoho;

/**
 * A record of another module, named by a unique field of it.
 *
 * @param field  as deliveries name it: look-up and unique field, such as {@code Account_Name.Crm_Key}
 * @param lookup look-up field that leads there
 * @param module where the record is
 * @param key    unique field that identifies it
 */
record Reference(String field, String lookup, String module, ZohoField key) {
}
