package io.kubilitics.access;

/// What becomes of a request.
public sealed interface Verdict {
  record Admitted(Route route, Caller caller) implements Verdict {}

  record Refused(Refusal refusal) implements Verdict {}
}
