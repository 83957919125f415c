package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import java.util.Map;

/// Of what is read: `ConfigMap · 11 keys`, `Secret · TLS`, `Certificate · 71 d`.
final class ConfigurationFacts {
  static final Map<Kind, FactText> ALL =
      Map.of(
          Kind.core("ConfigMap"),
          ConfigurationFacts::keys,
          Kind.core("Secret"),
          ConfigurationFacts::secret,
          new Kind("cert-manager.io", "Certificate"),
          it -> it.with(it.away("Expiration")),
          new Kind("external-secrets.io", "ExternalSecret"),
          it -> it.with(it.text("Store")));

  private static final Map<String, String> TYPES =
      Map.of(
          "kubernetes.io/tls", "TLS",
          "kubernetes.io/dockerconfigjson", "registry",
          "kubernetes.io/dockercfg", "registry",
          "kubernetes.io/service-account-token", "token",
          "kubernetes.io/basic-auth", "password",
          "kubernetes.io/ssh-auth", "SSH key",
          "bootstrap.kubernetes.io/token", "bootstrap",
          "helm.sh/release.v1", "Helm release");

  private ConfigurationFacts() {}

  private static String keys(Subject subject) {
    String written = subject.text("stringKeys");
    String number = subject.number("Data");
    boolean isWrittenOnly = (number.isEmpty() || number.equals("0")) && !written.isEmpty();
    return subject.counting(isWrittenOnly ? Long.toString(names(written)) : number, "key", "keys");
  }

  private static long names(String list) {
    return list.chars().filter(letter -> letter == ',').count() + 1;
  }

  private static String secret(Subject secret) {
    String type = TYPES.get(secret.text("Type"));
    return type == null ? keys(secret) : secret.with(type);
  }
}
