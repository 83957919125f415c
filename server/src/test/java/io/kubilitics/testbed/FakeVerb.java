package io.kubilitics.testbed;

/// What a request to a [FakeApiServer] wants.
public enum FakeVerb {
  LIST,
  WATCH,
  GET,
  /// Which kinds there are: `/api` and everything like it.
  DISCOVERY,
  /// What the caller may do.
  REVIEW,
  OTHER
}
