package io.kubilitics.source.cluster.discovery;

import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a server says of one version of a group.
///
/// @param kinds that can be listed, in its order; null when the server did not say and must be
///   asked for this version alone
/// @param isStale whether the server itself does not know whether that is still true
record VersionAnswer(GroupVersion at, @Nullable List<ServedKind> kinds, boolean isStale) {
  private static final String LIST = "list";

  /// Reads an entry of `versions` of aggregated discovery, or of the older list of groups.
  static VersionAnswer read(String group, Token value, JsonAnswer answer) {
    String[] version = {""};
    boolean[] stale = {false};
    List<Found> found = new ArrayList<>();
    boolean[] isSaid = {false};
    answer.object(
        value,
        (name, field) -> {
          switch (name) {
            case "version" -> version[0] = answer.text(field);
            case "freshness" -> stale[0] = answer.text(field).equals("Stale");
            case "resources" -> {
              isSaid[0] = true;
              answer.list(field, item -> Found.aggregated(item, answer).ifPresent(found::add));
            }
            default -> answer.pass(field);
          }
        });
    GroupVersion at = new GroupVersion(group, version[0]);
    return new VersionAnswer(at, isSaid[0] ? served(at, found) : null, stale[0]);
  }

  /// Reads an `APIResourceList`.
  static VersionAnswer read(GroupVersion at, JsonAnswer answer) {
    List<Found> found = new ArrayList<>();
    boolean[] isSaid = {false};
    answer.read((name, field) -> {
      if (!name.equals("resources")) {
        answer.pass(field);
        return;
      }
      isSaid[0] = true;
      answer.list(field, item -> Found.listed(item, answer).ifPresent(found::add));
    });
    return new VersionAnswer(at, isSaid[0] ? served(at, found) : null, false);
  }

  /// The same of another group: its name may stand behind its versions.
  VersionAnswer of(String group) {
    List<ServedKind> moved =
        kinds == null
            ? null
            : kinds.stream()
                .map(kind ->
                    new ServedKind(
                        new Kind(group, kind.kind().name()),
                        kind.version(),
                        kind.plural(),
                        kind.namespaced(),
                        kind.shortNames(),
                        kind.categories(),
                        kind.verbs()))
                .toList();
    return new VersionAnswer(new GroupVersion(group, at.version()), moved, isStale);
  }

  private static List<ServedKind> served(GroupVersion at, List<Found> found) {
    return found.stream().map(each -> each.at(at)).toList();
  }

  /// One resource with `list`, which is no part of another one.
  private record Found(
      String kind,
      String plural,
      boolean namespaced,
      List<String> shortNames,
      List<String> categories,
      Set<String> verbs) {

    ServedKind at(GroupVersion at) {
      return new ServedKind(
          new Kind(at.group(), kind),
          at.version(),
          plural,
          namespaced,
          shortNames,
          categories,
          verbs);
    }

    static Optional<Found> aggregated(Token item, JsonAnswer answer) {
      Draft draft = new Draft();
      answer.object(
          item,
          (name, field) -> {
            switch (name) {
              case "resource" -> draft.plural = answer.text(field);
              case "responseKind" ->
                  answer.object(
                      field,
                      (part, value) -> {
                        if (part.equals("kind")) {
                          draft.kind = answer.text(value);
                        } else {
                          answer.pass(value);
                        }
                      });
              case "scope" -> draft.namespaced = answer.text(field).equals("Namespaced");
              default -> draft.readShared(name, field, answer);
            }
          });
      return draft.found();
    }

    static Optional<Found> listed(Token item, JsonAnswer answer) {
      Draft draft = new Draft();
      answer.object(
          item,
          (name, field) -> {
            switch (name) {
              case "name" -> draft.plural = answer.text(field);
              case "kind" -> draft.kind = answer.text(field);
              case "namespaced" -> draft.namespaced = answer.flag(field);
              default -> draft.readShared(name, field, answer);
            }
          });
      return draft.found();
    }
  }

  private static final class Draft {
    String kind = "";
    String plural = "";
    boolean namespaced;
    List<String> shortNames = List.of();
    List<String> categories = List.of();
    List<String> verbs = List.of();

    void readShared(String name, Token field, JsonAnswer answer) {
      switch (name) {
        case "verbs" -> verbs = answer.names(field);
        case "shortNames" -> shortNames = answer.names(field);
        case "categories" -> categories = answer.names(field);
        default -> answer.pass(field);
      }
    }

    Optional<Found> found() {
      return ApiName.isSegment(plural) && ApiName.isKind(kind) && verbs.contains(LIST)
          ? Optional.of(
              new Found(kind, plural, namespaced, shortNames, categories, Set.copyOf(verbs)))
          : Optional.empty();
    }
  }
}
