package org.nificrm.cleansing;

import org.apache.nifi.record.path.RecordPath;
import org.apache.nifi.record.path.exception.RecordPathException;
import org.nificrm.document.DocumentObject;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of a record hold what. A role may have several fields, and they may be nested or repeated: paths are NiFi record
 * paths such as {@code /contact/mail} or {@code /addresses[*]/city}; a plain name means a field at the top level.
 *
 * @param paths record paths by role
 */
public record FieldRoles(Map<FieldRole, List<String>> paths) {

    /** The customer schema. */
    public static final FieldRoles DEFAULT = new FieldRoles(defaults());

    public FieldRoles {
        final Map<FieldRole, List<String>> copy = new EnumMap<>(FieldRole.class);
        paths.forEach((role, list) -> copy.put(role, List.copyOf(list)));
        paths = copy;
    }

    private static Map<FieldRole, List<String>> defaults() {
        final Map<FieldRole, List<String>> paths = new EnumMap<>(FieldRole.class);
        for (final FieldRole role : FieldRole.values()) {
            paths.put(role, role.defaultPaths());
        }

        return paths;
    }

    /**
     * Reads a document such as <code>{"email": "/contact/mail", "phone": ["tel1", "/more[*]/number"], "mobile": []}</code>. Roles that
     * it names take its paths in place of the default ones; the others keep theirs.
     *
     * @throws InvalidDocumentException with every unknown role and every path that cannot be compiled
     */
    public static FieldRoles parse(final String json) {
        final List<DocumentProblem> problems = new ArrayList<>();
        final Map<FieldRole, List<String>> paths = defaults();
        try (DocumentObject document = DocumentObject.root(Documents.parse(json), problems)) {
            for (final String key : document.keys()) {
                final List<String> list = document.convert(key, FieldRoles::checkedPath);
                try {
                    paths.put(FieldRole.require(key), list);
                } catch (final IllegalArgumentException e) {
                    document.problem(key, e.getMessage());
                }
            }
        }

        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }

        return new FieldRoles(paths);
    }

    private static String checkedPath(final String path) {
        if (!path.startsWith("/")) {
            return "/" + path;
        }

        try {
            RecordPath.compile(path);
            return path;
        } catch (final RecordPathException e) {
            throw new IllegalArgumentException("is no record path; write a field's name, /parent/child or /list[*]/child", e);
        }
    }
}
