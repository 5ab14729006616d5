package org.nificrm.benchmarks.bench.cleanse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.benchmarks.Command;
import org.nificrm.cleansing.CleansingOptions;
import org.nificrm.cleansing.CleansingPlan;
import org.nificrm.cleansing.FieldRoles;
import org.nificrm.cleansing.RecordCleanser;
import org.nificrm.cleansing.RulesDocument;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.quality.QualityModel;
import org.nificrm.record.CleansingStage;
import org.nificrm.samples.CustomerRow;
import org.nificrm.samples.Sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Customers with two phones, an e-mail and an address, Chinese and American mixed, through the whole cleansing stage. */
public final class BenchCleanse implements Command {

    private static final int DEFAULT_RECORDS = 50_000;
    private static final int TARGET = 60_000;
    private static final int FLOOR = 20_000;
    private static final long SEED = 11;
    private static final String QUALITY = "quality";

    @Override
    public String name() {
        return "bench cleanse";
    }

    @Override
    public String usage() {
        return "[RECORDS]   CleanseCustomer's work in records/s, beside a plain chain of libphonenumber, JMail and the JDK";
    }

    @Override
    public void run(final List<String> arguments) throws Exception {
        final List<Record> records = records(arguments.isEmpty() ? DEFAULT_RECORDS : Integer.parseInt(arguments.getFirst()));
        final ObjectNode document = RulesDocument.effective(null);
        document.remove(QUALITY);
        final CleansingPlan plan = new CleansingPlan(RulesDocument.compile(document, CleansingOptions.DEFAULT), FieldRoles.DEFAULT, List.of());
        final RecordCleanser cleanser = plan.forSchema(CustomerSchema.SCHEMA, "CN");

        System.out.printf("%,d records, every second Chinese; target %,d records/s on one core, floor %,d%n%n", records.size(), TARGET, FLOOR);
        System.out.printf("%-38s %16s %16s %16s%n", "records/s", "core, 1 thread", "core, 2 threads", "wall, 2 threads");
        final Throughput plain = print("plain chain", records, PlainChain::new);
        final Throughput rules = print("rules", records, () -> cleanser::cleanse);
        final Throughput stage = print("rules, quality, issues in the record", records, () -> {
            final CleansingStage work = new CleansingStage(cleanser, QualityModel.DEFAULT, 0, true);
            return work::process;
        });
        System.out.printf("%nratio to the plain chain on one core: rules %.2f, all %.2f%n", rules.perCoreSecond() / plain.perCoreSecond(),
                stage.perCoreSecond() / plain.perCoreSecond());
    }

    private static Throughput print(final String what, final List<Record> records, final Supplier<Consumer<Record>> worker) throws Exception {
        final Throughput one = Throughput.measure(records, 1, worker);
        final Throughput two = Throughput.measure(records, 2, worker);
        System.out.printf("%-38s %,16.0f %,16.0f %,16.0f%n", what, one.perCoreSecond(), two.perCoreSecond(), two.perSecond());
        return one;
    }

    /** Each customer takes another one's number of the same country for a second phone. */
    private static List<Record> records(final int count) {
        final List<Record> records = new ArrayList<>(count);
        final Map<String, String> lastPhone = new LinkedHashMap<>();
        for (final CustomerRow row : new Sample(SEED, count * 12L)) {
            final String country = row.value(CustomerSchema.COUNTRY);
            final String phone = row.value(CustomerSchema.PHONE);
            if (phone == null || row.value(CustomerSchema.EMAIL) == null || !isWanted(country, records.size())) {
                continue;
            }

            final Map<String, Object> values = new LinkedHashMap<>(row.values());
            final String mobile = lastPhone.put(country, phone);
            if (mobile != null) {
                values.put(CustomerSchema.MOBILE, mobile);
                records.add(new MapRecord(CustomerSchema.SCHEMA, values));
                if (records.size() == count) {
                    break;
                }
            }
        }

        return records;
    }

    private static boolean isWanted(final String country, final int position) {
        return (position % 2 == 0 ? "CN" : "US").equals(country);
    }
}
