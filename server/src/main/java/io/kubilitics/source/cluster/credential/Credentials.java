package io.kubilitics.source.cluster.credential;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the source of the credential that a kubeconfig asks for.
public final class Credentials {
  private static final Duration PLUGIN_LIMIT = Duration.ofSeconds(30);

  private Credentials() {}

  /// As the other one; no plugin may run.
  public static CredentialSource of(ClusterAccess access, InstantSource clock) {
    return of(access, new PluginPolicy.DenyAll(), clock);
  }

  /// Reads and runs nothing before the first credential is asked for. Over plain `http` nothing is
  /// shown, as kubectl does it.
  public static CredentialSource of(
      ClusterAccess access, PluginPolicy policy, InstantSource clock) {
    return of(access, policy, clock, System.getenv("PATH"), PLUGIN_LIMIT);
  }

  static CredentialSource of(
      ClusterAccess access,
      PluginPolicy policy,
      InstantSource clock,
      @Nullable String search,
      Duration pluginLimit) {
    if (!"https".equalsIgnoreCase(access.server().getScheme())) {
      return new WrittenCredential(() -> null, () -> null, () -> null, List.of());
    }
    CredentialSource written = written(access, clock);
    if (!(access.authorization() instanceof Authorization.Plugin plugin)) {
      return written;
    }
    PluginGate gate = new PluginGate(access.context(), plugin, policy, search);
    PluginRunner runner = new PluginRunner(plugin, access, gate, pluginLimit);
    return new PluginCredential(runner, gate.name(), written, clock);
  }

  private static CredentialSource written(ClusterAccess access, InstantSource clock) {
    List<RenewedFile> files = new ArrayList<>();
    Supplier<@Nullable Hidden> authorization =
        switch (access.authorization()) {
          case Authorization.None(), Authorization.Plugin _ -> () -> null;
          case Authorization.Bearer(Hidden token) ->
              () -> bearer("the token in the kubeconfig", token);
          case Authorization.BearerFile(var path) -> {
            RenewedFile file = new RenewedFile(path, "the token", clock);
            files.add(file);
            yield () -> bearer(file.toString(), file.text());
          }
          case Authorization.Basic basic -> steady(basic(basic));
        };
    return new WrittenCredential(
        authorization,
        pem(access.certificate(), "the certificate of the client", files, clock),
        pem(access.key(), "the key of the client", files, clock),
        files);
  }

  private static Supplier<@Nullable Hidden> pem(
      @Nullable Pem pem, String what, List<RenewedFile> files, InstantSource clock) {
    return switch (pem) {
      case null -> () -> null;
      case Pem.Inline(Hidden text) -> steady(text);
      case Pem.File(var path) -> {
        RenewedFile file = new RenewedFile(path, what, clock);
        files.add(file);
        yield file::text;
      }
    };
  }

  private static Supplier<@Nullable Hidden> steady(Hidden hidden) {
    return () -> hidden;
  }

  /// @param where the token comes from, for the message
  /// @throws ProblemException `Unreadable`: it is empty, or no token
  static Hidden bearer(String where, Hidden token) {
    String text = token.reveal().strip();
    if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new ProblemException(new Problem.Unreadable(where, "there is no token in it"));
    }
    return new Hidden("Bearer " + text);
  }

  /// As RFC 7617 has it.
  static Hidden basic(Authorization.Basic basic) {
    byte[] pair = (basic.user() + ":" + basic.password().reveal()).getBytes(StandardCharsets.UTF_8);
    return new Hidden("Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
