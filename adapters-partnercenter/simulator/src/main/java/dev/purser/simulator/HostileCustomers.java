package dev.purser.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Customers whose names break what was written carelessly: pages, spreadsheets, sorting, cutting, reading order. */
final class HostileCustomers {

    private static final String MOSTLY_ASTRAL = "🏔".repeat(120) + " Gipfel AG";

    private HostileCustomers() {}

    static List<CustomerDraft> drafts() {
        return List.of(
                hostile("<img src=x onerror=alert(1)>", "img-onerror", "GB Leeds en-GB GBP", "800.00", "412.09"),
                hostile(
                        "</title><script>document.title='x'</script> SAS",
                        "close-title",
                        "FR Lille fr-FR EUR",
                        "300.00",
                        "77.40"),
                hostile(
                        "{{7*7}} ${7*7} {inject:secret} #{7*7} Labs",
                        "braces",
                        "US Austin en-US USD",
                        "1000.00",
                        "640.00"),
                hostile("'; DROP TABLE customers; -- Oy", "tables", "DE Kiel de-DE EUR", "450.00", "449.99"),
                hostile(
                        "\u202EHbmG tiekrehciS\u202C Sicherheit GmbH",
                        "override",
                        "DE Trier de-DE EUR",
                        "1500.00",
                        "322.10"),
                hostile(
                        "\u200Fאלון\u200F & Partners (UK) Ltd",
                        "alon-partners",
                        "GB London en-GB GBP",
                        "2200.00",
                        "2199.995"),
                hostile(
                        "Zero\u200BWidth\u2060 Joiners\uFEFF AS",
                        "zero-width",
                        "NO Bergen nb-NO NOK",
                        "9000.00",
                        "4500.00"),
                hostile(
                        "👩🏽‍🚀👨‍👩‍👧‍👦 Family Space Inc.",
                        "family-space",
                        "US Houston en-US USD",
                        "5000.00",
                        "120.00"),
                hostile(MOSTLY_ASTRAL, "gipfel", "CH Zermatt de-CH CHF", "250.00", "251.00"),
                hostile("+49 Telefonbau GmbH", "plus49", "DE Essen de-DE EUR", "700.00", "35.05"),
                hostile("-10% Discount Traders Pty Ltd", "minus-ten", "AU Darwin en-AU AUD", "1100.00", "90.10"),
                hostile("@SUM(A1:A9) Analytics Pte. Ltd.", "at-sum", "SG Singapore en-SG SGD", "3300.00", "3000.01"),
                hostile("=cmd|' /C calc'!A0 Kft.", "cmd", "HU Szeged hu-HU HUF", "120000.00", "64000.00"),
                hostile("\t=1+1 Tab Logistics LLC", "tab-logistics", "US Reno en-US USD", "600.00", "10.00"),
                hostile("ACME LOGISTIK GMBH", "acme-logistik-eins", "DE Hamm de-DE EUR", "2000.00", "1000.00"),
                hostile("Acme Logistik GmbH", "acme-logistik-zwei", "DE Hamm de-DE EUR", "2000.00", "1900.00"),
                hostile("acme logistik gmbh", "acme-logistik-drei", "DE Hamm de-DE EUR", "", "150.00"),
                hostile("O'Hara \"Sons\" & Co, Ltd; Dublin", "ohara", "GB Belfast en-GB GBP", "999.99", "500.00"),
                hostile("  Two  Spaces  Around  ", "two-spaces", "US Fargo en-US USD", "50.00", "49.00"),
                hostile("Cafe\u0301 Décomposé S.A.", "cafe-decompose", "FR Nantes fr-FR EUR", "640.50", "320.25"),
                hostile("İstanbul Iğdır Lojistik A.Ş.", "istanbul-igdir", "DE Berlin de-DE EUR", "875.00", "210.00"),
                hostile("null", "null", "US Dover en-US USD", "", "3.10"),
                hostile(
                        "Ångström & Größenwahn; Œuvre, Zoë|x\\y/z% AS",
                        "angstrom", "NO Oslo nb-NO NOK", "20000.00", "20000.00"));
    }

    private static CustomerDraft hostile(String name, String domain, String place, String budget, String spend) {
        UUID id = UUID.nameUUIDFromBytes(("hostile " + domain).getBytes(StandardCharsets.UTF_8));
        return CustomerDraft.of(id, name, domain, place, budget, spend);
    }
}
