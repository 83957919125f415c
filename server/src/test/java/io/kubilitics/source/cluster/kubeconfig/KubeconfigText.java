package io.kubilitics.source.cluster.kubeconfig;

/// Kubeconfigs as text, for tests to put together.
final class KubeconfigText {
  private KubeconfigText() {}

  /// One context with a token, which is the current one.
  static String simple(String name, String server, String token) {
    return cluster("c", server)
        + "users: [{name: u, user: {token: "
        + token
        + "}}]\n"
        + context(name, "c", "u")
        + "current-context: "
        + name
        + "\n";
  }

  /// The context `x` whose user has these fields.
  static String user(String fields) {
    return cluster("c", "https://h")
        + "users: [{name: u, user: {"
        + fields
        + "}}]\n"
        + context("x", "c", "u");
  }

  static String cluster(String name, String server) {
    return "clusters: [{name: " + name + ", cluster: {server: '" + server + "'}}]\n";
  }

  static String context(String name, String cluster, String user) {
    return "contexts: [{name: %s, context: {cluster: %s, user: '%s'}}]%n"
        .formatted(name, cluster, user);
  }
}
