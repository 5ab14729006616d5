package org.nificrm.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of a checkout that running it needs.
 *
 * @param root the folder that holds the root pom.xml
 */
public record Checkout(Path root) {

    /** System property naming the root folder; without it the working directory is taken. */
    public static final String HOME_PROPERTY = "nificrm.home";

    public Checkout {
        root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("nifi-crm-runtime"))) {
            throw new IllegalArgumentException("%s is not a checkout of nifi-crm; set -D%s".formatted(root, HOME_PROPERTY));
        }
    }

    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty(HOME_PROPERTY, "")));
    }

    /** The assembled NiFi's jars and NARs. */
    public Path nifiLibraries() {
        return root.resolve("nifi-crm-runtime/assembly/target/nifi/lib");
    }

    public Path templates() {
        return root.resolve("templates");
    }

    /** Where instances keep their files; emptied by {@code mvn clean}. */
    public Path instances() {
        return root.resolve("nifi-crm-runtime/target/instances");
    }
}
