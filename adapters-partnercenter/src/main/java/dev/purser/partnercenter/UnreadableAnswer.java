package dev.purser.partnercenter;

import dev.purser.domain.partnercenter.Trouble;

/** What Microsoft answered is not what was asked for. The words say in what, for operators, and quote no answer. */
final class UnreadableAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final String words;

    UnreadableAnswer(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }

    Trouble trouble() {
        return new Trouble(Trouble.Kind.UNREADABLE, words);
    }

    /** The same, for an answer of that status. */
    Trouble trouble(int status) {
        return new Trouble(Trouble.Kind.UNREADABLE, status + " " + words);
    }
}
