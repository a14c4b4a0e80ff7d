package dev.purser.domain.partnercenter;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.history.Stream;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class InMemoryRefreshTokensTest extends RefreshTokensContract {

    private final StoppedClock clock = new StoppedClock();
    private final WrittenEntries entries = new WrittenEntries();
    private final RefreshTokens tokens = new InMemoryRefreshTokens(clock, entries);

    @Override
    protected RefreshTokens tokens() {
        return tokens;
    }

    @Override
    protected void passes(Duration time) {
        clock.passes(time);
    }

    @Override
    protected PersonId person(String name) {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    protected List<Map<String, String>> entries(Stream stream) {
        return entries.all().stream()
                .filter(entry -> entry.stream().equals(stream))
                .map(WrittenEntries.Written::facts)
                .toList();
    }
}
