package dev.purser.simulator;

import static dev.purser.simulator.Region.AzureOffers.PLAN_AND_LEGACY;
import static dev.purser.simulator.Region.AzureOffers.PLAN_ONLY;

import java.util.List;

/** The words that company names are invented from: cities, legal forms, stems, trades; one line each. */
final class Regions {

    static final List<Region> ALL = List.of(
            Region.of(8, "DE de-DE EUR", PLAN_AND_LEGACY, "S T F", """
                    Hamburg|Leipzig|Nürnberg|Rostock|Mainz|Kassel|Würzburg
                    GmbH|AG|GmbH & Co. KG|e.G.|KG
                    Nordlicht|Brückner|Hölzel|Süßmann|Eichengrund|Möwe|Weißbach|Lüttke|Rheinhöhe|Amsel
                    Maschinenbau|Gebäudetechnik|Präzisionswerkzeuge|Versandhandel|Fördertechnik|Backwaren|Küchenmöbel|Energieberatung"""),
            Region.of(3, "AT de-AT EUR", PLAN_AND_LEGACY, "S T F", """
                    Wien|Graz|Linz|Villach
                    GmbH|AG|OG
                    Edelweiß|Murtal|Karawanken|Donaublick|Hochkönig|Zirbe
                    Seilbahnen|Holzbau|Kuranstalten|Verlag|Medizintechnik"""),
            Region.of(5, "FR fr-FR EUR", PLAN_AND_LEGACY, "T S F", """
                    Lyon|Toulouse|Rennes|Nîmes|Besançon
                    SA|SAS|SARL|SCOP
                    Beaurivage|du Chêne|Hautefeuille|Marée Haute|de l'Étoile|Valmont|Œil-de-Bœuf|Sainte-Aurore
                    Ateliers|Laboratoires|Conserverie|Transports|Imprimerie|Éditions|Verrerie"""),
            Region.of(3, "IT it-IT EUR", PLAN_AND_LEGACY, "T S F", """
                    Torino|Bologna|Verona|Lecce
                    S.p.A.|S.r.l.|S.n.c.
                    Belvedere|Montechiaro|Tre Colli|Ponte Alto|Sant'Ilario|Aurora
                    Officine|Ceramiche|Vini|Tessuti|Distribuzione|Macchine"""),
            Region.of(3, "ES es-ES EUR", PLAN_AND_LEGACY, "T S F", """
                    Valencia|Sevilla|Bilbao|A Coruña
                    S.A.|S.L.|S.Coop.
                    Peñalba|El Olivar|Miramontes|Cigüeña|Río Seco|Atalaya
                    Conservas|Talleres|Logística|Clínicas|Energías|Muebles"""),
            Region.of(8, "US en-US USD", PLAN_AND_LEGACY, "S T, F", """
                    Boise|Tulsa|Savannah|Duluth|Spokane|Tucson
                    Inc.|LLC|Corp.|L.P.
                    Harbor Street|Pelican Bay|Cedar Ridge|Blue Mesa|Ironwood|Lakeshore|Copperline|Prairie Star|Juniper|Granite Falls
                    Clinics|Freight|Bakeries|Insurance Partners|Robotics|School District|Credit Union|Outfitters|Foods"""),
            Region.of(6, "GB en-GB GBP", PLAN_AND_LEGACY, "S T F", """
                    Leeds|Cardiff|Dundee|Norwich|Plymouth
                    Ltd|plc|LLP
                    Ravenscroft|Thornbury|Kestrel|Old Mill|Fennimore|Saltmarsh|Whitcombe|Hartley Moor
                    Surveyors|Brewing|Textiles|Veterinary Group|Shipping|Housing Trust|Instruments"""),
            Region.of(4, "CH de-CH CHF", PLAN_AND_LEGACY, "S T F", """
                    Zürich|Bern|Chur|Thun
                    AG|GmbH|Genossenschaft
                    Bergquell|Säntisblick|Rüttihof|Enzian|Aaretal|Gämsi
                    Uhren|Treuhand|Milchwerke|Versicherungen|Feinmechanik|Logistik"""),
            Region.of(2, "CH fr-CH CHF", PLAN_AND_LEGACY, "T S F", """
                    Genève|Lausanne|Neuchâtel
                    SA|Sàrl
                    du Léman|Chasseral|Belle-Rive|des Préalpes|Mont-Clair
                    Fiduciaire|Chocolaterie|Régie|Horlogerie|Clinique"""),
            Region.of(5, "JP ja-JP JPY", PLAN_AND_LEGACY, "STF", """
                    大阪|札幌|福岡|名古屋|仙台
                    株式会社|合同会社
                    東和:towa|みらい:mirai|桜川:sakuragawa|北斗:hokuto|さくら野:sakurano|青葉:aoba|瑞穂野:mizuhono
                    物流:butsuryu|精密工業:seimitsu|食品:shokuhin|システム開発:systems|製薬:seiyaku|建設:kensetsu"""),
            Region.of(4, "AU en-AU AUD", PLAN_AND_LEGACY, "S T F", """
                    Hobart|Ballarat|Cairns|Geelong
                    Pty Ltd|Ltd
                    Banksia|Coral Reach|Redgum|Southern Cross Bay|Kookaburra Hill|Saltbush
                    Mining Services|Vineyards|Aged Care|Airlines Catering|Shearing|Marine"""),
            Region.of(4, "SG en-SG SGD", PLAN_AND_LEGACY, "S T F", """
                    Singapore
                    Pte. Ltd.|LLP
                    Merlion Gate|Orchid Quay|Straits Union|Tanah Hijau|Raintree|Lantern Bay
                    Ventures|Biotech|Maritime|Semiconductors|Trading|Kitchens"""),
            Region.of(2, "SG zh-SG SGD", PLAN_ONLY, "STF", """
                    新加坡
                    私人有限公司
                    南洋星:nanyangxing|金狮城:jinshicheng|海峡:haixia|兰花:lanhua
                    贸易:maoyi|物流:wuliu|餐饮:canyin|科技:keji"""),
            Region.of(2, "TW zh-TW USD", PLAN_ONLY, "STF", """
                    臺北|高雄|新竹
                    股份有限公司|有限公司
                    瑞豐:ruifeng|晨曦:chenxi|玉山河:yushanhe|雲海:yunhai
                    科技:tech|精機:jingji|生技:biotech|資訊:zixun"""),
            Region.of(4, "HU hu-HU HUF", PLAN_AND_LEGACY, "S T F", """
                    Győr|Pécs|Debrecen|Szeged
                    Kft.|Zrt.|Bt.
                    Tiszavirág|Kőszegi|Hűvösvölgy|Napsugár|Fehérló|Őrség
                    Élelmiszer|Gépgyártó|Szállítmányozás|Gyógyfürdő|Nyomda"""),
            Region.of(4, "AE ar-AE AED", PLAN_AND_LEGACY, "T S F", """
                    دبي|أبوظبي|الشارقة
                    ذ.م.م|ش.م.ع
                    النخيل الذهبي:golden-palm|الأفق:alufuq|الواحة:alwaha|الصقر:alsaqr|اللؤلؤ:alloulou
                    شركة مقاولات:contracting|مؤسسة تجارة:trading|شركة لوجستيات:logistics|مستشفى:hospital|شركة طاقة:energy"""),
            Region.of(3, "KW ar-KW KWD", PLAN_AND_LEGACY, "T S F", """
                    الكويت|حولي|الجهراء
                    ذ.م.م|ش.م.ك
                    الديرة:aldeera|المرجان:almarjan|البادية:albadia|الشراع:alsharaa
                    شركة مطاعم:restaurants|مجموعة استثمار:invest|شركة نقل:transport|عيادات:clinics"""),
            Region.of(4, "NO nb-NO NOK", PLAN_AND_LEGACY, "S T F", """
                    Tromsø|Ålesund|Stavanger|Bodø
                    AS|ASA|SA
                    Fjellkraft|Nordøy|Havørn|Blåbær|Trollheim|Sølvsand
                    Energi|Fiskeri|Sjømat|Bygg|Rederi|Sparebank"""),
            Region.of(3, "IL he-IL USD", PLAN_ONLY, "S T F", """
                    תל אביב|חיפה|באר שבע
                    בע״מ
                    גלבוע:gilboa|אורן:oren|ים התיכון:yam|הדר הנגב:hadar|ארז:erez
                    מערכות:systems|טכנולוגיות:technologies|מזון:food|הנדסה:engineering"""));

    private Regions() {}
}
