package org.nificrm.delivery.declared;

/** What a request is for. */
enum Action {
    METADATA, LOOKUP, CREATE, UPDATE, DELETE
}
