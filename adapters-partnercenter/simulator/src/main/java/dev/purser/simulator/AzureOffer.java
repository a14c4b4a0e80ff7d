package dev.purser.simulator;

/** What a customer buys Azure by; it decides currency field and billing period in the usage resources. */
public enum AzureOffer {
    /** {@code currencyCode}, {@code usdTotalCost} and the calendar month in UTC. */
    AZURE_PLAN,
    /** MS-AZR-0145P: {@code currencyLocale} and day 28 to day 27 in Pacific time. */
    LEGACY
}
