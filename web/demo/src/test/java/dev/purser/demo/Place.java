package dev.purser.demo;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A page as people come upon it.
 *
 * @param route what answers it, as the route matrix writes it
 * @param address where it is, for those that an address alone leads to, in any language
 */
record Place(String route, String name, Optional<String> address, Consumer<Desk> way) {

    static Place at(String route, String address) {
        return new Place(route, address, Optional.of(address), desk -> desk.open(address));
    }

    static Place by(String route, String name, Consumer<Desk> way) {
        return new Place(route, name, Optional.empty(), way);
    }

    /** Goes there. Answers once the page stands. */
    void visit(Desk desk) {
        way.accept(desk);
        desk.page()
                .waitForURL(Pattern.compile(
                        "^https?://[^/]+" + Route.of(route).address().replaceAll("\\{\\w+}", "[^/?]+") + "([?#].*)?$"));
    }
}
