package io.kubilitics.testbed;

import io.kubilitics.model.Kind;
import java.util.List;

/// A kind that a [FakeApiServer] serves.
///
/// @param versions all that are served, the preferred one first
/// @param custom whether a CustomResourceDefinition made it; lists of other kinds leave out what
///   each item is
public record FakeKind(
    Kind kind,
    List<String> versions,
    String plural,
    boolean namespaced,
    List<String> shortNames,
    List<String> categories,
    List<String> verbs,
    List<String> subresources,
    boolean custom) {
  private static final List<String> ALL_VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  public FakeKind {
    versions = List.copyOf(versions);
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
    verbs = List.copyOf(verbs);
    subresources = List.copyOf(subresources);
  }

  /// A kind of custom resources with one version.
  ///
  /// @param kind in its text form: `Widget.example.com`
  public static FakeKind custom(String kind, String version, String plural, boolean namespaced) {
    return new FakeKind(
        Kind.parse(kind),
        List.of(version),
        plural,
        namespaced,
        List.of(),
        List.of(),
        ALL_VERBS,
        List.of(),
        true);
  }

  static FakeKind builtIn(
      Kind kind, String version, String plural, boolean namespaced, List<String> shortNames) {
    return new FakeKind(
        kind,
        List.of(version),
        plural,
        namespaced,
        shortNames,
        List.of(),
        ALL_VERBS,
        List.of(),
        false);
  }

  /// The same kind in other versions, the preferred one first.
  public FakeKind withVersions(String... others) {
    return new FakeKind(
        kind,
        List.of(others),
        plural,
        namespaced,
        shortNames,
        categories,
        verbs,
        subresources,
        custom);
  }

  /// The same kind with which less, or more, can be done.
  public FakeKind withVerbs(String... others) {
    return new FakeKind(
        kind,
        versions,
        plural,
        namespaced,
        shortNames,
        categories,
        List.of(others),
        subresources,
        custom);
  }

  FakeKind withCategories(List<String> others) {
    return new FakeKind(
        kind, versions, plural, namespaced, shortNames, others, verbs, subresources, custom);
  }

  FakeKind withSubresources(List<String> others) {
    return new FakeKind(
        kind, versions, plural, namespaced, shortNames, categories, verbs, others, custom);
  }

  String group() {
    return kind.group();
  }

  /// `v1`, `apps/v1`.
  String apiVersion(String version) {
    return group().isEmpty() ? version : group() + "/" + version;
  }

  String singular() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
