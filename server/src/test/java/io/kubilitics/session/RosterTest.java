package io.kubilitics.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.TalkingSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class RosterTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Origin PROD = new Origin.Context("prod");
  private static final Origin DEMO = new Origin.Source("demo:100");

  @TempDir Path folder;

  private final List<String> closed = new ArrayList<>();
  private final Scripted openings = new Scripted();
  private final Fleet fleet = new Fleet(Clock.fixed(NOON, ZoneOffset.UTC));

  /// Contexts that a test can take away; notes what is opened.
  private final class Scripted implements Openings {
    private final List<String> contexts =
        new ArrayList<>(List.of("prod", "arn:aws:cluster/a", "arn:aws:cluster%a"));
    private final List<String> opened = new ArrayList<>();

    @Override
    public FoundContexts found() {
      return new FoundContexts(
          contexts.stream().map(name -> new FoundContext(name, "", "", false)).toList(),
          List.of("config:3: odd"));
    }

    @Override
    public String name(Origin origin) {
      return switch (origin) {
        case Origin.Context(String name) -> name;
        case Origin.Source(String text) -> text.replaceFirst(":.*", "");
      };
    }

    @Override
    public Optional<Origin> lasting(Origin origin) {
      return switch (origin) {
        case Origin.Source(String text) when text.equals("-") -> Optional.empty();
        case Origin.Source(String text) when text.startsWith("./") ->
            Optional.of(new Origin.Source("/home/jane" + text.substring(1)));
        case Origin.Source _, Origin.Context _ -> Optional.of(origin);
      };
    }

    @Override
    public Catalogue catalogue() {
      return Catalogue.builtIn();
    }

    @Override
    public ResourceSource open(Origin origin, Catalogue catalogue) {
      if (origin instanceof Origin.Context(String name) && !contexts.contains(name)) {
        throw new ProblemException(new Problem.NotFound("context " + name));
      }
      opened.add(origin.text());
      return new ScriptedSource(origin.text(), closed, _ -> {});
    }
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  private Roster roster() {
    return new Roster(fleet, openings, folder);
  }

  private static List<String> shown(Roster roster) {
    return roster.all().stream()
        .map(entry -> entry.name() + (entry.session() == null ? "" : " open"))
        .toList();
  }

  @Test
  void whatWasFoundIsListedAndNotOpened() {
    Roster roster = roster();

    assertThat(shown(roster)).containsExactly("arn:aws:cluster-a", "arn:aws:cluster-a-2", "prod");
    assertThat(roster.warnings()).containsExactly("config:3: odd");
    assertThat(openings.opened).isEmpty();
    assertThat(fleet.sessions()).isEmpty();
  }

  @Test
  void aContextIsOpenOnceAndASourceAnyNumberOfTimes() {
    Roster roster = roster();

    roster.open(PROD, null);
    roster.open(DEMO, null);
    roster.open(DEMO, null);
    roster.open(DEMO, "mine");

    assertThat(shown(roster)).contains("prod open", "demo open", "demo-2 open", "mine open");
    assertThatThrownBy(() -> roster.open(PROD, "other"))
        .hasMessage("context prod: is open already, as prod");
    assertThatThrownBy(() -> roster.open(DEMO, "mine")).hasMessage("cluster mine: is open already");
    assertThatThrownBy(() -> roster.open(new Origin.Context("nowhere"), null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new Problem.NotFound("context nowhere")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "a\\b", "a%20", ".", "..", "a\nb", "a\u202eb", " a"})
  void aNameThatCannotStandInAPathIsRefused(String name) {
    Roster roster = roster();

    assertThatThrownBy(() -> roster.open(DEMO, name))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.BadInput.class));
    assertThat(fleet.sessions()).isEmpty();
  }

  @Test
  void aContextOfAnyNameGetsOneThatCanStandInAPath() {
    Roster roster = roster();

    Session session = roster.open(new Origin.Context("arn:aws:cluster%a"), null);

    assertThat(session.cluster()).hasToString("arn:aws:cluster-a-2");
    assertThat(session.description()).isEqualTo("context arn:aws:cluster%a");
    openings.contexts.clear();
    openings.contexts.add("x".repeat(300));
    assertThat(roster.open(new Origin.Context("x".repeat(300)), null).cluster().value())
        .hasSize(ClusterNames.LONGEST);
  }

  @Test
  void whatIsClosedCanBeOpenedAgainWhereItWasFound() {
    Roster roster = roster();
    roster.open(PROD, null);
    roster.open(DEMO, null);

    assertThat(roster.close(new ClusterId("prod"))).map(RosterEntry::origin).contains(PROD);
    assertThat(roster.close(new ClusterId("demo"))).isEmpty();

    assertThat(closed).containsExactly("context prod", "demo:100");
    assertThat(shown(roster)).contains("prod").doesNotContain("demo");
    assertThatThrownBy(() -> roster.close(new ClusterId("demo"))).hasMessageContaining("demo");
    roster.reopen(new ClusterId("prod"));
    assertThat(shown(roster)).contains("prod open");
  }

  @Test
  void openingAgainReadsAnewUnderTheSameName() {
    Roster roster = roster();
    Session first = roster.open(PROD, "live");

    Session second = roster.reopen(new ClusterId("live"));

    assertThat(second).isNotSameAs(first);
    assertThat(second.cluster()).hasToString("live");
    assertThat(closed).containsExactly("context prod");
    assertThat(roster.put(new ClusterId("live"), PROD).opening()).isGreaterThan(second.opening());
    assertThatThrownBy(() -> roster.put(new ClusterId("live"), DEMO))
        .hasMessage("cluster live: is open already");
    assertThat(roster.put(new ClusterId("new"), DEMO).cluster()).hasToString("new");
  }

  @Test
  void whatIsReadAnewKeepsItsPlaceAmongTheOthers() {
    Roster roster = roster();
    roster.open(PROD, "viewer");
    roster.open(DEMO, "nobody");
    List<Optional<Session>> meanwhile = new ArrayList<>();
    fleet.beforeClosing(_ -> meanwhile.add(fleet.first()));

    Session again = roster.reopen(new ClusterId("viewer"));

    assertThat(meanwhile).containsExactly(Optional.empty());
    assertThat(fleet.first()).contains(again);
    roster.reopen(new ClusterId("nobody"));
    assertThat(fleet.first()).contains(again);
    roster.close(new ClusterId("viewer"));
    assertThat(fleet.first())
        .hasValueSatisfying(first -> assertThat(first.cluster()).hasToString("nobody"));
  }

  @Test
  void whatCannotBeOpenedAgainStaysOpen() {
    Roster roster = roster();
    Session session = roster.open(PROD, null);
    openings.contexts.remove("prod");

    assertThatThrownBy(() -> roster.reopen(session.cluster())).isInstanceOf(ProblemException.class);

    assertThat(fleet.session(session.cluster())).contains(session);
    assertThat(closed).isEmpty();
    assertThat(shown(roster)).contains("prod open");
  }

  @Test
  void whatWasOpenIsOfferedAfterARestartAndNotOpened() throws Exception {
    try (Roster roster = roster()) {
      roster.open(PROD, "live").awaitReady();
      roster.open(DEMO, null).awaitReady();
      roster.open(new Origin.Source("-"), "stdin").awaitReady();
    }
    fleet.close();
    openings.opened.clear();
    try (Fleet later = new Fleet(Clock.fixed(NOON, ZoneOffset.UTC))) {
      Roster roster = new Roster(later, openings, folder);

      assertThat(shown(roster))
          .containsExactly("arn:aws:cluster-a", "arn:aws:cluster-a-2", "demo", "live");
      assertThat(roster.find(new ClusterId("live"))).map(RosterEntry::lastConnected).contains(NOON);
      assertThat(openings.opened).isEmpty();
      assertThat(roster.open(DEMO, null).cluster()).hasToString("demo");
      assertThat(roster.open(PROD, null).cluster()).hasToString("live");
    }
    Path file = folder.resolve(Roster.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var all = Files.list(folder)) {
      assertThat(all.sorted(Comparator.naturalOrder())).containsExactly(file);
    }
  }

  @Test
  void aPathIsRememberedAsTheSameFromEverywhere() {
    Origin near = new Origin.Source("./manifests");
    try (Roster roster = roster()) {
      roster.open(near, "mine");
      assertThat(roster.put(new ClusterId("mine"), near).cluster()).hasToString("mine");
    }
    fleet.close();
    try (Fleet later = new Fleet(Clock.fixed(NOON, ZoneOffset.UTC))) {
      Roster roster = new Roster(later, openings, folder);

      assertThat(roster.find(new ClusterId("mine")))
          .map(RosterEntry::origin)
          .contains(new Origin.Source("/home/jane/manifests"));
      assertThat(roster.open(near, null).cluster()).hasToString("mine");
    }
  }

  @Test
  void whenAClusterAnsweredIsKnownAfterTheProcessWasKilled() throws Exception {
    Roster killed = new Roster(fleet, openings, folder, Duration.ofMillis(5));
    killed.open(PROD, null).awaitReady();

    Eventually.holds(() ->
        assertThat(RememberedClusters.keptIn(folder.resolve(Roster.FILE)).all())
            .extracting(RememberedCluster::lastConnected)
            .containsExactly(NOON));
    killed.close();
  }

  @Test
  void anAnswerThatIsHardlyLaterIsNotWorthWriting() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    InstantSource clock = now::get;
    TalkingSource source = TalkingSource.saying(_ -> {});
    Openings talking = new Talking(source);
    try (Fleet open = new Fleet(clock.withZone(ZoneOffset.UTC));
        Roster roster = new Roster(open, talking, folder, Duration.ofDays(1))) {
      roster.open(DEMO, null).awaitReady();
      roster.noteContacts(Duration.ofMinutes(5));
      now.set(NOON.plusSeconds(299));
      source.say(it -> it.changes(List.of()));
      roster.noteContacts(Duration.ofMinutes(5));
      assertThat(kept()).contains(NOON.toString());

      now.set(NOON.plusSeconds(300));
      source.say(it -> it.changes(List.of()));
      roster.noteContacts(Duration.ofMinutes(5));
      assertThat(kept()).contains(NOON.plusSeconds(300).toString());
      assertThat(roster.find(new ClusterId("demo")))
          .map(RosterEntry::lastConnected)
          .contains(NOON.plusSeconds(300));
    }
  }

  private String kept() throws IOException {
    return Files.readString(folder.resolve(Roster.FILE));
  }

  /// Opens one source whatever is wanted.
  private record Talking(ResourceSource source) implements Openings {
    @Override
    public FoundContexts found() {
      return FoundContexts.NONE;
    }

    @Override
    public String name(Origin origin) {
      return "demo";
    }

    @Override
    public Catalogue catalogue() {
      return Catalogue.builtIn();
    }

    @Override
    public ResourceSource open(Origin origin, Catalogue catalogue) {
      return source;
    }
  }

  @Test
  void aContextThatLeftTheKubeconfigIsNotOffered() {
    try (Roster roster = roster()) {
      roster.open(PROD, null);
    }
    fleet.close();
    openings.contexts.remove("prod");
    try (Fleet later = new Fleet(Clock.fixed(NOON, ZoneOffset.UTC))) {
      assertThat(shown(new Roster(later, openings, folder))).doesNotContain("prod");
    }
  }

  @Test
  void aContextThatLeavesTheKubeconfigWhileItIsOpenStays() {
    Roster roster = roster();
    roster.open(PROD, null);
    openings.contexts.remove("prod");

    assertThat(shown(roster)).contains("prod open");
    assertThat(roster.find(new ClusterId("prod")))
        .hasValueSatisfying(entry -> assertThat(entry.context()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[1]",
        "[{\"name\":\"a\"",
        "[{\"name\":7,\"context\":\"a\"}]",
        "[{\"name\":\" \",\"context\":\"a\"}]",
        "[{\"name\":\"a\",\"context\":\"a\",\"lastConnected\":\"yesterday\"}]",
        "[[[[[[[["
      })
  void aDamagedFileCostsTheMemoryAndIsPutAside(String text) throws Exception {
    Files.writeString(folder.resolve(Roster.FILE), text);

    Roster roster = roster();

    assertThat(roster.warnings())
        .anyMatch(warning -> warning.contains("cannot be read") && warning.contains("kept as"));
    assertThat(Files.readString(folder.resolve(Roster.FILE + ".broken"))).isEqualTo(text);
    assertThat(shown(roster)).hasSize(3);
    roster.open(DEMO, null);
    assertThat(Files.readString(folder.resolve(Roster.FILE)))
        .isEqualTo("[{\"name\":\"demo\",\"source\":\"demo:100\"}]");
    assertThat(roster.warnings()).containsExactly("config:3: odd");
  }

  @Test
  void itIsSaidWhereAFileIsDamaged() throws Exception {
    Files.writeString(folder.resolve(Roster.FILE), "[\n  {\"name\" 7}]");

    assertThat(roster().warnings())
        .anyMatch(warning -> warning.contains("no JSON at line 2, column 1"));
  }

  @Test
  void whatCannotBePutAsideIsNotWrittenOver() throws Exception {
    Path file = Files.writeString(folder.resolve(Roster.FILE), "{}");
    Files.createDirectories(folder.resolve(Roster.FILE + ".broken/full"));

    Roster roster = roster();
    roster.open(DEMO, null);

    assertThat(Files.readString(file)).isEqualTo("{}");
    assertThat(roster.warnings()).anyMatch(warning -> warning.contains("it stays as it is"));
  }

  @Test
  void whereNothingCanBeWrittenTheRestWorks() {
    Roster roster = new Roster(fleet, openings, folder.resolve("not/there"));

    roster.open(DEMO, null);

    assertThat(shown(roster)).contains("demo open");
    assertThat(roster.warnings()).anyMatch(warning -> warning.contains("cannot be written"));
  }

  @Test
  void noMoreIsRememberedThanIsBearable() {
    RememberedClusters remembered = RememberedClusters.keptIn(folder.resolve("f"));
    for (int number = 0; number < RememberedClusters.MOST + 5; number++) {
      remembered.remember(
          List.of(
              new RememberedCluster(new ClusterId("c" + number), new Origin.Source("s"), null)));
    }

    assertThat(RememberedClusters.keptIn(folder.resolve("f")).all())
        .hasSize(RememberedClusters.MOST)
        .first()
        .extracting(cluster -> cluster.name().value())
        .isEqualTo("c5");
  }
}
