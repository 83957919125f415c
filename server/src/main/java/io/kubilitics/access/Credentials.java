package io.kubilitics.access;

import java.util.List;

/// How a server recognises its callers.
public sealed interface Credentials {
  Caller identify(Knock knock);

  /// One `Authorization: Bearer` header with the launch token. Two such headers are none, even when
  /// both are right: it would be unclear which one another program on the way has checked.
  record Token(LaunchToken token) implements Credentials {
    private static final String SCHEME = "Bearer ";

    @Override
    public Caller identify(Knock knock) {
      List<String> values = knock.header("Authorization");
      if (values.size() != 1) {
        return Caller.STRANGER;
      }
      String value = values.getFirst();
      boolean bearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
      return bearer && token.is(value.substring(SCHEME.length())) ? Caller.OWNER : Caller.STRANGER;
    }
  }

  /// Everybody is a guest who may read.
  record None() implements Credentials {
    @Override
    public Caller identify(Knock knock) {
      return Caller.GUEST;
    }
  }
}
