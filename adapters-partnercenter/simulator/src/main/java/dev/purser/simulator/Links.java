package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.function.Supplier;

/** Links in the form that is switched on. */
final class Links {

    private final Switches switches;
    private final Supplier<URI> ownAddress;

    Links(Switches switches, Supplier<URI> ownAddress) {
        this.switches = switches;
        this.ownAddress = ownAddress;
    }

    /** @param path of a resource below the API's version, with its query */
    ObjectNode to(String path) {
        String prefix = switches.now().nextLinks().prefix(ownAddress.get().toString());
        ObjectNode link = WireJson.object().put("uri", prefix + path).put("method", "GET");
        link.putArray("headers");
        return link;
    }
}
