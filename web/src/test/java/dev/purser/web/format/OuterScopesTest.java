package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuterScopesTest {

    private static final Map<String, Object> DATA = Map.of(
            "customer",
            Map.of("name", "Contoso"),
            "marks",
            List.of("over", "stale"),
            "one",
            "of the page",
            "length",
            "of the page");

    private static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(new OuterScopes())
                .build();
    }

    private static String written(String template) {
        return engine().parse(template).data(DATA).render();
    }

    @Test
    void areSearchedFromTheInnermostOutwards() {
        assertThat(written("{#for mark in marks}{mark} {customer.name} {/for}"))
                .isEqualTo("over Contoso stale Contoso ");
        assertThat(written("{#for one in marks}{one} {/for}{one}")).isEqualTo("over stale of the page");
        assertThat(written("{#let one=1}{#for mark in marks}{one}{#let one=2}{one}{/let}{/for}{/let}"))
                .isEqualTo("1212");
    }

    /** The same template meets names in one scope or another. */
    @Test
    void areSearchedAnewEachTime() {
        var template = engine().parse(
                        "{#for one in marks}{#include $row /} {/for}{#include $row /}{#fragment row rendered=false}{one}{/fragment}");

        assertThat(template.data(DATA).render()).isEqualTo("over stale of the page");
        assertThat(template.data(DATA).render()).isEqualTo("over stale of the page");
    }

    @Test
    void areNotSearchedForWhatAValueLacks() {
        assertThat(written("{#for mark in marks}{mark.length} {/for}")).isEqualTo("4 5 ");
        assertThatThrownBy(() -> engine().parse("{#let it=value}{it.one}{/let}")
                        .data("value", Mapper.wrap(Map.of("two", 2)), "one", 1)
                        .render())
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("it.one");
        assertThatThrownBy(() -> written("{#for mark in marks}{mark.customer}{/for}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{nobody}", "{#for mark in marks}{nobody}{/for}", "{#let one=1}{nobody}{/let}"})
    void failLikeAnyNameThatIsNowhere(String template) {
        assertThatThrownBy(() -> written(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nobody");
    }

    /** Qute asks each of some two hundred resolvers for what the innermost scope lacks, which is why this one is there. */
    @Test
    void leaveNothingToSearchFor() {
        var searches = new ArrayList<String>();
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(ValueResolver.builder()
                        .priority(-5)
                        .appliesTo(name -> name.getBase() instanceof Mapper && searches.add(name.getName()))
                        .resolveWith(Results.NotFound.EMPTY)
                        .build())
                .addValueResolver(new OuterScopes())
                .build();

        var page = engine.parse("{#for mark in marks}{#let first=1}{customer} {mark} {first}{/let}{/for}{one}")
                .instance();
        DATA.forEach(page::data);
        page.render();

        assertThat(searches).isEmpty();
    }

    @Test
    void leaveWhatIsAbsentToItsDefault() {
        assertThat(written("{#for mark in marks}{nobody.or('-')}{/for}")).isEqualTo("--");
    }
}
