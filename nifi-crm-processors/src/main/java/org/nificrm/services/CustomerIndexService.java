package org.nificrm.services;

import org.apache.nifi.controller.ControllerService;
import org.nificrm.matching.index.EntityStore;

import java.io.IOException;

/** The customers seen so far, against which new ones are matched. */
public interface CustomerIndexService extends ControllerService {

    /**
     * The index itself, safe for use by several threads.
     *
     * @throws IOException if it cannot be reached
     */
    EntityStore store() throws IOException;
}
