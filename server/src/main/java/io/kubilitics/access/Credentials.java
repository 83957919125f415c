package io.kubilitics.access;

import java.util.List;

/// How a server recognises its callers.
public sealed interface Credentials {
  Caller identify(Knock knock);

  /// Who sends this as the launch token in a message; `""` for nothing.
  Caller identify(String token);

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
      return bearer ? identify(value.substring(SCHEME.length())) : Caller.STRANGER;
    }

    @Override
    public Caller identify(String candidate) {
      return token.is(candidate) ? Caller.OWNER : Caller.STRANGER;
    }
  }

  /// Everybody is a guest who may read.
  record None() implements Credentials {
    @Override
    public Caller identify(Knock knock) {
      return Caller.GUEST;
    }

    @Override
    public Caller identify(String token) {
      return Caller.GUEST;
    }
  }
}
