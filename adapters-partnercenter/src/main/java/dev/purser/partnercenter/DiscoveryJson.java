package dev.purser.partnercenter;

import org.jspecify.annotations.Nullable;

/** What the authority tells of a tenant (OpenID Connect Discovery). */
record DiscoveryJson(@Nullable String issuer) {}
