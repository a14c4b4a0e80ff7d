package dev.purser.chaos;

import dev.purser.chaos.kind.Kind;
import dev.purser.chaos.kind.Kinds;
import dev.purser.chaos.kind.Scene;
import dev.purser.chaos.people.Accepted;
import dev.purser.chaos.people.AccountManager;
import dev.purser.chaos.people.Browser;
import dev.purser.chaos.people.PageLog;
import dev.purser.chaos.stage.Stage;
import dev.purser.chaos.verdict.Case;
import dev.purser.chaos.verdict.JournalReading;
import dev.purser.chaos.verdict.Records;
import dev.purser.chaos.verdict.Told;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.Behaviour.RequestIds;
import dev.purser.simulator.SimulatedCustomer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One campaign: changes are asked for and processes struck, then everything settles, and then it is judged. */
final class Campaign {

    /** Whose currency has cents, so that one way of typing an amount fits all. */
    private static final Set<String> WITH_CENTS = Set.of("EUR", "USD", "GBP", "CHF", "AUD", "SGD", "NOK");

    /** A node may hold a customer for 90 s after it died, and a check may wait for a minute. */
    private static final Duration SETTLING = Duration.ofSeconds(90 + 60 + 30);

    private static final Duration PACE = Duration.ofMillis(500);

    private final Options options;
    private final Stage stage;
    private final Consumer<String> progress;
    private final PageLog pages;
    private final Accepted accepted = new Accepted();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<Browser> browsers;
    private final Random random;
    private final long begun = System.nanoTime();

    private Campaign(Options options, Stage stage, InstantSource clock, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.stage = stage;
        this.pages = new PageLog(stage.outages());
        this.browsers = Stream.of(DemoPeople.MARA, DemoPeople.TOMAS, DemoPeople.NOOR, DemoPeople.MARA, DemoPeople.TOMAS)
                .map(person -> new Browser(stage.balancer(), person, pages, clock))
                .toList();
        this.random = new Random(options.seed());
    }

    /**
     * Runs one.
     *
     * @param folder an empty one for data and logs
     * @param root of the project, where the product was packaged
     * @param progress is told what is going on
     */
    static Report run(Options options, Path folder, Path root, InstantSource clock, Consumer<String> progress)
            throws IOException, SQLException {
        // Some customers have no cents or no budget; enough are left.
        try (var stage = Stage.set(folder, root, options.customers() * 2 + 20, options.limits(), clock)) {
            stage.awaitReady();
            return new Campaign(options, stage, clock, progress).run();
        }
    }

    private Report run() throws SQLException {
        // Whether Microsoft heeds request ids is not known, and nothing rests on it: each seed tries another answer.
        var heeded = RequestIds.values()[Math.floorMod(options.seed(), RequestIds.values().length)];
        stage.microsoft().switches().change(behaviour -> behaviour.withRequestIds(heeded));
        var kinds = chosen();
        var stories = stories(kinds);
        var ordinary = stories.stream()
                .filter(story -> story.kind().strike().isEmpty())
                .toList();
        var waves = stories.stream()
                .filter(story -> story.kind().strike().isPresent())
                .collect(Collectors.groupingBy(Story::kind));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var story : ordinary) {
                people.execute(() -> {
                    LockSupport.parkNanos((long) (options.duration().toNanos() * 0.85 * story.when()));
                    play(story);
                });
            }
            strike(people, kinds, waves);
        }
        tell("waits for everything to settle");
        settle();
        tell("judges");
        var cases = cases(stories);
        return new Report(
                options,
                kinds,
                cases,
                List.copyOf(complaints),
                pages,
                stage.outages(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private void tell(String what) {
        progress.accept("%4d s: %s, %d changes accepted so far"
                .formatted(
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                        what,
                        accepted.forms().size()));
    }

    private List<Kind> chosen() {
        var chosen = Kinds.all().stream()
                .filter(kind ->
                        options.kinds().isEmpty() || options.kinds().stream().anyMatch(kind.name()::startsWith))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no kind " + options.kinds());
        }
        return chosen;
    }

    private List<Story> stories(List<Kind> kinds) {
        var customers = stage.microsoft().world().customers().stream()
                .filter(customer -> WITH_CENTS.contains(customer.currency()))
                .filter(customer ->
                        stage.microsoft().world().budget(customer.id()).isPresent())
                .map(SimulatedCustomer::id)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(customers, random);
        var stories = new ArrayList<Story>();
        for (int at = 0; at < Math.min(options.customers(), customers.size()); at++) {
            stories.add(Story.of(kinds.get(at % kinds.size()), customers.get(at), random));
        }
        return List.copyOf(stories);
    }

    /** Kind after kind, each against all its customers at once; what time is left sees blows at random. */
    private void strike(ExecutorService people, List<Kind> kinds, Map<Kind, List<Story>> waves) {
        var saboteur = new Saboteur(stage, new Random(random.nextLong()));
        var order = new ArrayList<>(
                kinds.stream().filter(kind -> kind.strike().isPresent()).toList());
        Collections.shuffle(order, random);
        var end = System.nanoTime() + options.duration().toNanos();
        for (var kind : order) {
            tell("strikes " + kind.name());
            var stories = waves.getOrDefault(kind, List.of());
            // They go on beside the next blow.
            stories.forEach(story -> people.execute(() -> play(story)));
            saboteur.strike(
                    kind.strike().orElseThrow(),
                    stories.stream().map(Story::customer).collect(Collectors.toSet()));
            saboteur.pause(500, 4_000);
        }
        while (System.nanoTime() < end && !order.isEmpty()) {
            saboteur.pause(5_000, 20_000);
            tell("strikes at random");
            saboteur.strikeAtRandom();
        }
    }

    private void play(Story story) {
        var choices = new Random(story.seed());
        var browser = browsers.get(choices.nextInt(browsers.size()));
        try {
            story.play(
                    new AccountManager(browser, accepted, story.kind().name(), story.customer(), choices),
                    new Scene(story.customer(), stage.microsoft(), stage.limits(), choices, this::makeListsOld));
        } catch (IllegalStateException e) {
            complaints.add(story.kind().name() + ", customer " + story.customer() + ": " + e.getMessage());
        }
    }

    /** As if an hour had passed since all customers were read. */
    private void makeListsOld() {
        try (var connection = stage.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update account_state set begun_at = begun_at - interval '2 hours',
                        completed_at = completed_at - interval '2 hours'""");
        } catch (SQLException _) {
            // The database is being struck: then this list is read another time.
        }
    }

    /** Nothing more goes wrong, and nobody asks for anything. */
    private void settle() throws SQLException {
        stage.microsoft().faults().clear();
        var end =
                System.nanoTime() + SETTLING.plus(options.limits().quarantine()).toNanos();
        while (open() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(PACE.toNanos());
        }
        // What landed late or was answered late is in the journal too.
        LockSupport.parkNanos(options.limits().fence().toNanos());
    }

    private int open() throws SQLException {
        try (var connection = stage.database().connect()) {
            return Records.open(connection);
        }
    }

    private List<Case> cases(List<Story> stories) throws SQLException {
        Records records;
        try (var connection = stage.database().connect()) {
            records = Records.read(connection);
        }
        var journal = JournalReading.of(stage.microsoft().journal());
        var forms = accepted.forms().stream()
                .collect(Collectors.groupingBy(
                        Accepted.Form::customer, Collectors.mapping(Accepted.Form::id, Collectors.toSet())));
        return stories.stream()
                .map(story -> {
                    var customer = story.customer();
                    var changes = records.changes().getOrDefault(customer, List.of());
                    return new Case(
                            customer,
                            story.kind().name(),
                            story.kind().promise(),
                            forms.getOrDefault(customer, Set.of()),
                            changes,
                            records.entries().getOrDefault(customer, List.of()),
                            receipts(story, changes),
                            journal.sendings().getOrDefault(customer, List.of()),
                            journal.effects().getOrDefault(customer, List.of()),
                            !stage.microsoft().world().hasRelationship(customer));
                })
                .toList();
    }

    private Map<UUID, Told.Receipt> receipts(Story story, List<Told.Change> changes) {
        var receipts = new HashMap<UUID, Told.Receipt>();
        for (var change : changes) {
            var page = browsers.getFirst().get(story.kind().name(), "/changes/" + change.id());
            receipts.put(change.id(), new Told.Receipt(page.status(), page.outcome(), page.sentence()));
        }
        return receipts;
    }
}
