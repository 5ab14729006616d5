package org.nificrm.processors;

import org.apache.nifi.processor.Relationship;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertTrue;

class AuthorizeRequestTest {

    private static final String ERP_TOKEN = "erp-0123456789abcdefghij";
    private static final String SHOP_TOKEN = "shop-0123456789abcdefghij";

    private final TestRunner runner = TestRunners.newTestRunner(AuthorizeRequest.class);

    @BeforeEach
    void knowTwoClients() {
        runner.setProperty("erp", ERP_TOKEN);
        runner.setProperty("shop", SHOP_TOKEN);
    }

    @Test
    void aTokenTellsWhoseRequestItIs() {
        request("http.headers.Authorization", "Bearer " + SHOP_TOKEN);

        only(AuthorizeRequest.AUTHORIZED).assertAttributeEquals("crm.client", "shop");
    }

    @Test
    void namesOfHeadersAndSchemesComeInAnyCase() {
        request("http.headers.authorization", "bearer " + ERP_TOKEN);

        only(AuthorizeRequest.AUTHORIZED).assertAttributeEquals("crm.client", "erp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer erp-0123456789abcdefghi", "Bearer ", "Basic " + ERP_TOKEN, ERP_TOKEN, "", "Bearer erp"})
    void nobodyElsePasses(final String header) {
        request("http.headers.Authorization", header);

        only(AuthorizeRequest.UNAUTHORIZED).assertAttributeNotExists("crm.client");
    }

    @Test
    void aRequestWithoutTheHeaderDoesNotPass() {
        request("http.method", "GET");

        only(AuthorizeRequest.UNAUTHORIZED);
    }

    @Test
    void aClientCannotNameItself() {
        runner.enqueue("", Map.of("crm.client", "shop", "http.headers.Authorization", "Bearer " + ERP_TOKEN));
        runner.run();

        only(AuthorizeRequest.AUTHORIZED).assertAttributeEquals("crm.client", "erp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + ERP_TOKEN, "Bearer wrong"})
    void theTokenGoesNoFurther(final String header) {
        request("http.headers.authorization", header);

        runner.getFlowFilesForRelationship(AuthorizeRequest.AUTHORIZED).forEach(AuthorizeRequestTest::assertNoToken);
        runner.getFlowFilesForRelationship(AuthorizeRequest.UNAUTHORIZED).forEach(AuthorizeRequestTest::assertNoToken);
    }

    private static void assertNoToken(final MockFlowFile flowFile) {
        assertTrue(flowFile.getAttributes().values().stream().noneMatch(value -> value.contains("Bearer")));
    }

    @Test
    void aTokenThatCanBeGuessedIsNotValid() {
        runner.setProperty("short", "123456");

        runner.assertNotValid();
    }

    @Test
    void withoutClientsItIsNotValid() {
        runner.removeProperty("erp");
        runner.removeProperty("shop");

        runner.assertNotValid();
    }

    private void request(final String attribute, final String value) {
        runner.enqueue("body", Map.of(attribute, value));
        runner.run();
    }

    private MockFlowFile only(final Relationship relationship) {
        runner.assertAllFlowFilesTransferred(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }
}
