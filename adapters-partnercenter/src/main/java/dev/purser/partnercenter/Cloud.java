package dev.purser.partnercenter;

import java.net.URI;
import java.util.Arrays;

/** The national clouds, and where Partner Center and its token endpoint stand in each. */
public enum Cloud {
    GLOBAL("global", "https://api.partnercenter.microsoft.com", "https://login.microsoftonline.com"),
    /** Only the sign-in differs from the global cloud. */
    US_GOVERNMENT("us-government", "https://api.partnercenter.microsoft.com", "https://login.microsoftonline.us"),
    /** Operated by 21Vianet. */
    CHINA("china", "https://partner.partnercenterapi.microsoftonline.cn", "https://login.chinacloudapi.cn"),
    /** Retired by Microsoft; kept for tenants that were never moved. */
    GERMANY("germany", "https://api.partnercenter.microsoft.com", "https://login.microsoftonline.de");

    private final String key;
    private final URI baseUrl;
    private final URI authority;

    Cloud(String key, String baseUrl, String authority) {
        this.key = key;
        this.baseUrl = URI.create(baseUrl);
        this.authority = URI.create(authority);
    }

    /**
     * The cloud of that name in the settings.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static Cloud of(String key) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a cloud: " + key + "; there are "
                        + Arrays.stream(values()).map(Cloud::key).toList()));
    }

    /** As written in the settings. */
    public String key() {
        return key;
    }

    /** Where the API stands; the version ({@code /v1}) is not part of it. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Where tokens are asked for; the tenant is not part of it. */
    public URI authority() {
        return authority;
    }

    /** What a token must be made out for. It stays the same where an account's base URL is another one. */
    public String audience() {
        return baseUrl.toString();
    }
}
