package dev.purser.web.language;

import dev.purser.web.format.Languages;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language of whoever reads what is being written. */
@RequestScoped
public class ReaderLanguage {

    private final Locale locale;

    /** English where nobody asks over HTTP. */
    ReaderLanguage(SpokenLanguages spoken, CurrentVertxRequest current) {
        var request = current.getCurrent();
        this.locale = request == null ? Languages.ENGLISH : spoken.of(request);
    }

    public Locale locale() {
        return locale;
    }

    public <B> B words(Class<B> bundle) {
        return Languages.words(bundle, locale);
    }
}
