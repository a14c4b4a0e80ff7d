package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import dev.purser.domain.partnercenter.Relationships.Customer;
import dev.purser.domain.partnercenter.Relationships.Page;
import dev.purser.domain.partnercenter.Relationships.Relationship;
import dev.purser.domain.partnercenter.Trouble;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipsTest {

    private static final String NORDLICHT = "c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2";

    private final WireStage stage = new WireStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "customers-page-200.json,/customers?size=2&seekOperation=Next",
        "customers-page-200-next-v1-prefix.json,/v1/customers?size=2&seekOperation=Next"
    })
    void followsTheLinkWithItsTokenUntilThereIsNone(String first, String link) {
        stage.api.answer(Reply.sample(200, first), Reply.sample(200, "customers-page-200-last.json"));

        var page = page(Optional.empty());
        assertThat(page.customers())
                .containsExactly(
                        new Customer(UUID.fromString(NORDLICHT), "Nordlicht Maschinenbau", "nordlicht.example"),
                        new Customer(
                                UUID.fromString("e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64"),
                                "Pelican Bay Clinics",
                                "pelicanbay.example"));
        assertThat(page.next()).contains(new Continuation(link, "made-up-continuation-token-0001=="));
        assertThat(stage.api.lastRequest().line()).isEqualTo("GET /v1/customers?size=500 HTTP/1.1");
        assertThat(stage.api.lastRequest().header("MS-ContinuationToken")).isEmpty();

        var last = page(page.next());
        assertThat(last.next()).isEmpty();
        assertThat(last.customers()).extracting(Customer::name).contains("Fjällkraft Energi");
        assertThat(stage.api.lastRequest().line()).isEqualTo("GET /v1/customers?size=2&seekOperation=Next HTTP/1.1");
        assertThat(stage.api.lastRequest().headers())
                .contains("MS-ContinuationToken: made-up-continuation-token-0001==");
    }

    @Test
    void takesTheTokenOfThePageWhereTheLinkHasNone() {
        stage.api.answer(Reply.json(
                200, "{\"items\":[],\"continuationToken\":\"abc\",\"links\":{\"next\":{\"uri\":\"/customers?p=2\"}}}"));

        assertThat(page(Optional.empty()).next()).contains(new Continuation("/customers?p=2", "abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void neverCallsTheHostThatALinkNames(String scheme) {
        try (var elsewhere = new RawServer()) {
            var link = elsewhere.url().toString().replace("http", scheme) + "/v1/customers?p=2";
            stage.api.answer(
                    Reply.json(
                            200, "{\"items\":[],\"links\":{\"next\":{\"uri\":\"" + link + "\",\"method\":\"get\"}}}"),
                    Reply.sample(200, "customers-page-200-last.json"));

            assertThat(page(page(Optional.empty()).next()).customers()).hasSize(2);

            assertThat(stage.api.lastRequest().line()).isEqualTo("GET /v1/customers?p=2 HTTP/1.1");
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "{}",
                "{\"next\":null}",
                "{\"next\":\"\"}",
                "{\"next\":{}}",
                "{\"next\":{\"uri\":null}}",
                "{\"next\":{\"uri\":\" \",\"method\":\"\"}}",
                "{\"self\":{\"uri\":\"/customers\"}}",
            })
    void isTheLastPageWhereNoLinkLeadsOn(String links) {
        stage.api.answer(Reply.json(200, "{\"items\":[],\"links\":" + links + "}"));

        assertThat(page(Optional.empty()).next()).isEmpty();
    }

    @Test
    void readsSparseCustomersInAnyCase() {
        stage.api.answer(Reply.json(200, """
                {"Items":[{"Id":"%s","CompanyProfile":{"CompanyName":" ","Domain":"nordlicht.example"}},
                          {"id":"","companyProfile":{"tenantId":"E91B4F70-6A2D-4D83-B1C7-3F5082AD9C64"}},
                          {"id":"%s","companyProfile":""}],
                 "links":""}
                """.formatted(NORDLICHT, NORDLICHT)));

        assertThat(page(Optional.empty()).customers())
                .extracting(Customer::name, Customer::domain)
                .containsExactly(
                        tuple("nordlicht.example", "nordlicht.example"),
                        tuple("e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64", ""),
                        tuple(NORDLICHT, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|200 a page without items",
                "{\"items\":null}|200 a page without items",
                "{\"items\":[{\"companyProfile\":{\"companyName\":\"A\"}}]}|200 a customer without a tenant id",
                "{\"items\":[{\"id\":\"1-1-1-1-1\"}]}|200 a customer without a tenant id",
                "{\"items\":[],\"links\":{\"next\":{\"uri\":\"ftp://evil.example/v1/customers\"}}}|200 a next link to another place",
                "{\"items\":[],\"links\":{\"next\":{\"uri\":\"/v1/../customers\"}}}|200 a next link that leads up",
                "{\"items\":[],\"links\":{\"next\":{\"uri\":\"/customers?p=2\",\"method\":\"POST\"}}}|200 a next link that is not to be read",
                "{\"items\":[],\"Items\":[]}|200 a member written twice",
                "{\"items\":[{\"id\":\"c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2\",\"ID\":\"e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64\"}]}|200 a member written twice",
                "{\"items\":[],\"links\":{\"next\":{\"uri\":\"/customers\",\"headers\":[{\"key\":\"MS-ContinuationToken\",\"value\":\"a\\r\\nb\"}]}}}|200 a continuation token that no header can carry",
            })
    void takesAPageWhollyOrNotAtAll(String body, String detail) {
        stage.api.answer(Reply.json(200, body));

        assertThat(stage.partnerCenter.relationships().page(WireStage.EMEA, Optional.empty()))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble())
                                .isEqualTo(new Trouble(Trouble.Kind.UNREADABLE, detail)));
    }

    @Test
    void doesNotGoInCircles() {
        stage.api.answer(_ -> Reply.sample(200, "customers-page-200.json"));

        var first = page(Optional.empty());

        assertThat(stage.partnerCenter.relationships().page(WireStage.EMEA, first.next()))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble().detail())
                                .isEqualTo("200 a page that is followed by itself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://evil.example/v1/customers", "https://evil.example", "/v1/../secrets"})
    void doesNotGoWhereAKeptLinkShouldNotLead(String link) {
        var kept = Optional.of(new Continuation(link, ""));

        assertThat(stage.partnerCenter.relationships().page(WireStage.EMEA, kept))
                .isInstanceOf(Reading.Unavailable.class);
        assertThat(stage.api.connections() + stage.authority.connections()).isZero();
    }

    @Test
    void readsHowTheAccountStandsWithOneCustomer() {
        stage.api.answer(Reply.sample(200, "customer-200.json"));

        var relationship = relationship();

        assertThat(relationship)
                .isEqualTo(new Relationship(
                        new Customer(WireStage.NORDLICHT.tenant(), "Nordlicht Maschinenbau", "nordlicht.example"),
                        Optional.of("reseller"),
                        Optional.of(true)));
        assertThat(relationship.ended()).isFalse();
        assertThat(stage.api.lastRequest().line()).isEqualTo("GET /v1/customers/" + NORDLICHT + " HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"relationshipToPartner\":\"none\"|true",
                "\"RelationshipToPartner\":\"None\",\"allowDelegatedAccess\":true|true",
                "\"relationshipToPartner\":\"reseller\",\"allowDelegatedAccess\":false|false",
                "\"relationshipToPartner\":\"microsoft_support\"|false",
                "\"relationshipToPartner\":\"some_future_kind\"|false",
                "\"relationshipToPartner\":\"\"|false",
                "\"relationshipToPartner\":null|false",
                "\"allowDelegatedAccess\":null|false",
            })
    void hasEndedOnlyWhereMicrosoftSaysSo(String member, boolean ended) {
        stage.api.answer(Reply.json(200, "{\"id\":\"" + NORDLICHT + "\"," + member + "}"));

        assertThat(relationship().ended()).isEqualTo(ended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"e91b4f70-6a2d-4d83-b1c7-3f5082ad9c64\"}|200 another customer",
                "{}|200 a customer without a tenant id",
                "null|200 a JSON null in the place of an object",
                "{\"id\":\"c2a7d9e4-31f8-4b6c-8f05-7a91b3d4e6f2\",\"allowDelegatedAccess\":\"yes\"}|200 a member of the wrong type: allowDelegatedAccess",
            })
    void takesNothingElseForTheCustomer(String body, String detail) {
        stage.api.answer(Reply.json(200, body));

        assertThat(stage.partnerCenter.relationships().read(WireStage.NORDLICHT))
                .isInstanceOfSatisfying(
                        Reading.Unavailable.class,
                        unavailable -> assertThat(unavailable.trouble())
                                .isEqualTo(new Trouble(Trouble.Kind.UNREADABLE, detail)));
    }

    @ParameterizedTest
    @CsvSource({
        "403,error-403-no-relationship.json,20002",
        "404,error-404-tenant.json,60003",
        "404,error-404-not-found.json,1000"
    })
    void tellsWhyACustomerCannotBeRead(int status, String sample, String code) {
        stage.api.answer(Reply.sample(status, sample));

        assertThat(stage.partnerCenter.relationships().read(WireStage.NORDLICHT))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.refusal().code()).contains(code));
    }

    private Relationship relationship() {
        var reading = stage.partnerCenter.relationships().read(WireStage.NORDLICHT);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<Relationship>) reading).value();
    }

    private Page page(Optional<Continuation> after) {
        var reading = stage.partnerCenter.relationships().page(WireStage.EMEA, after);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<Page>) reading).value();
    }
}
