package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.RefreshTokens;

/** For applications that call by themselves alone. */
final class NoRefreshTokens implements RefreshTokens {

    @Override
    public boolean has(Registration registration) {
        return false;
    }

    @Override
    public Turn take(Registration registration) {
        return new Turn.None();
    }

    @Override
    public Kept keep(Turn.Yours turn, String successor) {
        throw new IllegalStateException("Nothing was ever lent");
    }

    @Override
    public void release(Turn.Yours turn) {
        throw new IllegalStateException("Nothing was ever lent");
    }

    @Override
    public void connect(Registration registration, String token, Connected how) {
        throw new IllegalStateException("There is no place where refresh tokens are kept");
    }
}
