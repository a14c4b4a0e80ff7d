package dev.purser.chaos.people;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a node answered.
 *
 * @param location where it sends the browser, without the address of a node
 * @param version of what it shows, of pages that can be followed
 * @param retryAfter how long it asks people to wait before they ask again; none where it does not
 */
public record Page(int status, String body, Optional<String> location, Optional<String> version, Duration retryAfter) {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern OUTCOME = Pattern.compile("notice--(\\w+) result");
    private static final Pattern SENTENCE = Pattern.compile("<p class=\"result__sentence\">(.*?)</p>", Pattern.DOTALL);

    private static final Pattern FORM =
            Pattern.compile("<form[^>]* action=\"([^\"]*)\"[^>]*>((?:(?!</form>).)*)</form>", Pattern.DOTALL);

    /** The hidden fields of all forms of the page; of those with the same name the last. */
    Map<String, String> hidden() {
        return HIDDEN.matcher(body)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), Page::value, (one, other) -> other, LinkedHashMap::new));
    }

    /** Where the form leads that has a field of this name or goes to this address; empty where there is none. */
    Optional<String> form(String marked) {
        return FORM.matcher(body)
                .results()
                .filter(found -> found.group(1).equals(marked) || found.group(2).contains("name=\"" + marked + "\""))
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String value(MatchResult found) {
        return found.group(2)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Of a receipt: the style of its outcome, such as {@code ok}; empty where it shows none. */
    public Optional<String> outcome() {
        return first(OUTCOME);
    }

    /** Of a receipt: its result in words. */
    public String sentence() {
        return first(SENTENCE).orElse("").replaceAll("<[^>]*>", "").strip();
    }

    private Optional<String> first(Pattern pattern) {
        var found = pattern.matcher(body);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Of a receipt, or of what has changed of it: whether it follows a change that is still open. */
    boolean follows() {
        return body.contains("hx-trigger=");
    }
}
