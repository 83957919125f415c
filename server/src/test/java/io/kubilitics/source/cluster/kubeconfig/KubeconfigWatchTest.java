package io.kubilitics.source.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigWatchTest {
  private static final String CLUSTER =
      "clusters: [{name: c, cluster: {server: 'https://h'}}, {name: d, cluster: {server:"
          + " 'https://i'}}]\n";

  @TempDir Path folder;
  private final List<KubeconfigChange> told = new ArrayList<>();
  private Path file;
  private int writes;

  @BeforeEach
  void aFile() {
    file = folder.resolve("config");
  }

  @Test
  void tellsWhatCameChangedAndWent() throws IOException {
    write(CLUSTER + contexts("a", "c", "b", "c", "z", "c"));
    KubeconfigWatch watch = watch();

    write(CLUSTER + contexts("z", "c", "b", "d", "n", "c"));
    looks(watch, 2);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().added()).containsExactly("n");
    assertThat(told.getFirst().changed()).containsExactly("b");
    assertThat(told.getFirst().gone()).containsExactly("a");
    assertThat(watch.now().access("b").server()).hasToString("https://i");
  }

  @Test
  void tellsNothingWhenNothingChanged() throws IOException {
    write(CLUSTER + contexts("a", "c"));
    KubeconfigWatch watch = watch();

    write("# touched\n" + CLUSTER + contexts("a", "c"));
    looks(watch, 5);

    assertThat(told).isEmpty();
  }

  @Test
  void whatIsBeingWrittenIsLeftAloneUntilItIsQuiet() throws IOException {
    write(CLUSTER + contexts("a", "c", "b", "c"));
    KubeconfigWatch watch = watch();

    write("");
    looks(watch, 1);
    write(CLUSTER);
    looks(watch, 1);
    write(CLUSTER + contexts("a", "c"));
    looks(watch, 1);
    write(CLUSTER + contexts("a", "c", "b", "d"));
    looks(watch, 1);
    assertThat(told).isEmpty();

    looks(watch, 1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().changed()).containsExactly("b");
  }

  @Test
  void aFileThatIsHalfWrittenForLongTakesNoContextAway() throws IOException {
    write(CLUSTER + contexts("a", "c"));
    KubeconfigWatch watch = watch();

    write(CLUSTER + "contexts: [{name: a, context: {clus");
    looks(watch, 5);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().isNothing()).isTrue();
    assertThat(told.getFirst().now().remarks()).hasSize(1);
    assertThat(watch.now().access("a").server()).hasToString("https://h");

    write(CLUSTER + contexts("b", "c"));
    looks(watch, 2);
    assertThat(told.getLast().gone()).containsExactly("a");
    assertThat(told.getLast().added()).containsExactly("b");
    assertThat(told.getLast().now().remarks()).isEmpty();
  }

  @Test
  void aFileThatIsReplacedIsReadAgain() throws IOException {
    write(CLUSTER + contexts("a", "c"));
    KubeconfigWatch watch = watch();

    FileTime before = Files.getLastModifiedTime(file);
    Path other = Files.writeString(folder.resolve("other"), CLUSTER + contexts("e", "c"));
    Files.setLastModifiedTime(other, before);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    looks(watch, 2);

    assertThat(told.getFirst().added()).containsExactly("e");
  }

  @Test
  void aFileMayComeAndGo() throws IOException {
    KubeconfigWatch watch = watch();

    write(CLUSTER + contexts("a", "c"));
    looks(watch, 2);
    Files.delete(file);
    looks(watch, 2);

    assertThat(told).extracting(KubeconfigChange::added).containsExactly(List.of("a"), List.of());
    assertThat(told).extracting(KubeconfigChange::gone).containsExactly(List.of(), List.of("a"));
  }

  @Test
  void anotherCurrentContextIsTold() throws IOException {
    write(CLUSTER + contexts("a", "c", "b", "c") + "current-context: a\n");
    KubeconfigWatch watch = watch();

    write(CLUSTER + contexts("a", "c", "b", "c") + "current-context: b\n");
    looks(watch, 2);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().now().current()).contains("b");
  }

  @Test
  void aContextThatCannotBeUsedAnyMoreHasChanged() throws IOException {
    write(CLUSTER + contexts("a", "c"));
    KubeconfigWatch watch = watch();

    write(contexts("a", "c"));
    looks(watch, 2);

    assertThat(told.getFirst().changed()).containsExactly("a");
  }

  @Test
  void aFileThatWasNamedMustBeThere() {
    KubeconfigFiles named = KubeconfigFiles.of(file.toString(), Map.of());

    assertThatThrownBy(() -> new KubeconfigWatch(named, told::add))
        .hasMessage(file + ": no such file");
  }

  @Test
  void looksAgainAndAgainUntilItIsClosed() throws Exception {
    write(CLUSTER + contexts("a", "c"));
    BlockingQueue<KubeconfigChange> changes = new LinkedBlockingQueue<>();

    try (KubeconfigWatch watch =
        KubeconfigWatch.start(files(), Duration.ofMillis(5), changes::add)) {
      write(CLUSTER + contexts("b", "c"));

      assertThat(changes.poll(30, TimeUnit.SECONDS)).isNotNull();
      assertThat(watch.now().contexts()).extracting(KubeconfigContext::name).containsExactly("b");
    }
  }

  private KubeconfigFiles files() {
    return new KubeconfigFiles(List.of(file), false, null);
  }

  private KubeconfigWatch watch() {
    return new KubeconfigWatch(files(), told::add);
  }

  private static void looks(KubeconfigWatch watch, int times) {
    for (int look = 0; look < times; look++) {
      watch.look();
    }
  }

  /// With a time of its own, since two writes may come within one tick of the file system.
  private void write(String text) throws IOException {
    Files.writeString(file, text);
    writes++;
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.parse("2026-11-20T10:00:00Z").plusSeconds(writes)));
  }

  private static String contexts(String... namesAndClusters) {
    StringBuilder text = new StringBuilder("contexts:\n");
    for (int at = 0; at < namesAndClusters.length; at += 2) {
      text.append("- {name: ").append(namesAndClusters[at]);
      text.append(", context: {cluster: ").append(namesAndClusters[at + 1]).append("}}\n");
    }
    return text.toString();
  }
}
