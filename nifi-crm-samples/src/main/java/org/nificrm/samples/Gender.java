package org.nificrm.samples;

enum Gender {
    FEMALE,
    MALE
}
