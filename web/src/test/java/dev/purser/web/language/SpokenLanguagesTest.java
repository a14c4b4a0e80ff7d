package dev.purser.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.web.format.Languages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLanguagesTest {

    private static final SpokenLanguages SPOKEN = new SpokenLanguages(
            List.of(Locale.forLanguageTag("zh-Hant"), Locale.forLanguageTag("de"), Languages.ENGLISH));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            | en
            en                              | en
            en-US,en;q=0.9                  | en
            de                              | de
            de-CH                           | de
            de-AT,de;q=0.9,en;q=0.8         | de
            fr-FR,fr;q=0.9,de;q=0.8,en;q=0.7 | de
            en;q=0.5,de;q=0.9               | de
            zh-TW,zh;q=0.9,en-US;q=0.8      | zh-Hant
            zh-HK                           | zh-Hant
            zh-Hant-TW                      | zh-Hant
            zh-CN,zh;q=0.9                  | en
            zh-Hans-TW                      | en
            pt-BR                           | en
            de;q=0,en                       | en
            *                               | en
            ;;;not a list of languages      | en
            """)
    void speaksTheFirstLanguageThatItsReaderReads(String accepted, String spoken) {
        assertThat(Languages.tag(SPOKEN.wanted(accepted))).isEqualTo(spoken);
    }

    @Test
    void namesItsLanguagesEnglishFirst() {
        assertThat(SPOKEN.all()).extracting(Languages::tag).containsExactly("en", "de", "zh-Hant");
    }

    @Test
    void takesNoTagThatItDoesNotSpeak() {
        assertThat(SPOKEN.named("fr")).isEmpty();
        assertThat(SPOKEN.named("de\r\nSet-Cookie: a=b")).isEmpty();
        assertThat(SPOKEN.named(null)).isEmpty();
    }
}
