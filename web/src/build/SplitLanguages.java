import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes of each file of a language, which holds all its words, the many that Quarkus wants: one for each message bundle.
 * Run by the build: {@code java SplitLanguages.java <folder of languages> <folder for the bundles>}.
 *
 * <p>A line {@code layout.skip=Zum Inhalt} of {@code de.properties} becomes {@code skip=Zum Inhalt} of {@code
 * layout_de.properties}. Whether the keys and their expressions fit the bundles is checked by Quarkus behind this.
 */
public class SplitLanguages {

    public static void main(String... folders) throws IOException {
        var languages = Path.of(folders[0]);
        var bundles = Files.createDirectories(Path.of(folders[1]));
        // A language or a bundle that was given up must not live on in what an earlier build has left.
        try (var old = Files.newDirectoryStream(bundles)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        try (var files = Files.newDirectoryStream(languages, "*.properties")) {
            for (var file : files) {
                split(file, bundles);
            }
        }
    }

    private static void split(Path file, Path folder) throws IOException {
        var language = file.getFileName().toString().replace(".properties", "");
        Map<String, List<String>> bundles = new TreeMap<>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var point = line.indexOf('.');
            if (point < 1 || point > line.indexOf('=')) {
                throw new IllegalArgumentException(file + ":" + number + " does not begin with bundle.message= : " + line);
            }
            bundles.computeIfAbsent(line.substring(0, point), _ -> new ArrayList<>())
                    .add(line.substring(point + 1));
        }
        for (var bundle : bundles.entrySet()) {
            Files.write(folder.resolve(bundle.getKey() + "_" + language + ".properties"), bundle.getValue());
        }
    }
}
