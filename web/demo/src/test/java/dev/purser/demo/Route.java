package dev.purser.demo;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A method and an address, with its variable parts in braces. */
record Route(String method, String address) implements Comparable<Route> {

    private static final Path WEB = Path.of("../target/classes");
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String PATH = JAX_RS + "Path";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    static Route of(String written) {
        var parts = written.split(" ", 2);
        return new Route(parts[0], parts[1]);
    }

    /** All that the compiled product answers by methods of its own. */
    static Set<Route> ofTheProduct() {
        return new ClassFileImporter()
                .importPath(WEB).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(Route::of)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Methods that add routes by hand, which no annotation tells. */
    static Set<String> addedByHand() {
        return new ClassFileImporter()
                .importPath(WEB).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .anyMatch(name -> name.startsWith("io.vertx.ext.web.Router")))
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that is served as it lies there. */
    static List<String> files() {
        var folder = WEB.resolve("META-INF/resources");
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> "/" + folder.relativize(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Route> of(JavaMethod method) {
        return METHODS.stream()
                .filter(name -> method.isAnnotatedWith(JAX_RS + name))
                .map(name -> new Route(
                        name,
                        path(method.getOwner().tryGetAnnotationOfType(PATH))
                                + path(method.tryGetAnnotationOfType(PATH))))
                .map(route -> new Route(route.method, route.address.isEmpty() ? "/" : route.address));
    }

    private static String path(Optional<? extends JavaAnnotation<?>> annotation) {
        return annotation
                .map(path -> (String) path.get("value").orElseThrow())
                .map(path -> path.equals("/") ? "" : path.startsWith("/") ? path : "/" + path)
                .orElse("");
    }

    @Override
    public int compareTo(Route other) {
        var byAddress = address.compareTo(other.address);
        return byAddress == 0 ? method.compareTo(other.method) : byAddress;
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
