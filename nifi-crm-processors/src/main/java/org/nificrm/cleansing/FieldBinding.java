package org.nificrm.cleansing;

import org.apache.nifi.record.path.ArrayIndexFieldValue;
import org.apache.nifi.record.path.FieldValue;
import org.apache.nifi.record.path.MapEntryFieldValue;
import org.apache.nifi.record.path.RecordPath;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Field roles bound to one schema: direct access to fields at the top level, compiled paths to all others. */
final class FieldBinding {

    private static final Pattern PLAIN_NAME = Pattern.compile("/[^/\\[\\]'\"*@.()]+");
    private static final Pattern FIRST_STEP = Pattern.compile("/+([^/\\[]+).*");

    private final RecordSchema schema;
    private final List<PlainField> plainFields = new ArrayList<>();
    private final List<PathField> pathFields = new ArrayList<>();
    private final Set<String> copied = new LinkedHashSet<>();

    FieldBinding(final FieldRoles roles, final RecordSchema input) {
        final Set<String> texts = new LinkedHashSet<>();
        roles.paths().forEach((role, paths) -> {
            for (final String path : paths) {
                bind(role, path, input, texts);
            }
        });
        this.schema = withTexts(input, texts);
    }

    private void bind(final FieldRole role, final String path, final RecordSchema input, final Set<String> texts) {
        if (PLAIN_NAME.matcher(path).matches()) {
            final String name = path.substring(1);
            final RecordField field = input.getField(name).orElse(null);
            if (field != null) {
                plainFields.add(new PlainField(role, path, name, field.getAliases().isEmpty() && field.getDefaultValue() == null));
                texts.add(name);
            }

            return;
        }

        final String container = FIRST_STEP.matcher(path).replaceFirst("$1");
        if (input.getField(container).isPresent()) {
            pathFields.add(new PathField(role, RecordPath.compile(path), container));
            copied.add(container);
        }
    }

    /** A phone number or a postal code that was inferred to be a number is a text once it is understood. */
    private static RecordSchema withTexts(final RecordSchema input, final Set<String> names) {
        final List<RecordField> fields = new ArrayList<>();
        for (final RecordField field : input.getFields()) {
            final boolean number = switch (field.getDataType().getFieldType()) {
                case BYTE, SHORT, INT, LONG, BIGINT, FLOAT, DOUBLE, DECIMAL -> true;
                default -> false;
            };
            fields.add(number && names.contains(field.getFieldName())
                    ? new RecordField(field.getFieldName(), RecordFieldType.STRING.getDataType(), field.getAliases(), true) : field);
        }

        return new SimpleRecordSchema(fields);
    }

    /** Schema of the records that {@link #open} makes. */
    RecordSchema schema() {
        return schema;
    }

    /** A copy of the record with its fields in reach; the record itself stays untouched. */
    WorkingRecord open(final Record input, final String defaultRegion) {
        final Map<String, Object> values = new LinkedHashMap<>(input.toMap());
        for (final String name : copied) {
            values.computeIfPresent(name, (key, value) -> copy(value));
        }

        final Record output = new MapRecord(schema, values);
        final WorkingRecord working = new WorkingRecord(output, values, this, defaultRegion);
        for (final PlainField field : plainFields) {
            working.add(new TopLevelField(working.root(), field, field.direct ? values.get(field.name) : input.getValue(field.name), values));
        }

        if (!pathFields.isEmpty()) {
            openPaths(working, output, values);
        }

        return working;
    }

    /** A record of these values, each in the first field at the top level that has its role. */
    WorkingRecord open(final Map<FieldRole, Object> valuesByRole, final String defaultRegion) {
        final Map<String, Object> values = new LinkedHashMap<>();
        final Set<FieldRole> placed = EnumSet.noneOf(FieldRole.class);
        for (final PlainField field : plainFields) {
            if (valuesByRole.containsKey(field.role) && placed.add(field.role)) {
                values.put(field.name, valuesByRole.get(field.role));
            }
        }

        return open(new MapRecord(schema, values), defaultRegion);
    }

    private void openPaths(final WorkingRecord working, final Record output, final Map<String, Object> values) {
        Map<Record, WorkingGroup> groups = null;
        for (final PathField field : pathFields) {
            if (values.get(field.container) == null) {
                continue;
            }

            if (groups == null) {
                groups = new IdentityHashMap<>();
                groups.put(output, working.root());
            }

            final Map<Record, WorkingGroup> known = groups;
            final List<FieldValue> found = field.path.evaluate(output).getSelectedFields().toList();
            for (final FieldValue value : found) {
                value.getParentRecord().ifPresent(parent -> {
                    final WorkingGroup group = known.computeIfAbsent(parent, unknown -> working.addGroup());
                    working.add(new PathValue(group, field.role, value));
                });
            }
        }
    }

    private static Object copy(final Object value) {
        return switch (value) {
            case null -> null;
            case final Record record -> copy(record);
            case final Object[] array -> {
                final Object[] elements = new Object[array.length];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = copy(array[i]);
                }

                yield elements;
            }
            case final Map<?, ?> map -> {
                final Map<Object, Object> entries = new HashMap<>();
                map.forEach((key, held) -> entries.put(key, copy(held)));
                yield entries;
            }
            default -> value;
        };
    }

    private static Record copy(final Record record) {
        final Map<String, Object> values = new LinkedHashMap<>();
        record.toMap().forEach((name, value) -> values.put(name, copy(value)));
        return new MapRecord(record.getSchema(), values);
    }

    /** Direct access is right where the schema has no other name and no default value for the field. */
    private record PlainField(FieldRole role, String path, String name, boolean direct) {
    }

    private record PathField(FieldRole role, RecordPath path, String container) {
    }

    private static final class TopLevelField extends WorkingField {
        private final PlainField field;
        private final Map<String, Object> values;

        private TopLevelField(final WorkingGroup group, final PlainField field, final Object value, final Map<String, Object> values) {
            super(group, field.role, value);
            this.field = field;
            this.values = values;
        }

        @Override
        public String path() {
            return field.path;
        }

        @Override
        void store(final Object newValue) {
            values.put(field.name, newValue);
        }
    }

    private static final class PathValue extends WorkingField {
        private final FieldValue field;

        private PathValue(final WorkingGroup group, final FieldRole role, final FieldValue field) {
            super(group, role, field.getValue());
            this.field = field;
        }

        @Override
        public String path() {
            final StringBuilder path = new StringBuilder();
            appendPath(path, field);
            return path.toString();
        }

        private static void appendPath(final StringBuilder path, final FieldValue value) {
            value.getParent().ifPresent(parent -> appendPath(path, parent));
            switch (value) {
                case final ArrayIndexFieldValue element -> path.append('/').append(element.getArrayIndex());
                case final MapEntryFieldValue entry -> path.append('/').append(entry.getMapKey());
                default -> {
                    if (value.getParent().isPresent()) {
                        path.append('/').append(value.getField().getFieldName());
                    }
                }
            }
        }

        @Override
        void store(final Object newValue) {
            field.updateValue(newValue);
        }
    }
}
