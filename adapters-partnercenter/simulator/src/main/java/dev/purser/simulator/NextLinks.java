package dev.purser.simulator;

/** How links to pages and resources begin; the real service changed from one to the other without notice. */
public enum NextLinks {
    /** {@code /customers?size=2&seekOperation=Next}. */
    WITHOUT_VERSION,
    /** {@code /v1/customers?size=2&seekOperation=Next}. */
    WITH_VERSION,
    /** {@code v1/customers?size=2&seekOperation=Next}, without the slash before it. */
    WITHOUT_SLASH,
    /** {@code http://127.0.0.1:…/v1/customers?…} with the address of this simulator. */
    ABSOLUTE,
    /** {@code https://api.partnercenter.example/v1/customers?…}, where no client should go. */
    ABSOLUTE_ELSEWHERE,
    /** {@code //api.partnercenter.example/v1/customers?…}, likewise. */
    ELSEWHERE_WITHOUT_SCHEME,
    /** The token is in the body alone, and no next link says where to go with it. */
    ABSENT;

    /** @param own address of this simulator */
    String prefix(String own) {
        return switch (this) {
            case WITHOUT_VERSION, ABSENT -> "";
            case WITH_VERSION -> "/v1";
            case WITHOUT_SLASH -> "v1";
            case ABSOLUTE -> own + "/v1";
            case ABSOLUTE_ELSEWHERE -> "https://api.partnercenter.example/v1";
            case ELSEWHERE_WITHOUT_SCHEME -> "//api.partnercenter.example/v1";
        };
    }
}
