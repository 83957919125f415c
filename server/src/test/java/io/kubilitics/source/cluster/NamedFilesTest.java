package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.GivenReply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A refusal holds for an hour here; a file that is replaced ends the wait.
class NamedFilesTest {
  @TempDir private Path folder;

  private volatile boolean isRefused = true;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private ClusterAccess access() {
    return new ClusterAccess(
        "test",
        URI.create("https://example.com"),
        new Trust.Authorities(new Pem.File(file("authority"))),
        null,
        null,
        new Pem.File(file("certificate")),
        new Pem.File(file("key")),
        new Authorization.BearerFile(file("token")),
        null,
        "default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "certificate", "key", "authority"})
  void aFileThatIsReplacedEndsTheWaitAfterARefusal(String name) throws Exception {
    for (String each : List.of("token", "certificate", "key", "authority")) {
      Files.writeString(file(each), "former");
    }
    List<LineState> told = new CopyOnWriteArrayList<>();
    try (Line line =
        Line.open(
            "test",
            access(),
            _ -> new Answering(),
            Live.refusing(Duration.ofHours(1)),
            Clock.systemUTC(),
            new SplittableRandom(7),
            (state, _) -> told.add(state))) {
      Eventually.holds(() -> assertThat(line.state().phase()).isEqualTo(Phase.REFUSED));

      isRefused = false;
      Files.writeString(file(name), "the next one");

      line.awaitOpen();
      assertThat(told).extracting(LineState::phase).contains(Phase.REFUSED, Phase.CONNECTED);
    }
  }

  @Test
  void aFileThatComesOrGoesHasChangedAndOneThatStaysHasNot() throws Exception {
    Files.writeString(file("token"), "a");
    NamedFiles seen = NamedFiles.of(access());
    assertThat(seen.haveChanged()).isFalse();

    Files.delete(file("token"));
    assertThat(seen.haveChanged()).isTrue();

    NamedFiles without = NamedFiles.of(access());
    assertThat(without.haveChanged()).isFalse();
    Files.writeString(file("token"), "a");
    assertThat(without.haveChanged()).isTrue();
  }

  @Test
  void whatStandsInTheKubeconfigNamesNoFile() {
    ClusterAccess inline = Live.access(URI.create("https://example.com"), "token", "default");

    assertThat(NamedFiles.of(inline).paths()).isEmpty();
  }

  private final class Answering implements Connection {
    @Override
    public Reply send(Errand errand, Ask ask) {
      if (isRefused) {
        throw new ProblemException(new Problem.Forbidden("example.com", "it is not accepted"));
      }
      return new GivenReply(200, GivenReply.VERSION);
    }

    @Override
    public void close() {}
  }
}
