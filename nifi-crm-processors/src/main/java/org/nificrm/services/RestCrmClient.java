package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.components.DescribedValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.declared.ApiDocument;
import org.nificrm.delivery.declared.ApiObject;
import org.nificrm.delivery.declared.DeclaredApi;
import org.nificrm.delivery.declared.DeclaredClient;
import org.nificrm.delivery.declared.Preset;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.ThrottleRule;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

@Tags({"crm", "customer", "rest", "api", "json", "dolibarr", "espocrm", "suitecrm", "odoo", "upsert"})
@CapabilityDescription("""
        Any CRM with a REST interface, by a document that says how records are looked up, created, updated and deleted, and what the answers mean.
        Dolibarr, EspoCRM, SuiteCRM and Odoo are described already; what differs from a preset is all that a document of your own has to say.
        Match Key Fields is one field with unique values.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class RestCrmClient extends HttpCrmClient<DeclaredApi, ApiObject> {

    enum Authentication implements DescribedValue {

        API_KEY("API Key", "A key in the header that the document names"),
        ACCESS_TOKEN("Access Token", "A token, or an API key, that is sent as bearer"),
        OAUTH2("OAuth2", "Tokens from an OAuth2 Access Token Provider; for CRMs that want a login, the provider logs in"),
        BASIC("Basic", "User name and password"),
        NONE("None", "Nothing");

        private final String displayName;
        private final String description;

        Authentication(final String displayName, final String description) {
            this.displayName = displayName;
            this.description = description;
        }

        @Override
        public String getValue() {
            return name();
        }

        @Override
        public String getDisplayName() {
            return displayName;
        }

        @Override
        public String getDescription() {
            return description;
        }
    }

    static final PropertyDescriptor API_ADDRESS = HttpConnection.address("API Address",
                    "Address of the CRM, to which the document's paths are added; for the presets that of the site, for example https://crm.example.org")
            .build();

    static final PropertyDescriptor PRESET = new PropertyDescriptor.Builder()
            .name("Preset")
            .description("The CRM whose interface is described already")
            .allowableValues(Preset.class)
            .defaultValue(Preset.NONE)
            .required(true)
            .build();

    static final PropertyDescriptor API_DOCUMENT = DocumentProperty.named("API Document",
                    "JSON document that describes the interface, or what differs from the preset: it is laid over the preset's. See Additional Details")
            .build();

    static final PropertyDescriptor AUTHENTICATION = new PropertyDescriptor.Builder()
            .name("Authentication")
            .description("How requests prove who sends them")
            .allowableValues(Authentication.class)
            .defaultValue(Authentication.API_KEY)
            .required(true)
            .build();

    static final PropertyDescriptor API_KEY = secret("API Key", "Key that the CRM gave for this purpose", Authentication.API_KEY);

    static final PropertyDescriptor ACCESS_TOKEN = secret("Access Token", "Token that the CRM gave for this purpose", Authentication.ACCESS_TOKEN);

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(HttpConnection.OAUTH2_PROVIDER)
            .dependsOn(AUTHENTICATION, Authentication.OAUTH2)
            .required(true)
            .build();

    static final PropertyDescriptor USERNAME = new PropertyDescriptor.Builder()
            .name("Username")
            .description("User who writes the records")
            .dependsOn(AUTHENTICATION, Authentication.BASIC)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .required(true)
            .build();

    static final PropertyDescriptor PASSWORD = secret("Password", "Password of that user", Authentication.BASIC);

    private static PropertyDescriptor secret(final String name, final String description, final Authentication authentication) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description(description)
                .dependsOn(AUTHENTICATION, authentication)
                .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
                .sensitive(true)
                .required(true)
                .build();
    }

    public RestCrmClient() {
        super(API_ADDRESS, PRESET, API_DOCUMENT, AUTHENTICATION, API_KEY, ACCESS_TOKEN, OAUTH2_PROVIDER, USERNAME, PASSWORD);
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        final List<ValidationResult> results = new ArrayList<>(super.customValidate(context));
        try {
            final ApiDocument document = document(context);
            if (authentication(context) == Authentication.API_KEY && document.apiKeyHeader().isEmpty()) {
                results.add(invalid(AUTHENTICATION, "requires that the document names the header in 'apiKeyHeader'. Add it, or choose another Authentication"));
            }
        } catch (final InvalidDocumentException e) {
            e.problems().forEach(problem -> results.add(invalid(API_DOCUMENT, problem.toString())));
        }

        return results;
    }

    private static ValidationResult invalid(final PropertyDescriptor property, final String explanation) {
        return new ValidationResult.Builder().subject(property.getName()).valid(false).explanation(explanation).build();
    }

    private static ApiDocument document(final PropertyContext context) {
        final String preset = context.getProperty(PRESET).asAllowableValue(Preset.class).document();
        return ApiDocument.compile(Documents.overlay(Documents.parse(preset), Documents.parse(DocumentProperty.text(context.getProperty(API_DOCUMENT)).orElse("{}"))));
    }

    private static Authentication authentication(final PropertyContext context) {
        return context.getProperty(AUTHENTICATION).asAllowableValue(Authentication.class);
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return switch (authentication(context)) {
            case API_KEY -> fixed(document(context).apiKeyHeader().orElseThrow(), context.getProperty(API_KEY).getValue().strip());
            case ACCESS_TOKEN -> BearerToken.fixed(context.getProperty(ACCESS_TOKEN).getValue());
            case OAUTH2 -> BearerToken.provided(context);
            case BASIC -> fixed("Authorization", "Basic " + encoded(context.getProperty(USERNAME).evaluateAttributeExpressions().getValue(),
                    context.getProperty(PASSWORD).getValue()));
            case NONE -> Map::of;
        };
    }

    private static Credentials fixed(final String header, final String value) {
        final Map<String, String> headers = Map.of(header, value);
        return () -> headers;
    }

    private static String encoded(final String username, final String password) {
        return Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    ThrottleRule throttleRule(final PropertyContext context) {
        return document(context).throttleRule();
    }

    @Override
    DeclaredApi api(final ApiTransport connection, final PropertyContext context) {
        return new DeclaredApi(connection, document(context));
    }

    @Override
    ApiObject describe(final DeclaredApi connected, final String object) throws CrmException {
        return connected.object(object);
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        return new DeclaredClient(api(), description(target.object()), target, this::description);
    }

    @Override
    Finding examine(final DeclaredApi connected, final PropertyContext context) throws CrmException {
        return connected.probe();
    }
}
