package org.nificrm.samples;

import java.io.IOException;

/** Writes rows the way one legacy system hands them over. */
interface LegacyWriter extends AutoCloseable {

    void write(CustomerRow row) throws IOException;

    @Override
    void close() throws IOException;
}
