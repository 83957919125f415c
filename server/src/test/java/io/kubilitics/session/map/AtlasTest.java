package io.kubilitics.session.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.testbed.LogLines;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(300)
class AtlasTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final MapQuery EVERYTHING = new MapQuery(Arrangement.NAMESPACE, TopologyQuery.ALL);

  @TempDir Path folder;

  private static Session demo(String name, int objects) {
    Catalogue catalogue = Catalogue.builtIn();
    return Session.open(
        new ClusterId(name),
        "demo",
        DemoSource.still(new DemoSpec(objects, 42), catalogue, NOON),
        catalogue,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("maps"))) {
      return all.sorted().toList();
    }
  }

  @Test
  void placesOutliveARestart() throws Exception {
    LivingMap before;
    try (Session session = demo("demo", 300);
        Atlas atlas = Atlas.keptIn(folder.resolve("maps"))) {
      session.awaitReady();
      atlas.of(session).tidy(Arrangement.NAMESPACE);
      before = atlas.of(session).tidy(Arrangement.NAMESPACE);
      atlas.of(session).latest(Arrangement.APP);
    }

    try (Session session = demo("demo", 300);
        Atlas atlas = Atlas.keptIn(folder.resolve("maps"))) {
      session.awaitReady();

      LivingMap after = atlas.kept(session, EVERYTHING);

      assertThat(after.plan().epoch()).isEqualTo(before.plan().epoch()).isEqualTo(3);
      assertThat(after.plan().frames()).isEqualTo(before.plan().frames());
    }
    assertThat(files()).containsExactly(folder.resolve("maps/demo.slots"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("maps"))))
        .isEqualTo("rwx------");
  }

  @Test
  void placesOutliveTheClosingOfOneClusterAndALateQuestionFindsNothing() throws Exception {
    try (Atlas atlas = Atlas.keptIn(folder.resolve("maps"));
        Session other = demo("other", 300)) {
      LivingMap before;
      Session first = demo("demo", 300);
      try (first) {
        first.awaitReady();
        other.awaitReady();
        before = atlas.of(first).tidy(Arrangement.NAMESPACE);
        atlas.of(other).latest(Arrangement.NAMESPACE);

        atlas.forget(first);
      }
      assertThatThrownBy(() -> atlas.kept(first, EVERYTHING))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problem())
                      .isEqualTo(new Problem.Unreadable("cluster demo", "was closed")));
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("layout-demo")
          .contains("layout-other");
      try (Session again = demo("demo", 300)) {
        again.awaitReady();

        assertThat(atlas.kept(again, EVERYTHING).plan().frames()).isEqualTo(before.plan().frames());
        assertThat(atlas.kept(again, EVERYTHING).plan().epoch()).isEqualTo(before.plan().epoch());
        atlas.forget(again);
      }
      atlas.forget(other);
    }
  }

  @Test
  void aDamagedFileCostsALineAndIsReplaced() throws Exception {
    Files.createDirectories(folder.resolve("maps"));
    Files.writeString(folder.resolve("maps/demo.slots"), "no places at all");
    try (LogLines log = LogLines.all();
        Session session = demo("demo", 300)) {
      session.awaitReady();
      try (Atlas atlas = Atlas.keptIn(folder.resolve("maps"))) {
        assertThat(atlas.kept(session, EVERYTHING).plan().frames()).isNotEmpty();
      }
      assertThat(log.text()).containsOnlyOnce("the map starts afresh");
    }
    assertThat(Files.readString(folder.resolve("maps/demo.slots"), StandardCharsets.ISO_8859_1))
        .startsWith("KBSL");
  }

  @ParameterizedTest
  @CsvSource({
    "demo, demo.slots",
    "my-cluster_2, my-cluster_2.slots",
    "Prod, _rod.",
    "../../etc/passwd, ______etc_passwd.",
    "a/b, a_b.",
    "a:b, a_b.",
    "con.txt, con_txt.",
  })
  void aNameOfAClusterLeadsNowhereElse(String cluster, String file) {
    String name = SlotFolder.fileName(new ClusterId(cluster));

    assertThat(name).startsWith(file).endsWith(".slots").matches("[a-z0-9._-]+");
    assertThat(name).doesNotContain("..");
  }

  @Test
  void clustersWhoseNamesAreAlikeHaveFilesOfTheirOwn() {
    assertThat(
            Stream.of("a/b", "a:b", "a_b", "A_b", "x".repeat(500), "x".repeat(501))
                .map(name -> SlotFolder.fileName(new ClusterId(name))))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() < 120);
  }

  @Test
  void withAFocusPlacesAreAlwaysMadeForTheAnswer() throws Exception {
    try (Session session = demo("demo", 300);
        Atlas atlas = Atlas.inMemory()) {
      session.awaitReady();

      assertThat(atlas.arrange(session, EVERYTHING, Arrange.KEEP)).isEqualTo(Arrange.KEEP);
      assertThat(atlas.arrange(session, EVERYTHING, Arrange.FRESH)).isEqualTo(Arrange.FRESH);
      assertThat(
              atlas
                  .subject(session, session.topology(), EVERYTHING, Viewer.EVERYTHING)
                  .sheet()
                  .plan()
                  .frames())
          .isEqualTo(atlas.kept(session, EVERYTHING).plan().frames());
    }
  }

  @Test
  void noMoreThanTwoAreLaidOutAtOnce() throws Exception {
    try (BlockLayouts blocks = new BlockLayouts(1)) {
      FreshMaps maps = new FreshMaps(blocks, Duration.ofMillis(30));
      CountDownLatch end = new CountDownLatch(1);
      CountDownLatch busy = new CountDownLatch(2);
      Thread[] threads = new Thread[2];
      for (int each = 0; each < 2; each++) {
        threads[each] =
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    maps.lay(_ -> {
                      busy.countDown();
                      return waited(end);
                    });
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
      }
      busy.await();

      assertThatThrownBy(() -> maps.lay(_ -> "third"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Busy.class));
      end.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(maps.<String>lay(_ -> "third")).isEqualTo("third");
      assertThatThrownBy(() ->
              maps.lay(_ -> {
                throw new IllegalStateException("off by one");
              }))
          .hasMessage("off by one");
      assertThat(maps.<String>lay(_ -> "after a bug")).isEqualTo("after a bug");
    }
  }

  private static boolean waited(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
