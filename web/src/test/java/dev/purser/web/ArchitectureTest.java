package dev.purser.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the modules may know of each other, and the finer rules that a compiler does not state. */
class ArchitectureTest {

    private static final String DOMAIN = "dev.purser.domain..";
    private static final String PARTNER_CENTER = "dev.purser.partnercenter..";
    private static final String PERSISTENCE = "dev.purser.persistence..";
    private static final String DATABASE = "dev.purser.db..";
    private static final String WEB = "dev.purser.web..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.purser");

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.concat(dependencies(), habits())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
    }

    private static Stream<ArchRule> dependencies() {
        return Stream.of(
                classes()
                        .that()
                        .resideInAPackage(DOMAIN)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(DOMAIN, "java..", "org.jspecify..")
                        .as("the domain knows nothing but itself"),
                noClasses()
                        .that()
                        .resideInAPackage(PARTNER_CENTER)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(PERSISTENCE, DATABASE, WEB)
                        .as("the Partner Center adapter knows the domain alone"),
                noClasses()
                        .that()
                        .resideInAPackage(PERSISTENCE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(PARTNER_CENTER, DATABASE, WEB)
                        .as("the PostgreSQL adapter knows the domain alone"),
                noClasses()
                        .that()
                        .resideInAPackage(DATABASE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(DOMAIN, PARTNER_CENTER, PERSISTENCE, WEB)
                        .as("the database module knows none of the others"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(PERSISTENCE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                        .as("only the PostgreSQL adapter knows Hibernate"),
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "dev.purser.web.format..", "dev.purser.web.history..", "dev.purser.web.receipt..")
                        .should()
                        .dependOnClassesThat()
                        .areAnnotatedWith(Path.class)
                        .as("sentences and formats know no page"),
                slices().matching("dev.purser.domain.(budget|portfolio|partnercenter|usage)..")
                        .should()
                        .beFreeOfCycles()
                        .as("the concepts of the domain build on each other without a cycle"));
    }

    private static Stream<ArchRule> habits() {
        return Stream.of(
                methods()
                        .that()
                        .areAnnotatedWith(Transactional.class)
                        .should()
                        .beDeclaredInClassesThat()
                        .resideInAPackage(PERSISTENCE)
                        .as("transactions begin in the PostgreSQL adapter alone, never around a call to Microsoft"),
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(DOMAIN, PARTNER_CENTER, PERSISTENCE)
                        .should()
                        .haveRawType(double.class)
                        .orShould()
                        .haveRawType(Double.class)
                        .orShould()
                        .haveRawType(float.class)
                        .as("money is exact: no binary fractions"),
                timeFromASource(),
                noClasses()
                        .that()
                        .resideInAPackage("dev.purser..")
                        .should()
                        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|Dto|Mapper)$")
                        .orShould()
                        .haveNameMatching(".*\\.(Abstract|Base|Default)[A-Z].*")
                        .as("names say what something is, not what pattern it follows"),
                noClasses()
                        .should()
                        .resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..")
                        .as("no room for odds and ends"));
    }

    private static ArchRule timeFromASource() {
        var rule = noClasses().that().resideInAPackage("dev.purser..").should();
        var now = rule.callMethod(Instant.class, "now");
        for (var type : List.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            now = now.orShould().callMethod(type, "now");
        }
        return now.as("time comes from a source that a test can set");
    }
}
