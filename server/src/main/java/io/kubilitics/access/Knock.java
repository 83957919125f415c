package io.kubilitics.access;

import java.util.List;

/// The head of one request as it came over the wire: nothing decoded, nothing normalised.
public interface Knock {
  String method();

  /// The path as it was sent, percent-encoding included, without the query.
  String path();

  /// The host and port of a request target in absolute form; `""` when it was a path.
  String authority();

  /// Every value of a header, in order; names in any case.
  List<String> header(String name);
}
