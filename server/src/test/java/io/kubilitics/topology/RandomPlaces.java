package io.kubilitics.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A seeded world of nodes and Pods that may be placed on them, as manifests and, worked out by
/// trying every Pod with every node and every other Pod, with the edges that are to be found. Knows
/// nothing of how the product does it.
final class RandomPlaces {
  private static final List<String> KEYS = List.of("zone", "size");
  private static final List<String> VALUES = List.of("1", "2", "30", "x");
  private static final List<String> OPERATORS =
      List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
  private static final List<String> EFFECTS =
      List.of("NoSchedule", "NoExecute", "PreferNoSchedule");
  private static final List<String> NAMESPACES = List.of("blue", "green", "red");

  private record Expression(String key, String operator, List<String> values) {
    String yaml() {
      return "{key: %s, operator: %s, values: %s}"
          .formatted(key, operator, values.stream().map(v -> '"' + v + '"').toList());
    }

    /// Whether an API server would take it for labels of a node.
    boolean isValid() {
      return switch (operator) {
        case "In", "NotIn" -> !values.isEmpty();
        case "Gt", "Lt" -> values.size() == 1 && values.getFirst().matches("[0-9]+");
        default -> values.isEmpty();
      };
    }

    boolean holds(@Nullable String value) {
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        case "Gt" -> number(value) > number(values.getFirst()) && number(value) >= 0;
        case "Lt" -> number(value) < number(values.getFirst()) && number(value) >= 0;
        default -> false;
      };
    }

    private static int number(@Nullable String text) {
      return text != null && text.matches("[0-9]+") ? Integer.parseInt(text) : -1;
    }
  }

  private record Term(List<Expression> onLabels, List<Expression> onFields) {
    String yaml() {
      return "{matchExpressions: %s, matchFields: %s}".formatted(list(onLabels), list(onFields));
    }

    private static String list(List<Expression> expressions) {
      return expressions.stream().map(Expression::yaml).toList().toString();
    }

    boolean isMetBy(Machine machine) {
      boolean valid =
          onLabels.stream().allMatch(Expression::isValid)
              && onFields.stream()
                  .allMatch(field ->
                      field.values.size() == 1
                          && (field.operator.equals("In") || field.operator.equals("NotIn")));
      return valid
          && !(onLabels.isEmpty() && onFields.isEmpty())
          && onLabels.stream().allMatch(some -> some.holds(machine.labels.get(some.key)))
          && onFields.stream().allMatch(some -> some.holds(machine.name));
    }
  }

  private record Taint(String key, String value, String effect) {}

  private record Toleration(String key, boolean exists, String value, String effect) {
    boolean covers(Taint taint) {
      return (effect.isEmpty() || effect.equals(taint.effect))
          && (key.isEmpty() || key.equals(taint.key))
          && (exists || value.equals(taint.value));
    }
  }

  private record Machine(
      String name, SortedMap<String, String> labels, List<Taint> taints, boolean cordoned) {}

  private record Affinity(
      boolean away,
      List<String> namespaces,
      @Nullable SortedMap<String, String> namespaceLabels,
      @Nullable SortedMap<String, String> labels) {}

  private record Candidate(
      String namespace,
      String name,
      SortedMap<String, String> labels,
      SortedMap<String, String> selector,
      @Nullable List<Term> terms,
      List<Toleration> tolerations,
      List<Affinity> affinities) {
    String id() {
      return "Pod/" + namespace + "/" + name;
    }
  }

  private final Random random;
  private final SortedMap<String, SortedMap<String, String>> namespaces = new TreeMap<>();
  private final List<Machine> machines = new ArrayList<>();
  private final List<Candidate> pods = new ArrayList<>();

  RandomPlaces(long seed) {
    random = new Random(seed);
    NAMESPACES.forEach(name -> namespaces.put(name, labels()));
    for (int at = 0; at < 5; at++) {
      machines.add(new Machine("n" + at, labels(), some(3, this::taint), random.nextInt(4) == 0));
    }
    for (int at = 0; at < 12; at++) {
      pods.add(pod("p" + at));
    }
  }

  List<String> nodes() {
    return machines.stream().map(machine -> "Node/" + machine.name).toList();
  }

  private Candidate pod(String name) {
    return new Candidate(
        one(NAMESPACES),
        name,
        labels(),
        random.nextInt(3) == 0 ? labels() : new TreeMap<>(),
        random.nextBoolean() ? null : some(3, this::term),
        some(3, this::toleration),
        some(3, this::affinity));
  }

  private Term term() {
    return new Term(
        some(3, () -> expression(one(KEYS))),
        random.nextInt(4) == 0 ? List.of(field()) : List.of());
  }

  private Expression expression(String key) {
    String operator = one(OPERATORS);
    boolean right = random.nextInt(8) > 0;
    int count =
        switch (operator) {
          case "In", "NotIn" -> right ? 1 + random.nextInt(2) : 0;
          case "Gt", "Lt" -> right ? 1 : 2;
          default -> right ? 0 : 1;
        };
    return new Expression(key, operator, some(count, count, () -> one(VALUES)));
  }

  private Expression field() {
    return new Expression(
        "metadata.name", one(OPERATORS.subList(0, 2)), some(1, 2, () -> "n" + random.nextInt(5)));
  }

  private Taint taint() {
    return new Taint(one(KEYS), random.nextBoolean() ? "" : one(VALUES), one(EFFECTS));
  }

  private Toleration toleration() {
    boolean exists = random.nextBoolean();
    return new Toleration(
        exists && random.nextInt(4) == 0 ? "" : one(KEYS),
        exists,
        exists || random.nextBoolean() ? "" : one(VALUES),
        random.nextBoolean() ? "" : one(EFFECTS));
  }

  private Affinity affinity() {
    return new Affinity(
        random.nextBoolean(),
        random.nextInt(3) == 0 ? some(2, () -> one(NAMESPACES)) : List.of(),
        random.nextInt(3) == 0 ? labels() : null,
        random.nextInt(5) == 0 ? null : labels());
  }

  private SortedMap<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>();
    for (String key : KEYS) {
      if (random.nextBoolean()) {
        labels.put(key, one(VALUES));
      }
    }
    return labels;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> List<T> some(int most, java.util.function.Supplier<T> what) {
    return some(0, most, what);
  }

  private <T> List<T> some(int least, int most, java.util.function.Supplier<T> what) {
    List<T> some = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int at = 0; at < count; at++) {
      some.add(what.get());
    }
    return some;
  }

  /// All edges of the relations near, away-from and could-run-on.
  SortedSet<String> edges() {
    SortedSet<String> edges = new TreeSet<>();
    for (Candidate pod : pods) {
      for (Machine machine : machines) {
        if (fits(pod, machine)) {
          edges.add(pod.id() + " could-run-on Node/" + machine.name);
        }
      }
      for (Candidate other : pods) {
        for (Affinity affinity : pod.affinities) {
          if (!other.equals(pod) && means(pod, affinity, other)) {
            edges.add(pod.id() + (affinity.away ? " away-from " : " near ") + other.id());
          }
        }
      }
    }
    return edges;
  }

  private static boolean fits(Candidate pod, Machine machine) {
    if (!machine.labels.entrySet().containsAll(pod.selector.entrySet())) {
      return false;
    }
    if (pod.terms != null && pod.terms.stream().noneMatch(term -> term.isMetBy(machine))) {
      return false;
    }
    List<Taint> taints = new ArrayList<>(machine.taints);
    if (machine.cordoned) {
      taints.add(new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule"));
    }
    return taints.stream()
        .filter(taint -> !taint.effect.equals("PreferNoSchedule"))
        .allMatch(taint -> pod.tolerations.stream().anyMatch(some -> some.covers(taint)));
  }

  private boolean means(Candidate pod, Affinity affinity, Candidate other) {
    if (affinity.labels == null) {
      return false;
    }
    boolean anywhere = affinity.namespaces.isEmpty() && affinity.namespaceLabels == null;
    boolean there =
        anywhere
            ? other.namespace.equals(pod.namespace)
            : affinity.namespaces.contains(other.namespace)
                || (affinity.namespaceLabels != null
                    && namespaces
                        .getOrDefault(other.namespace, new TreeMap<>())
                        .entrySet()
                        .containsAll(affinity.namespaceLabels.entrySet()));
    return there && other.labels.entrySet().containsAll(affinity.labels.entrySet());
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder();
    namespaces.forEach((name, labels) ->
        yaml.append(document("v1", "Namespace", "name: " + name + ", labels: " + map(labels), "")));
    for (Machine machine : machines) {
      String taints =
          machine.taints.stream()
              .map(taint ->
                  "{key: %s, value: \"%s\", effect: %s}"
                      .formatted(taint.key, taint.value, taint.effect))
              .toList()
              .toString();
      yaml.append(
          document(
              "v1",
              "Node",
              "name: " + machine.name + ", labels: " + map(machine.labels),
              "unschedulable: " + machine.cordoned + ", taints: " + taints));
    }
    for (Candidate pod : pods) {
      yaml.append(
          document(
              "v1",
              "Pod",
              "namespace: %s, name: %s, labels: %s"
                  .formatted(pod.namespace, pod.name, map(pod.labels)),
              spec(pod)));
    }
    return yaml.toString();
  }

  private static String document(String version, String kind, String metadata, String spec) {
    return "---\napiVersion: %s\nkind: %s\nmetadata: {%s}\nspec: {%s}\n"
        .formatted(version, kind, metadata, spec);
  }

  private static String map(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ": \"" + label.getValue() + '"')
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String spec(Candidate pod) {
    String tolerations =
        pod.tolerations.stream()
            .map(some ->
                "{key: \"%s\", operator: %s, value: \"%s\", effect: \"%s\"}"
                    .formatted(some.key, some.exists ? "Exists" : "Equal", some.value, some.effect))
            .toList()
            .toString();
    String node =
        pod.terms == null
            ? ""
            : "nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
                + "{nodeSelectorTerms: "
                + pod.terms.stream().map(Term::yaml).toList()
                + "}}, ";
    return "nodeSelector: %s, tolerations: %s, affinity: {%spodAffinity: %s, podAntiAffinity: %s}"
        .formatted(map(pod.selector), tolerations, node, terms(pod, false), terms(pod, true));
  }

  private static String terms(Candidate pod, boolean away) {
    return pod.affinities.stream()
        .filter(affinity -> affinity.away == away)
        .map(affinity ->
            "{topologyKey: zone, namespaces: "
                + affinity.namespaces
                + (affinity.namespaceLabels == null
                    ? ""
                    : ", namespaceSelector: {matchLabels: " + map(affinity.namespaceLabels) + "}")
                + (affinity.labels == null
                    ? ""
                    : ", labelSelector: {matchLabels: " + map(affinity.labels) + "}")
                + "}")
        .collect(
            Collectors.joining(", ", "{requiredDuringSchedulingIgnoredDuringExecution: [", "]}"));
  }
}
