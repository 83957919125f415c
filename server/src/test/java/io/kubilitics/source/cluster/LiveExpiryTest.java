package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FaultProxy;
import io.kubilitics.testbed.kube.AccountTokens;
import io.kubilitics.testbed.kube.AuditLog;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.KubeUser;
import io.kubilitics.testbed.kube.RequiresControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A credential that runs out while a cluster is open: what is known stays, what is wrong is said,
/// and another credential goes on where the last one ended.
@RequiresControlPlane
class LiveExpiryTest {
  private static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  private static final String GUEST = "guest";
  private static final String NEXT = "next-guest";
  private static final Duration LONG = Duration.ofHours(1);
  private static final String MAPS = "/api/v1/namespaces/default/configmaps/";

  @TempDir private Path folder;

  @BeforeEach
  void make(ControlPlane plane) throws Exception {
    plane.accounts().make(GUEST);
    plane.accounts().make(NEXT);
    plane.admin().apply(map("kept"));
  }

  @AfterEach
  void tidy(ControlPlane plane) throws Exception {
    plane.accounts().remove(GUEST);
    plane.accounts().remove(NEXT);
    for (String name : List.of("kept", "meanwhile", "afterwards")) {
      plane.admin().remove(MAPS + name);
    }
  }

  @Test
  void aTokenThatExpiresLeavesTheMapAndTheNextOneGoesOn(ControlPlane plane) throws Exception {
    AccountTokens accounts = plane.accounts();
    Path token = Files.writeString(folder.resolve("token"), accounts.token(GUEST, LONG));
    try (FaultProxy proxy = FaultProxy.before(plane.server().getPort());
        LiveCluster live =
            LiveCluster.open(plane, kubeconfig(plane, proxy, "tokenFile: " + token))) {
      live.awaitPhase(Phase.CONNECTED);
      live.awaitTruth();

      String shortLived = accounts.token(GUEST, Duration.ofSeconds(8));
      Files.writeString(token, shortLived);
      proxy.reset();
      awaitRefusal(accounts, shortLived);
      proxy.reset();
      live.awaitPhase(Phase.REFUSED);
      assertThat(live.session().condition().message())
          .contains("the server does not accept the credentials: they expired at ")
          .doesNotContain(shortLived);

      assertGoesOnAfterwards(
          plane, live, GUEST, () -> Files.writeString(token, accounts.token(GUEST, LONG)));
    }
  }

  @Test
  void aTokenWhoseAccountIsRemovedLeavesTheMapAndAnotherAccountGoesOn(ControlPlane plane)
      throws Exception {
    AccountTokens accounts = plane.accounts();
    String token = accounts.token(GUEST, LONG);
    try (FaultProxy proxy = FaultProxy.before(plane.server().getPort());
        LiveCluster live = LiveCluster.open(plane, kubeconfig(plane, proxy, "token: " + token))) {
      live.awaitPhase(Phase.CONNECTED);
      live.awaitTruth();

      accounts.remove(GUEST);
      awaitRefusal(accounts, token);
      // What is open is not ended by the API server.
      plane.admin().apply(map("meanwhile"));
      live.awaitObject("ConfigMap/default/meanwhile");
      proxy.reset();
      live.awaitPhase(Phase.REFUSED);
      assertThat(live.session().condition().message())
          .contains("the server does not accept the credentials")
          .doesNotContain("expired")
          .doesNotContain(token);

      assertGoesOnAfterwards(
          plane,
          live,
          NEXT,
          () -> live.reaccess(kubeconfig(plane, proxy, "token: " + accounts.token(NEXT, LONG))));
    }
  }

  private interface Step {
    void take() throws Exception;
  }

  private static void assertGoesOnAfterwards(
      ControlPlane plane, LiveCluster live, String account, Step renew) throws Exception {
    Set<String> known = nodes(live);
    Eventually.holds(() -> {
      assertThat(live.knowledge(CONFIG_MAP)).isEqualTo(Knowledge.STALE);
      assertThat(live.topology().knowledge())
          .extracting(KindState::knowledge)
          .doesNotContain(Knowledge.SYNCED, Knowledge.FORBIDDEN);
    });
    assertThat(nodes(live)).isEqualTo(known);
    assertThat(live.session().condition().phase()).isEqualTo(Phase.REFUSED);

    plane.admin().apply(map("afterwards"));
    int asked = plane.requests().count();
    renew.take();

    live.awaitPhase(Phase.CONNECTED);
    live.awaitObject("ConfigMap/default/afterwards");
    live.awaitKnowledge(CONFIG_MAP, Knowledge.SYNCED);
    live.awaitTruth();
    assertThat(plane.requests().since(asked, AccountTokens.user(account)))
        .isNotEmpty()
        .noneMatch(AuditLog.Request::isList);
  }

  private static void awaitRefusal(AccountTokens accounts, String token) throws Exception {
    Eventually.holds(() -> assertThat(accounts.accepts(token)).as("it is accepted").isFalse());
  }

  private static Set<String> nodes(LiveCluster live) {
    return new TreeSet<>(Watched.nodes(live.topology()));
  }

  /// That of a user who is known by the credential alone, through the proxy.
  private Path kubeconfig(ControlPlane plane, FaultProxy proxy, String credential)
      throws IOException {
    String text = Files.readString(plane.kubeconfig(KubeUser.READER));
    return Files.writeString(
        folder.resolve("kubeconfig"),
        text.replace(plane.server().toString(), proxy.through(plane.server()).toString())
            .replaceFirst("(?m)^    token: .*$", Matcher.quoteReplacement("    " + credential)));
  }

  private static String map(String name) {
    return """
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s, namespace: default}
    """
        .formatted(name);
  }
}
