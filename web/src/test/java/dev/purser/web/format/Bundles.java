package dev.purser.web.format;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Message bundles in their default language, read from their annotations by the template engine that the pages use. */
public final class Bundles {

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .build();

    private Bundles() {}

    /** The bundle, without the framework that makes it in the portal. */
    public static <B> B english(Class<B> bundle) {
        return bundle.cast(Proxy.newProxyInstance(
                bundle.getClassLoader(),
                new Class<?>[] {bundle},
                (proxy, method, arguments) -> say(method, arguments == null ? new Object[0] : arguments)));
    }

    private static String say(Method method, Object... arguments) {
        var words = Objects.requireNonNull(method.getAnnotation(Message.class), method.getName());
        Map<String, Object> data = new HashMap<>();
        for (int at = 0; at < arguments.length; at++) {
            data.put(method.getParameters()[at].getName(), arguments[at]);
        }
        return ENGINE.parse(words.value()).data(data).render();
    }
}
