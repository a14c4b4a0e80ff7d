package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The parameters of a request, in their order. One without a value counts as left out, and none may be there twice (RFC
 * 6749, sections 3.1 and 3.2).
 */
record Parameters(SequencedMap<String, String> values) {
    Parameters {
        values = new LinkedHashMap<>(values);
    }

    /** Reads a query or the body of a form. */
    static Parameters parse(String encoded) throws Malformed {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                continue;
            }
            String name = decoded(pair.substring(0, equals));
            if (values.put(name, decoded(pair.substring(equals + 1))) != null) {
                throw new Malformed("the parameter " + name + " is there twice");
            }
        }
        return new Parameters(values);
    }

    static String decoded(String encoded) throws Malformed {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Malformed("a parameter is not encoded as a form's are", e);
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean says(String name, String value) {
        return value.equals(values.get(name));
    }

    Parameters with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Parameters(more);
    }

    Parameters without(String name) {
        SequencedMap<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Parameters(fewer);
    }

    String encoded() {
        return values.entrySet().stream()
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** The parameters cannot be understood in exactly one way. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Malformed(String problem) {
            super(problem);
            this.problem = problem;
        }

        Malformed(String problem, Throwable cause) {
            super(problem, cause);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }
}
