package dev.purser.domain.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInProblemTest {

    @ParameterizedTest
    @CsvSource({
        "50076,SECOND_FACTOR_MISSING",
        "50173,REVOKED",
        "700082,EXPIRED",
        "65001,NOT_CONSENTED",
        "7000215,SECRET_WRONG",
        "7000222,SECRET_EXPIRED",
        "700016,APPLICATION_UNKNOWN",
        "50011,REDIRECT_UNKNOWN",
        "700025,REDIRECT_OF_OTHER_PLATFORM",
    })
    void knowsAProblemByItsNumber(String number, SignInProblem problem) {
        assertThat(SignInProblem.in("AADSTS" + number + ": Some words (made-up)."))
                .contains(problem);
    }

    @Test
    void leavesWhatItDoesNotKnowToMicrosoftsWords() {
        assertThat(SignInProblem.in("AADSTS50126: Invalid username or password."))
                .isEmpty();
        assertThat(SignInProblem.in("AADSTS5007: Not the whole number")).isEmpty();
        assertThat(SignInProblem.in("AADSTS7000215123456789: Too long")).isEmpty();
        assertThat(SignInProblem.in("No number at all")).isEmpty();
    }
}
