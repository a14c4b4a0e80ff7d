package dev.purser.demo.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages a person sees here, in the look of the product. */
record Page(SignInSettings settings, Words words) {
    /** Who one can be. What the portal asked for goes along, hidden, and is judged again with the choice. */
    Answer people(Parameters asked) {
        String hidden = asked.without("person").values().entrySet().stream()
                .map(it -> """
                        <input type="hidden" name="%s" value="%s">
                        """.formatted(escaped(it.getKey()), escaped(it.getValue())))
                .collect(Collectors.joining());
        String people = settings.people().stream().map(this::person).collect(Collectors.joining());
        return framed(
                200,
                "signin.title",
                """
                <h1>%s</h1>
                <p class="soft">%s</p>
                <form action="%s" method="post">
                %s<ul class="people">
                %s</ul>
                </form>
                """.formatted(
                                said("signin.heading"),
                                said("signin.intro", settings.customers(), settings.currencies()),
                                Discovery.SIGN_IN,
                                hidden,
                                people),
                languages(asked));
    }

    private String person(DemoPerson person) {
        Optional<String> translated = words.optional("person." + person.subject());
        return """
                <li><button class="person" name="person" value="%s">
                <span class="person__name">%s</span>
                <span class="person__role" lang="%s">%s</span>
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="m6 3.5 4.5 4.5L6 12.5" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>
                </button></li>
                """.formatted(
                        escaped(person.subject()),
                        escaped(person.name()),
                        translated.isPresent() ? words.tag() : Words.ENGLISH.tag(),
                        escaped(translated.orElse(person.roleSentence())));
    }

    private String languages(Parameters asked) {
        String links = List.of(Words.values()).stream()
                .map(it -> """
                        <a href="%s?%s" lang="%s" hreflang="%s"%s>%s</a>
                        """.formatted(
                                Discovery.AUTHORIZE,
                                escaped(asked.with("ui_locales", it.tag()).encoded()),
                                it.tag(),
                                it.tag(),
                                it == words ? " aria-current=\"true\"" : "",
                                escaped(it.languageName())))
                .collect(Collectors.joining());
        return """
                <nav class="languages" aria-label="%s">
                %s</nav>
                """.formatted(said("languages"), links);
    }

    Answer refusal(Refusal reason) {
        return note(400, "refusal.title", said(reason.sentence()), "refusal.next");
    }

    Answer signedOut() {
        return note(200, "signedout.title", "", "signedout.next");
    }

    private Answer note(int status, String title, String sentence, String next) {
        return framed(
                status,
                title,
                """
                <h1>%s</h1>
                <p class="soft">%s</p>
                <p><a href="%s/">%s</a></p>
                """.formatted(
                                said(title),
                                sentence,
                                escaped(settings.portals().getFirst().toString()),
                                said(next)),
                "");
    }

    private Answer framed(int status, String title, String main, String languages) {
        return Answer.page(status, """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s – Purser</title>
                <link rel="icon" href="/mark.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/sign-in.css">
                </head>
                <body>
                <div class="page">
                <a class="skip" href="#main">%s</a>
                <aside class="strip" aria-label="%s"><p>%s</p></aside>
                <main class="main" id="main" tabindex="-1">
                <div class="card">
                <p class="mark"><svg viewBox="0 0 18 18" aria-hidden="true" focusable="false"><rect class="mark__field" width="18" height="18" rx="2"/><rect class="mark__square" x="5.5" y="5.5" width="7" height="7"/></svg><span>Purser</span></p>
                %s</div>
                </main>
                <footer class="foot">
                <div class="foot__inner">
                <p>%s</p>
                %s</div>
                </footer>
                </div>
                </body>
                </html>
                """.formatted(
                                words.tag(),
                                said(title),
                                said("skip"),
                                said("strip.name"),
                                said("strip"),
                                main,
                                said("foot"),
                                languages))
                .with("Content-Language", words.tag())
                .with("Content-Security-Policy", policy());
    }

    /** Chromium follows a form's redirects only to where forms may go; so the portals are among them. */
    private String policy() {
        String portals = settings.portals().stream().map(URI::toString).collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' " + portals
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private String said(String key, Object... values) {
        return escaped(words.say(key, values));
    }

    private static final Map<Character, String> ESCAPES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (char character : text.toCharArray()) {
            escaped.append(ESCAPES.getOrDefault(character, String.valueOf(character)));
        }
        return escaped.toString();
    }
}
