package io.kubilitics.source.cluster.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

/// What a plugin is told in the variable `KUBERNETES_EXEC_INFO`: an `ExecCredential` with a `spec`.
final class ExecInput {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ExecInput() {}

  /// @throws io.kubilitics.problem.ProblemException `Unreadable`: a file of which it would be told
  static String of(Authorization.Plugin plugin, ClusterAccess access) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("apiVersion", plugin.apiVersion());
      json.writeStringField("kind", "ExecCredential");
      json.writeObjectFieldStart("spec");
      if (plugin.provideClusterInfo()) {
        json.writeObjectFieldStart("cluster");
        cluster(json, access);
        json.writeEndObject();
      }
      json.writeBooleanField("interactive", false);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void cluster(JsonGenerator json, ClusterAccess access) throws IOException {
    json.writeStringField("server", access.server().toString());
    if (access.tlsServerName() != null) {
      json.writeStringField("tls-server-name", access.tlsServerName());
    }
    switch (access.trust()) {
      case Trust.SystemAuthorities() -> {}
      case Trust.Unchecked() -> json.writeBooleanField("insecure-skip-tls-verify", true);
      case Trust.Authorities(Pem pem) ->
          json.writeStringField(
              "certificate-authority-data",
              Base64.getEncoder().encodeToString(text(pem).getBytes(StandardCharsets.UTF_8)));
    }
    if (access.proxy() != null) {
      json.writeStringField("proxy-url", access.proxy().toString());
    }
  }

  private static String text(Pem pem) {
    return switch (pem) {
      case Pem.Inline(Hidden text) -> text.reveal();
      case Pem.File(var path) ->
          new RenewedFile(
                  path, "the certificate of the cluster's authority", InstantSource.system())
              .text()
              .reveal();
    };
  }
}
