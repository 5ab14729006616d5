package org.nificrm.delivery.declared;

import org.apache.nifi.components.DescribedValue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** CRMs that a document of the bundle describes. */
public enum Preset implements DescribedValue {

    DOLIBARR("Dolibarr", "Third parties and contacts of Dolibarr 20 and newer"),
    ESPOCRM("EspoCRM", "Entities of EspoCRM 9 and newer"),
    SUITECRM("SuiteCRM", "Modules of SuiteCRM 7.12 and newer, through its API V8"),
    ODOO("Odoo", "Models of Odoo 19 and newer, through its JSON-2 API"),
    NONE("None", "The API Document says everything");

    private final String displayName;
    private final String description;

    Preset(final String displayName, final String description) {
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

    /** The document as text. */
    public String document() {
        if (this == NONE) {
            return "{}";
        }

        try (InputStream resource = Preset.class.getResourceAsStream(name().toLowerCase(Locale.ROOT) + ".json")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
