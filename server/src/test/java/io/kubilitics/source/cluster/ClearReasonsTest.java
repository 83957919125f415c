package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why a cluster cannot be opened is one sentence, which names the context once and the file that
/// somebody has to look at. None of them needs a server.
class ClearReasonsTest {
  private static final URI NOWHERE = URI.create("https://127.0.0.1:1");
  private static final Authorization NONE = new Authorization.None();

  @TempDir private Path folder;

  @Test
  void aPluginThatMayNotRun() {
    Authorization plugin =
        new Authorization.Plugin(
            "client.authentication.k8s.io/v1", "sign-in", List.of(), Map.of(), false, "");
    assertReason(
        access(new Trust.SystemAuthorities(), null, plugin),
        "credential plugin sign-in: no credential plugin may run here");
  }

  @Test
  void aTokenThatIsNotThere() {
    Path token = folder.resolve("token");
    assertReason(
        access(new Trust.SystemAuthorities(), null, new Authorization.BearerFile(token)),
        token + ": the token cannot be read from this file: it does not exist");
  }

  @Test
  void anAuthorityThatIsADirectory() {
    assertReason(
        access(new Trust.Authorities(new Pem.File(folder)), null, NONE),
        folder
            + ": the certificate of the cluster's authority cannot be read from this file: it is a"
            + " directory");
  }

  @Test
  void anAuthorityThatIsNotPem() throws IOException {
    Path authority = Files.writeString(folder.resolve("ca.crt"), "no certificate");
    assertReason(
        access(new Trust.Authorities(new Pem.File(authority)), null, NONE),
        authority
            + ": the certificate of the cluster's authority cannot be used: there is no certificate"
            + " in PEM in it");
  }

  @Test
  void aCertificateOfTheClientThatIsNotPem() throws IOException {
    Path certificate = Files.writeString(folder.resolve("client.crt"), "no certificate");
    assertReason(
        access(new Trust.SystemAuthorities(), new Pem.File(certificate), NONE),
        certificate
            + ": the certificate of the client cannot be used: there is no certificate in PEM in"
            + " it");
  }

  private static ClusterAccess access(
      Trust trust, @Nullable Pem certificate, Authorization authorization) {
    return new ClusterAccess(
        "test",
        NOWHERE,
        trust,
        null,
        null,
        certificate,
        certificate,
        authorization,
        null,
        "default");
  }

  private static void assertReason(ClusterAccess access, String reason) {
    assertThatThrownBy(() -> Live.once(access).close())
        .hasMessage("context test (127.0.0.1): " + reason);
  }
}
