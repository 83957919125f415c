package io.kubilitics.session;

/// What a cluster is opened from.
public sealed interface Origin {
  /// As the user would write it on the command line.
  String text();

  /// A context of the kubeconfig.
  record Context(String name) implements Origin {
    @Override
    public String text() {
      return "--context " + name;
    }
  }

  /// A source as on the command line: a path, `demo[:objects[:seed]]`.
  record Source(String text) implements Origin {}
}
