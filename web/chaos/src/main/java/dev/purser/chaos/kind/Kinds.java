package dev.purser.chaos.kind;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of fault. */
public final class Kinds {

    private Kinds() {}

    public static List<Kind> all() {
        var undisturbed = Stream.of(Kind.of("none", _ -> {}));
        return Stream.of(undisturbed, SendingKinds.all(), ReadingKinds.all(), OtherKinds.all())
                .flatMap(kinds -> kinds)
                .toList();
    }
}
