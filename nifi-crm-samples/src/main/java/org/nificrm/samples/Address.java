package org.nificrm.samples;

record Address(String line, Place place, String postalCode) {
}
