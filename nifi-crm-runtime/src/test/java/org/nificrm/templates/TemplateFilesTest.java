package org.nificrm.templates;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TemplateFilesTest {

    private static final String WRITE_PROPERTY = "templates.write";

    @ParameterizedTest
    @EnumSource
    void committedFileIsWhatItsBuilderMakes(final Template template) throws IOException {
        final String built = template.build().toText();
        if (Boolean.getBoolean(WRITE_PROPERTY)) {
            Files.writeString(template.file(), built);
        }

        assertEquals(built, Files.readString(template.file()), () -> "run this test with -D%s=true and commit the file".formatted(WRITE_PROPERTY));
    }
}
