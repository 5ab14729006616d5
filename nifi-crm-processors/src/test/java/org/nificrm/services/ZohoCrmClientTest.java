package org.nificrm.services;

import org.apache.nifi.components.PropertyDescriptor;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.zoho.FakeZoho;
import org.nificrm.delivery.rest.FakeApi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

class ZohoCrmClientTest extends OAuth2ServiceTests {

    @Override
    HttpCrmClient<?, ?> service() {
        return new ZohoCrmClient();
    }

    @Override
    FakeApi fake() throws IOException {
        return new FakeZoho(1);
    }

    @Override
    PropertyDescriptor address() {
        return ZohoCrmClient.API_ADDRESS;
    }

    @Override
    PropertyDescriptor provider() {
        return ZohoCrmClient.OAUTH2_PROVIDER;
    }

    @Override
    Target target() {
        return new Target("Contacts", List.of("Crm_Key"), Optional.empty());
    }

    @Override
    String field() {
        return "Last_Name";
    }

    @Override
    String scheme() {
        return "Zoho-oauthtoken";
    }

    @Override
    String verification() {
        return "GET /crm/v8/settings/fields";
    }
}
