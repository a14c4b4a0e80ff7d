package dev.purser.web.format;

import io.quarkus.qute.EngineBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Gives every template, and every message in it, the zone and the clock to write times with. */
@Singleton
class TemplateSetup {

    void configure(@Observes EngineBuilder engine, Instance<DisplayTime> time) {
        engine.addValueResolver(new OuterScopes());
        engine.addTemplateInstanceInitializer(instance -> instance.setAttribute("displayTime", time.get()));
    }
}
