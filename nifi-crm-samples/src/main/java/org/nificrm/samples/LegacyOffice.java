package org.nificrm.samples;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML export of an office-automation system: key as attribute, family and given name apart, times with their offset. */
final class LegacyOffice implements LegacyWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(8));

    private final OutputStream output;
    private final XMLStreamWriter xml;

    LegacyOffice(final Path file) throws IOException {
        this.output = new BufferedOutputStream(Files.newOutputStream(file));
        try {
            this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(output, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("contacts");
        } catch (final XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(final CustomerRow row) throws IOException {
        try {
            writeContact(row, new LegacySpelling(row));
        } catch (final XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void writeContact(final CustomerRow row, final LegacySpelling spelling) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("contact");
        xml.writeAttribute("id", spelling.key());
        writeElement("kind", spelling.person() ? "个人" : "单位");
        writeElement("familyName", spelling.typed(Field.LAST_NAME));
        writeElement("givenName", spelling.typed(Field.FIRST_NAME));
        writeElement("unitName", spelling.text(Field.COMPANY_NAME));
        writeElement("mail", spelling.typed(Field.EMAIL));
        writeElement("phone", spelling.typed(Field.PHONE));
        writeElement("birthday", spelling.birthDate(DATE));
        writeElement("sex", spelling.gender("2", "1"));
        writeElement("cardNo", spelling.text(Field.NATIONAL_ID));
        writeElement("taxNo", spelling.text(Field.TAX_ID));
        writeElement("province", spelling.text(Field.REGION));
        writeElement("city", spelling.text(Field.CITY));
        writeElement("street", spelling.text(Field.ADDRESS_LINE1));
        writeElement("postcode", spelling.text(Field.POSTAL_CODE));
        writeElement("country", spelling.text(Field.COUNTRY));
        writeElement("state", spelling.status("在用", "停用", "注销"));
        writeElement("modifiedAt", TIME.format(row.updatedAt()));
        xml.writeEndElement();
    }

    private void writeElement(final String name, final String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    @Override
    public void close() throws IOException {
        try (output) {
            xml.writeEndDocument();
            xml.close();
        } catch (final XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
