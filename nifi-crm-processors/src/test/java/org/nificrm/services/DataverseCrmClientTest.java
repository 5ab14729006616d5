package org.nificrm.services;

import org.apache.nifi.components.PropertyDescriptor;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.dataverse.FakeDataverse;
import org.nificrm.delivery.rest.FakeApi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

class DataverseCrmClientTest extends OAuth2ServiceTests {

    @Override
    HttpCrmClient<?, ?> service() {
        return new DataverseCrmClient();
    }

    @Override
    FakeApi fake() throws IOException {
        return new FakeDataverse(1, true);
    }

    @Override
    PropertyDescriptor address() {
        return DataverseCrmClient.ENVIRONMENT_ADDRESS;
    }

    @Override
    PropertyDescriptor provider() {
        return DataverseCrmClient.OAUTH2_PROVIDER;
    }

    @Override
    Target target() {
        return new Target("contact", List.of("crm_key"), Optional.empty());
    }

    @Override
    String field() {
        return "lastname";
    }

    @Override
    String scheme() {
        return "Bearer";
    }

    @Override
    String verification() {
        return "GET /api/data/v9.2/WhoAmI";
    }
}
