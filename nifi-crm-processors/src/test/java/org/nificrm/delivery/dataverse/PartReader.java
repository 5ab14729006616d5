package org.nificrm.delivery.dataverse;

import org.nificrm.delivery.rest.FakeRequest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the requests inside a batch as a server does, strictly. */
final class PartReader {

    private PartReader() {
    }

    static List<FakeRequest> read(final FakeRequest batch) {
        final String boundary = "--" + batch.header("Content-Type").replaceFirst("^multipart/mixed; boundary=", "");
        final String text = batch.text();
        if (!text.startsWith(boundary + "\r\n") || !text.endsWith("\r\n" + boundary + "--\r\n")) {
            throw new IllegalArgumentException("no whole multipart body");
        }

        final List<FakeRequest> parts = new ArrayList<>();
        for (final String part : text.substring(boundary.length() + 2, text.length() - boundary.length() - 6).split("\r\n" + boundary + "\r\n")) {
            parts.add(request(part));
        }

        return parts;
    }

    private static FakeRequest request(final String part) {
        final String[] blocks = part.split("\r\n\r\n", 3);
        if (!blocks[0].contains("Content-Type: application/http") || !blocks[0].contains("Content-Transfer-Encoding: binary")) {
            throw new IllegalArgumentException("no request of a batch: " + part);
        }

        final String[] lines = blocks[1].split("\r\n");
        final String[] requestLine = lines[0].split(" ");
        final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        addHeaders(headers, blocks[0].split("\r\n"), 0);
        addHeaders(headers, lines, 1);
        return new FakeRequest(requestLine[0], URLDecoder.decode(requestLine[1], StandardCharsets.UTF_8), Map.of(), headers,
                (blocks.length > 2 ? blocks[2] : "").getBytes(StandardCharsets.UTF_8));
    }

    private static void addHeaders(final Map<String, String> headers, final String[] lines, final int from) {
        for (int i = from; i < lines.length; i++) {
            final String[] header = lines[i].split(": ", 2);
            headers.put(header[0], header[1]);
        }
    }
}
