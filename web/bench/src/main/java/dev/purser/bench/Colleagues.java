package dev.purser.bench;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Those who use the portal: twenty account managers, the first of whom has all customers, and an auditor. */
final class Colleagues {

    static final DemoPerson MANAGER = DemoPeople.MARA;
    static final DemoPerson AUDITOR = DemoPeople.INGRID;

    static final List<DemoPerson> MANAGERS = Stream.concat(
                    Stream.of(MANAGER),
                    Stream.of(
                                    "Aiko Tanaka",
                                    "Anneke Visser",
                                    "Bruno Carvalho",
                                    "Chiara Lombardi",
                                    "Dilan Demir",
                                    "Ewa Kowalczyk",
                                    "Farid Rahimi",
                                    "Greta Nilsson",
                                    "Henri Laurent",
                                    "Ines Pereira",
                                    "Jonas Albrecht",
                                    "Katya Petrova",
                                    "Lucas Moreau",
                                    "Marta Ruiz",
                                    "Niamh Byrne",
                                    "Otto Virtanen",
                                    "Priscilla Osei",
                                    "Rosa Keller",
                                    "Sanjay Mehta")
                            .map(Colleagues::manager))
            .toList();

    static final List<DemoPerson> ALL =
            Stream.concat(MANAGERS.stream(), Stream.of(AUDITOR)).toList();

    private Colleagues() {}

    private static DemoPerson manager(String name) {
        var subject = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return new DemoPerson(
                subject,
                name,
                subject + "@partner.example",
                "Account manager.",
                List.of(MANAGER.roles().getFirst()));
    }
}
