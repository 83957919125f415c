package io.kubilitics.session;

/// What a cluster is opened from.
public sealed interface Origin {
  /// What it is called: a source as the user wrote it, or `context prod`.
  String text();

  /// A context of the kubeconfig.
  record Context(String name) implements Origin {
    @Override
    public String text() {
      return "context " + name;
    }
  }

  /// A source as on the command line: a path, `demo[:objects[:seed]]`.
  record Source(String text) implements Origin {}
}
