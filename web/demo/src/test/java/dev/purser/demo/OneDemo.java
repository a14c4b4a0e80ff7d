package dev.purser.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one demo of a run. It is started for the first that asks, and ended after the last test. */
final class OneDemo implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(OneDemo.class);

    private record Started(Path folder, RunningDemo demo, People people, Browsers browsers) implements AutoCloseable {

        static Started now() throws Exception {
            var folder = Files.createTempDirectory("purser-demo-");
            var demo = RunningDemo.start(folder);
            return new Started(folder, demo, new People(demo), new Browsers(demo));
        }

        @Override
        public void close() throws Exception {
            browsers.close();
            demo.close();
            RunningDemo.clear(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == RunningDemo.class || type == People.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var started = test.getRoot().getStore(HERE).computeIfAbsent("demo", key -> start(), Started.class);
        var type = parameter.getParameter().getType();
        if (type == RunningDemo.class) {
            return started.demo();
        }
        return type == People.class ? started.people() : started.browsers();
    }

    private static Started start() {
        try {
            return Started.now();
        } catch (Exception e) {
            throw new IllegalStateException("The demo of this run could not be started", e);
        }
    }
}
