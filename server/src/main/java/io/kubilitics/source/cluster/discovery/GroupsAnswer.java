package io.kubilitics.source.cluster.discovery;

import io.kubilitics.catalogue.TokenStream.Token;
import java.util.ArrayList;
import java.util.List;

/// What a server says at `/api` or `/apis`, in either form: aggregated discovery, which names every
/// kind, or the older lists, which name versions only. Versions are in the order in which the
/// server prefers them.
record GroupsAnswer(List<VersionAnswer> versions) {
  /// Real clusters have some hundreds.
  private static final int MOST = 5_000;

  GroupsAnswer {
    versions = List.copyOf(versions);
  }

  /// @throws io.kubilitics.catalogue.MalformedDocumentException when it is no JSON object, or one
  ///   that says nothing of groups
  static GroupsAnswer read(String json) {
    List<VersionAnswer> versions = new ArrayList<>();
    boolean[] isDiscovery = {false};
    try (JsonAnswer answer = new JsonAnswer(json)) {
      answer.read((name, value) -> {
        switch (name) {
          case "items", "groups" -> {
            isDiscovery[0] = true;
            answer.list(value, group -> group(group, answer, versions));
          }
          case "versions" -> {
            isDiscovery[0] = true;
            answer.names(value).forEach(version -> add(coreVersion(version), versions));
          }
          default -> answer.pass(value);
        }
      });
    }
    if (!isDiscovery[0]) {
      throw new io.kubilitics.catalogue.MalformedDocumentException(0, "it names no API groups");
    }
    return new GroupsAnswer(versions);
  }

  private static VersionAnswer coreVersion(String version) {
    return new VersionAnswer(new GroupVersion("", version), null, false);
  }

  private static void group(Token value, JsonAnswer answer, List<VersionAnswer> versions) {
    String[] group = {""};
    String[] preferred = {""};
    List<VersionAnswer> found = new ArrayList<>();
    answer.object(
        value,
        (name, field) -> {
          switch (name) {
            case "name" -> group[0] = answer.text(field);
            case "metadata" -> group[0] = nameOf(field, answer);
            case "versions" ->
                answer.list(field, item -> found.add(VersionAnswer.read("", item, answer)));
            case "preferredVersion" ->
                preferred[0] = VersionAnswer.read("", field, answer).at().version();
            default -> answer.pass(field);
          }
        });
    found.stream()
        .filter(each -> each.at().version().equals(preferred[0]))
        .forEach(each -> add(each.of(group[0]), versions));
    found.stream()
        .filter(each -> !each.at().version().equals(preferred[0]))
        .forEach(each -> add(each.of(group[0]), versions));
  }

  private static String nameOf(Token metadata, JsonAnswer answer) {
    String[] name = {""};
    answer.object(
        metadata,
        (part, value) -> {
          if (part.equals("name")) {
            name[0] = answer.text(value);
          } else {
            answer.pass(value);
          }
        });
    return name[0];
  }

  private static void add(VersionAnswer version, List<VersionAnswer> versions) {
    if (version.at().isUsable() && versions.size() < MOST) {
      versions.add(version);
    }
  }
}
