package dev.purser.simulator;

import java.util.List;
import java.util.UUID;

/** Customers that every world begins with, so that tests and demonstrations can name them. */
public final class KnownCustomers {

    /** EUR 4,000.00, about 62 % used. */
    public static final UUID CONTOSO_RETAIL = UUID.fromString("8f2c1d7e-4b90-4c5e-9a37-d2f0b6c1e845");
    /** EUR 1,200.00, about half used. */
    public static final UUID COHO_WINERY = UUID.fromString("3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13");
    /** GBP 12,000.00, about 602 % used. */
    public static final UUID FABRIKAM_AEROSPACE = UUID.fromString("c7b4a2f1-09de-4b63-9c58-5f12e8d7a604");
    /** CHF 0.00, with some spend. */
    public static final UUID WIDE_WORLD_IMPORTERS = UUID.fromString("1e9f6a03-b85d-47c2-a0f4-7d3c92e1b568");
    /** USD 8,000.00, about 105 % used; a Hebrew name. */
    public static final UUID CARMEL_LABS = UUID.fromString("92ad7c55-3e0b-4d18-b6f7-28c4f1e0a9d3");
    /** USD 25,000.00, about 97 % used. */
    public static final UUID ADVENTURE_WORKS = UUID.fromString("60c8e4d9-1f72-4a05-8b3e-e94d07a6c2f1");
    /** CHF 2,500.00, about 80 % used. */
    public static final UUID LUCERNE_PUBLISHING = UUID.fromString("d41b9e70-58a6-4c3f-9e02-b7f5318c6d2a");
    /** EUR 9,500.00; a name of exactly 250 characters. */
    public static final UUID LONGEST_NAME = UUID.fromString("7a03d5c6-e4b9-4812-a75f-16f0c9d8e3b4");
    /** HUF 900,000.00; figures three days late. */
    public static final UUID NORTHWIND_TRADERS = UUID.fromString("af5e2817-6d3c-49b0-8f14-c05a7b9d4e62");
    /** SGD 40,000.00. */
    public static final UUID WOODGROVE_BANK = UUID.fromString("58d0f7b3-a291-4e6c-b34d-91e7c2506fa8");
    /** JPY 1,500,000; a Japanese name. */
    public static final UUID TOKYO_KAIUN = UUID.fromString("e3c96b1a-0f48-4d75-95a2-4b8d1c7f3e09");
    /** EUR 2,500.00; a name with markup and a script. */
    public static final UUID PROSEWARE = UUID.fromString("0b7d4f92-c6e5-4138-ad09-f3a85e21b7c6");
    /** KWD 2,400.000. */
    public static final UUID MARGIES_TRAVEL = UUID.fromString("b9162ec4-7f5a-4093-8de8-6c31d0f4a57b");
    /** AED 60,000.00; an Arabic name. */
    public static final UUID GULF_TECHNOLOGIES = UUID.fromString("46fe81ad-93c0-4b27-a658-d70e5f9c1b34");
    /** AUD 7,500.00; a name that a spreadsheet takes for a formula. */
    public static final UUID FORMULA = UUID.fromString("f8a35d0c-2b71-4ce9-9746-03be6d1f85a7");
    /** NOK 15,000.00, about 3 % used. */
    public static final UUID ALPINE_SKI_HOUSE = UUID.fromString("25e7c0b8-d4f6-4a91-b0c3-8a1f5d6e9247");
    /** USD, no budget, with spend. */
    public static final UUID TAILSPIN_TOYS = UUID.fromString("9c4f1b6e-80d7-453a-8e2b-71c6a0f5d3e9");
    /** USD, no budget and no Azure usage; an emoji in its name. */
    public static final UUID BELLOWS_COLLEGE = UUID.fromString("6ed2a794-5b18-4fc0-a93d-ce07b4f18562");

    private KnownCustomers() {}

    static List<CustomerDraft> drafts() {
        return List.of(
                known(
                        CONTOSO_RETAIL,
                        "Contoso Retail GmbH",
                        "contoso-retail",
                        "DE Köln de-DE EUR",
                        "4000.00",
                        "2461.18"),
                known(COHO_WINERY, "Coho Winery SARL", "coho", "FR Bordeaux fr-FR EUR", "1200.00", "604.10"),
                known(
                        FABRIKAM_AEROSPACE,
                        "Fabrikam Aerospace Ltd",
                        "fabrikam-aerospace",
                        "GB Bristol en-GB GBP",
                        "12000.00",
                        "72251.90"),
                known(WIDE_WORLD_IMPORTERS, "Wide World Importers AG", "wwi", "CH Basel de-CH CHF", "0.00", "316.40"),
                known(CARMEL_LABS, "מעבדות כרמל בע״מ", "carmel-labs", "IL Haifa he-IL USD", "8000.00", "8412.55"),
                known(
                        ADVENTURE_WORKS,
                        "Adventure Works Cycles, Inc.",
                        "adventure-works",
                        "US Portland en-US USD",
                        "25000.00",
                        "24310.22"),
                known(
                        LUCERNE_PUBLISHING,
                        "Lucerne Publishing AG",
                        "lucerne",
                        "CH Luzern de-CH CHF",
                        "2500.00",
                        "1999.99"),
                known(
                        LONGEST_NAME,
                        "Gemeinnützige Landesarbeitsgemeinschaft für Digitale Verwaltungsmodernisierung, Informationssicherheit und Rechenzentrumsbetrieb der Städte, Gemeinden und Landkreise im Nordöstlichen Oberfranken und angrenzenden Vogtland, Zweigniederlassung Hof/Saale",
                        "lag-vmr",
                        "DE Hof de-DE EUR",
                        "9500.00",
                        "5795.00"),
                known(
                                NORTHWIND_TRADERS,
                                "Northwind Traders Kft.",
                                "northwind",
                                "HU Budapest hu-HU HUF",
                                "900000.00",
                                "512300.50")
                        .daysLate(3),
                known(
                        WOODGROVE_BANK,
                        "Woodgrove Bank Pte. Ltd.",
                        "woodgrove",
                        "SG Singapore en-SG SGD",
                        "40000.00",
                        "21904.75"),
                known(TOKYO_KAIUN, "東京海運システム株式会社", "tokyo-kaiun", "JP 東京 ja-JP JPY", "1500000", "611204"),
                known(
                        PROSEWARE,
                        "<b>Proseware</b> & Söhne \"Gruppe\" <script>alert(1)</script>",
                        "proseware",
                        "DE Ulm de-DE EUR",
                        "2500.00",
                        "912.66"),
                known(
                        MARGIES_TRAVEL,
                        "Margie's Travel W.L.L.",
                        "margies-travel",
                        "KW Kuwait ar-KW KWD",
                        "2400.000",
                        "790.125"),
                known(
                        GULF_TECHNOLOGIES,
                        "شركة الخليج للتقنيات المتقدمة ذ.م.م",
                        "gulf-tech",
                        "AE Dubai ar-AE AED",
                        "60000.00",
                        "18442.10"),
                known(
                        FORMULA,
                        "=HYPERLINK(\"https://example.invalid\";\"Invoice\") Pty Ltd",
                        "formula",
                        "AU Perth en-AU AUD",
                        "7500.00",
                        "1380.00"),
                known(
                        ALPINE_SKI_HOUSE,
                        "Alpine Ski House AS",
                        "alpineskihouse",
                        "NO Lillehammer nb-NO NOK",
                        "15000.00",
                        "402.30"),
                known(TAILSPIN_TOYS, "Tailspin Toys, LLC", "tailspintoys", "US Denver en-US USD", "", "1204.00"),
                known(BELLOWS_COLLEGE, "Bellows College 🎓", "bellows", "US Boston en-US USD", "", ""));
    }

    private static CustomerDraft known(UUID id, String name, String domain, String place, String budget, String spend) {
        return CustomerDraft.of(id, name, domain, place, budget, spend);
    }
}
