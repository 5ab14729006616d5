package org.nificrm.benchmarks.bench.map;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Customers of a legacy system, and the mapping of its fields as a mapping document and as properties of UpdateRecord. */
final class Workload {

    static final int RULES = 15;

    static final List<String> SOURCE_FIELDS = List.of("CustID", "FirstName", "LastName", "Mail", "Mobile", "Tel", "Birth", "Sex", "Stat",
            "Addr1", "Addr2", "Town", "State", "Zip", "Country", "RegCountry", "Type", "Since");

    static final List<String> TARGET_FIELDS = List.of("source_id", "first_name", "last_name", "email", "phone", "birth_date", "gender", "status",
            "address_line1", "city", "region", "postal_code", "country", "segment", "created_at");

    static final String DOCUMENT = """
            {"name": "bench", "unmapped": "drop",
             "formats": {"date": ["yyyy-MM-dd"]},
             "fields": [
               {"to": "/source_id", "from": "/CustID", "required": true},
               {"to": "/first_name", "from": "/FirstName"},
               {"to": "/last_name", "from": "/LastName"},
               {"to": "/email", "from": "toLowerCase(/Mail)"},
               {"to": "/phone", "from": "coalesce(/Mobile, /Tel)"},
               {"to": "/birth_date", "from": "/Birth", "type": "date"},
               {"to": "/gender", "from": "/Sex"},
               {"to": "/status", "from": "/Stat"},
               {"to": "/address_line1", "from": ["/Addr1", "/Addr2"], "join": " "},
               {"to": "/city", "from": "/Town"},
               {"to": "/region", "from": "/State"},
               {"to": "/postal_code", "from": "/Zip"},
               {"to": "/country", "from": "coalesce(/Country, /RegCountry)"},
               {"to": "/segment", "from": "/Type"},
               {"to": "/created_at", "from": "/Since", "type": "date"}]}""";

    static final Map<String, String> RECORD_PATHS = recordPaths();

    private final int records;

    Workload(final int records) {
        this.records = records;
    }

    private static Map<String, String> recordPaths() {
        final Map<String, String> paths = new LinkedHashMap<>();
        paths.put("/source_id", "/CustID");
        paths.put("/first_name", "/FirstName");
        paths.put("/last_name", "/LastName");
        paths.put("/email", "toLowerCase(/Mail)");
        paths.put("/phone", "coalesce(/Mobile, /Tel)");
        paths.put("/birth_date", "toDate(/Birth, 'yyyy-MM-dd')");
        paths.put("/gender", "/Sex");
        paths.put("/status", "/Stat");
        paths.put("/address_line1", "concat(/Addr1, ' ', /Addr2)");
        paths.put("/city", "/Town");
        paths.put("/region", "/State");
        paths.put("/postal_code", "/Zip");
        paths.put("/country", "coalesce(/Country, /RegCountry)");
        paths.put("/segment", "/Type");
        paths.put("/created_at", "toDate(/Since, 'yyyy-MM-dd')");
        return paths;
    }

    int records() {
        return records;
    }

    /** The same customers every time. */
    byte[] content(final Format format) {
        final Random random = new Random(7);
        final StringBuilder content = new StringBuilder(records * 300);
        content.append(format == Format.CSV ? String.join(",", SOURCE_FIELDS) + "\n" : "[");
        for (int i = 0; i < records; i++) {
            final List<String> values = customer(i, random);
            if (format == Format.CSV) {
                content.append(String.join(",", values)).append('\n');
            } else {
                appendJson(values, content, i == 0);
            }
        }

        return content.append(format == Format.CSV ? "" : "]").toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<String> customer(final int number, final Random random) {
        return List.of("C-" + number, "First" + random.nextInt(1000), "Last" + random.nextInt(10_000), "First" + number + "@Example.ORG",
                "+1415555" + (1000 + random.nextInt(9000)), "+1212555" + (1000 + random.nextInt(9000)), date(random), random.nextBoolean() ? "F" : "M",
                "active", random.nextInt(999) + " Main Street", "Floor " + random.nextInt(40), "Town" + random.nextInt(500), "CA",
                Integer.toString(10_000 + random.nextInt(89_999)), "US", "CA", random.nextBoolean() ? "B" : "C", date(random));
    }

    private static String date(final Random random) {
        return "%d-%02d-%02d".formatted(1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static void appendJson(final List<String> values, final StringBuilder content, final boolean first) {
        content.append(first ? "{" : ",{");
        for (int i = 0; i < values.size(); i++) {
            content.append(i == 0 ? "\"" : ",\"").append(SOURCE_FIELDS.get(i)).append("\":\"").append(values.get(i)).append('"');
        }

        content.append('}');
    }
}
