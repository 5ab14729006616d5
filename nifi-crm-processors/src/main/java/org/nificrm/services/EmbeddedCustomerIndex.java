package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.embedded.EmbeddedEntityStore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

@Tags({"crm", "customer", "index", "deduplicate", "master data"})
@CapabilityDescription("""
        Remembers the customers of one NiFi node in memory and in one file, without any set-up. It survives restarts, also those by
        kill. On a cluster each node would have an index of its own: use PostgresCustomerIndex there.""")
@SeeAlso(PostgresCustomerIndex.class)
public class EmbeddedCustomerIndex extends AbstractControllerService implements CustomerIndexService {

    public static final PropertyDescriptor INDEX_FILE = new PropertyDescriptor.Builder()
            .name("Index File")
            .description("""
                    File that holds the index, created with its folder where missing. One index at a time may use it. Memory needed is about
                    1 KB a record.""")
            .required(true)
            .defaultValue("./crm_index/customers.index")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .build();

    private volatile EmbeddedEntityStore store;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(INDEX_FILE);
    }

    @OnEnabled
    public void open(final ConfigurationContext context) throws IOException {
        if (getNodeTypeProvider().isConfiguredForClustering()) {
            getLogger().warn("Each node of the cluster has an index of its own: use PostgresCustomerIndex, or send all customers to a single node");
        }

        store = EmbeddedEntityStore.open(Path.of(context.getProperty(INDEX_FILE).evaluateAttributeExpressions().getValue()));
    }

    @OnDisabled
    public void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    public EntityStore store() {
        return store;
    }
}
