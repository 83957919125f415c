package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.mask.ValueReader;
import io.kubilitics.model.Value;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Obedient;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the user may list in a namespace, as the server says when it is asked for all at once. A
/// hint: authorisers that cannot enumerate their rules make it incomplete.
///
/// @param isComplete whether what no rule allows is forbidden
/// @param rules in the order of the answer
record Rights(boolean isComplete, List<Rule> rules) {
  /// Nothing is known.
  static final Rights UNKNOWN = new Rights(false, List.of());

  private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
  private static final int LONGEST = 8 << 20;

  /// One rule that allows to list.
  record Rule(Set<String> groups, Set<String> plurals) {
    Rule {
      groups = Set.copyOf(groups);
      plurals = Set.copyOf(plurals);
    }

    boolean allows(ServedKind kind) {
      return isAmong(groups, kind.kind().group()) && isAmong(plurals, kind.plural());
    }

    private static boolean isAmong(Set<String> names, String name) {
      return names.contains("*") || names.contains(name);
    }
  }

  Rights {
    rules = List.copyOf(rules);
  }

  /// Asks the server; [#UNKNOWN] when it does not say.
  static Rights ask(Connection connection, String namespace)
      throws IOException, InterruptedException {
    try (Reply reply =
        new Obedient(connection).send(Errand.USER, Ask.post(PATH, question(namespace)))) {
      return reply.status() / 100 == 2 ? read(reply.text(LONGEST)) : UNKNOWN;
    }
  }

  private static String question(String namespace) {
    String plain = namespace.matches("[a-z0-9.-]{1,253}") ? namespace : "default";
    return """
    {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview",\
    "spec":{"namespace":"%s"}}\
    """
        .formatted(plain);
  }

  static Rights read(String json) {
    try (JsonTokens tokens = JsonTokens.of(json)) {
      if (!(ValueReader.read(tokens) instanceof Value.Fields answer)) {
        return UNKNOWN;
      }
      Value.Fields status = answer.map("status");
      if (!(status.fields().get("resourceRules") instanceof Value.Items items)) {
        return UNKNOWN;
      }
      List<Rule> rules = new ArrayList<>();
      for (Value item : items.items()) {
        if (item instanceof Value.Fields rule
            && Rule.isAmong(texts(rule, "verbs"), "list")
            && texts(rule, "resourceNames").isEmpty()) {
          rules.add(new Rule(texts(rule, "apiGroups"), texts(rule, "resources")));
        }
      }
      boolean isIncomplete =
          status.fields().get("incomplete") instanceof Value.Truth(boolean value) && value;
      return new Rights(!isIncomplete, rules);
    } catch (MalformedDocumentException _) {
      return UNKNOWN;
    }
  }

  private static Set<String> texts(Value.Fields fields, String name) {
    Set<String> texts = new TreeSet<>();
    if (fields.fields().get(name) instanceof Value.Items items) {
      for (Value item : items.items()) {
        if (item instanceof Value.Text(String text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /// Whether the other says the same; servers give the rules in any order.
  boolean isAlike(Rights other) {
    return isComplete == other.isComplete
        && new HashSet<>(rules).equals(new HashSet<>(other.rules));
  }

  boolean allows(ServedKind kind) {
    return rules.stream().anyMatch(rule -> rule.allows(kind));
  }

  /// Whether it is known that the kind may not be listed.
  boolean forbids(ServedKind kind) {
    return isComplete && !allows(kind);
  }
}
