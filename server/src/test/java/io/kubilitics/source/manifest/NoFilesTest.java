package io.kubilitics.source.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pipes, sockets and devices among manifests: none is opened, each is named.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoFilesTest {
  private static final String REASON = ": a pipe, a socket or a device, which is not read";

  @TempDir private Path folder;

  @BeforeEach
  void aManifest() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}", UTF_8);
  }

  @Test
  void aPipeWithAManifestsNameCannotBeRead() throws IOException, InterruptedException {
    pipe("p.yaml");

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/default/a");
    assertThat(relative(recorded.rejected())).containsExactly("p.yaml" + REASON);
    assertThat(recorded.passedOver()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "Chart.yaml.lock", "kustomization.yaml", "Kustomization"})
  void aPipeWithAnotherNameIsNamed(String name) throws IOException, InterruptedException {
    pipe(name);

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/default/a");
    assertThat(relative(recorded.passedOver())).containsExactly(name + REASON);
    assertThat(recorded.rejected()).isEqualTo(recorded.passedOver());
  }

  @Test
  void aPipeMakesNoChartOfItsFolder() throws IOException, InterruptedException {
    pipe("Chart.yaml");

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/default/a");
    assertThat(relative(recorded.rejected())).containsExactly("Chart.yaml" + REASON);
  }

  @Test
  void aSocketIsNamed() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("docker.sock")));

      assertThat(relative(Recorded.of(folder).passedOver()))
          .containsExactly("docker.sock" + REASON);
    }
  }

  @Test
  void aLinkToAPipeIsNamedByItsOwnName() throws IOException, InterruptedException {
    pipe(".endless");
    Files.createSymbolicLink(folder.resolve("endless.yaml"), Path.of(".endless"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/default/a");
    assertThat(relative(recorded.rejected())).containsExactly("endless.yaml" + REASON);
  }

  @Test
  void hiddenOnesArePassedOverLikeHiddenFiles() throws IOException, InterruptedException {
    pipe(".pipe.yaml");

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.rejected()).isEmpty();
  }

  private void pipe(String name) throws IOException, InterruptedException {
    int made = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor();
    assumeTrue(made == 0, "mkfifo");
  }

  private List<String> relative(List<String> reasons) {
    return reasons.stream().map(each -> each.replace(folder + "/", "")).toList();
  }
}
