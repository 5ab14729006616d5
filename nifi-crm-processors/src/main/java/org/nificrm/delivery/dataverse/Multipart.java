package org.nificrm.delivery.dataverse;

import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests and responses inside a multipart/mixed body (RFC 2046, section 5.1; OData 4.0 Part 1, section 11.7). */
final class Multipart {

    /** Cannot occur in a part: what JSON holds is on one line, and no line of it starts with dashes. */
    static final String BOUNDARY = "nifi-crm-batch";

    private static final String LINE = "\r\n";
    private static final Pattern BOUNDARY_PARAMETER = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})[^\r\n]*");
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");

    private Multipart() {
    }

    /** Numbers the requests from 1 by Content-ID. */
    static byte[] write(final List<ApiRequest> requests) {
        final ByteArrayOutputStream body = new ByteArrayOutputStream();
        int number = 0;
        for (final ApiRequest request : requests) {
            final StringBuilder head = new StringBuilder("--").append(BOUNDARY).append(LINE)
                    .append("Content-Type: application/http").append(LINE)
                    .append("Content-Transfer-Encoding: binary").append(LINE)
                    .append("Content-ID: ").append(++number).append(LINE).append(LINE)
                    .append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1").append(LINE);
            request.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append(LINE));
            head.append(LINE);
            body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            if (request.body() != null) {
                body.writeBytes(request.body());
            }

            body.writeBytes(LINE.getBytes(StandardCharsets.US_ASCII));
        }

        body.writeBytes(("--" + BOUNDARY + "--" + LINE).getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** The responses inside a response, in their order, each with the headers of its part; none where it is no whole multipart body. */
    static List<ApiResponse> read(final ApiResponse response) {
        final Matcher boundary = BOUNDARY_PARAMETER.matcher(response.header("Content-Type").orElse(""));
        final String body = new String(response.body(), StandardCharsets.UTF_8);
        if (!boundary.find() || !body.contains("--" + boundary.group(1) + "--")) {
            return List.of();
        }

        final List<ApiResponse> responses = new ArrayList<>();
        for (final String part : body.split("(?m)^--" + Pattern.quote(boundary.group(1)))) {
            final Matcher status = STATUS_LINE.matcher(part);
            if (status.find()) {
                responses.add(response(Integer.parseInt(status.group(1)), part.substring(0, status.start()), part.substring(status.end())));
            }
        }

        return responses;
    }

    private static ApiResponse response(final int status, final String partHead, final String rest) {
        final String[] headAndBody = BLANK_LINE.split(rest, 2);
        final Map<String, String> headers = new HashMap<>();
        (partHead + headAndBody[0]).lines().forEach(line -> {
            final int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        });
        return new ApiResponse(status, headers, (headAndBody.length > 1 ? headAndBody[1].strip() : "").getBytes(StandardCharsets.UTF_8));
    }
}
