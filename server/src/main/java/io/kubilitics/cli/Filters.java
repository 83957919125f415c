package io.kubilitics.cli;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Focus.Direction;
import io.kubilitics.topology.TopologyQuery;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options that choose a part of a topology, the same in every command that has them. What can
/// be judged without the objects is judged before they are read.
final class Filters {
  private static final String ALL_NAMESPACES = "--all-namespaces";
  private static final String SELECTOR = "--selector";
  private static final String KIND = "--kind";
  private static final String RELATION = "--relation";
  private static final String HEALTH = "--health";
  private static final String FOCUS = "--focus";
  private static final String HOPS = "--hops";
  private static final String DIRECTION = "--direction";

  private final ParseResult given;
  private final Words words;
  private final Set<String> namespaces;
  private final LabelSelector labels;
  private final Set<Relation> relations;
  private final Set<Health.Status> health;
  private final int hops;
  private final Direction direction;

  private Filters(ParseResult given, Words words) {
    this.given = given;
    this.words = words;
    namespaces = Options.isGiven(given, ALL_NAMESPACES) ? Set.of() : NamespaceOption.of(given);
    labels = new LabelSelector(requirements(given));
    relations = new LinkedHashSet<>();
    for (String word : Options.split(given, RELATION)) {
      relations.add(Options.read(RELATION, word, words::relation));
    }
    health = new LinkedHashSet<>();
    for (String word : Options.split(given, HEALTH)) {
      health.add(
          Options.choice(HEALTH, word, List.of(Health.Status.values()), Health.Status::text));
    }
    String howFar = Options.one(given, HOPS);
    hops = howFar == null ? Focus.DEFAULT_HOPS : Options.number(HOPS, howFar, 0, Focus.MOST_HOPS);
    String whither = Options.one(given, DIRECTION);
    direction =
        whither == null
            ? Direction.BOTH
            : Options.choice(DIRECTION, whither, List.of(Direction.values()), Direction::text);
    if (!Options.isGiven(given, FOCUS) && (howFar != null || whither != null)) {
      throw Options.bad(howFar != null ? HOPS : DIRECTION, "has a meaning only with --focus");
    }
  }

  static void describe(CommandSpec spec, Candidates candidates) {
    NamespaceOption.describe(
        spec, "Only objects of these namespaces, and what they have relations with elsewhere.");
    spec.addOption(
        Options.flag("Objects of all namespaces, which is the default.", "-A", ALL_NAMESPACES));
    spec.addOption(
        Options.values(
            "SELECTOR",
            "Only objects with these labels: app=web,tier!=db,env in (a,b),!legacy.",
            List.of(),
            "-l",
            SELECTOR));
    spec.addOption(
        Options.values(
            "KIND",
            "Only these kinds, in any of kubectl's words: po, pods, Pod, deployments.apps.",
            candidates.kinds(),
            KIND));
    spec.addOption(
        Options.values(
            "RELATION",
            "Only these relations, also those that are hidden otherwise (calls).",
            candidates.relations(),
            RELATION));
    spec.addOption(
        Options.values(
            "STATUS",
            "Only objects of this health: @|bold failed,degraded|@.",
            candidates.health(),
            HEALTH));
    spec.addOption(
        Options.value(
            "ID",
            "Only what hangs together with this object: Deployment.apps/shop/cart, or"
                + " deploy/cart with -n shop.",
            List.of(),
            FOCUS));
    spec.addOption(
        Options.value(
            "N",
            "How many relations away from the focus: 0 to %d, %d when not given."
                .formatted(Focus.MOST_HOPS, Focus.DEFAULT_HOPS),
            List.of(),
            HOPS));
    spec.addOption(
        Options.value(
            "WAY",
            "From the focus up to what harms it, down to what it harms, or both.",
            candidates.directions(),
            DIRECTION));
  }

  /// Reads the options.
  ///
  /// @throws io.kubilitics.problem.ProblemException for a value that makes no sense
  static Filters of(ParseResult given, Words words) {
    return new Filters(given, words);
  }

  /// The query.
  ///
  /// @param present the kinds of the objects that were read
  /// @param exists whether there is an object of this id
  /// @throws io.kubilitics.problem.ProblemException for a kind that is neither known nor present,
  ///   and for a focus that may be either of two objects
  TopologyQuery query(Supplier<Collection<Kind>> present, Predicate<ResourceId> exists) {
    Set<Kind> kinds = new LinkedHashSet<>();
    for (String word : Options.split(given, KIND)) {
      kinds.add(Options.read(KIND, word, text -> words.kind(text, present)));
    }
    return new TopologyQuery(namespaces, kinds, relations, labels, health, focus(present, exists));
  }

  private Optional<Focus> focus(Supplier<Collection<Kind>> present, Predicate<ResourceId> exists) {
    return object(FOCUS, present, exists).map(id -> new Focus(id, hops, direction));
  }

  /// The object that an option names; of several namespaces it may be in, in the one where it is.
  ///
  /// @param option one with an id
  /// @throws io.kubilitics.problem.ProblemException when it may be either of two objects
  Optional<ResourceId> object(
      String option, Supplier<Collection<Kind>> present, Predicate<ResourceId> exists) {
    @Nullable String text = Options.one(given, option);
    if (text == null) {
      return Optional.empty();
    }
    Set<String> places = namespaces.isEmpty() ? Set.of(Words.DEFAULT_NAMESPACE) : namespaces;
    List<ResourceId> meant =
        places.stream()
            .map(namespace ->
                Options.read(option, text, one -> words.object(one, namespace, present)))
            .distinct()
            .toList();
    List<ResourceId> there = meant.stream().filter(exists).toList();
    if (there.size() > 1) {
      String ids = there.stream().map(ResourceId::toString).collect(Collectors.joining(" or "));
      throw Options.bad(option, "'" + text + "' may be " + ids);
    }
    return Optional.of(there.isEmpty() ? meant.getFirst() : there.getFirst());
  }

  private static List<Requirement> requirements(ParseResult given) {
    return Options.all(given, SELECTOR).stream()
        .map(text -> Options.read(SELECTOR, text, LabelSelector::parse))
        .flatMap(selector -> selector.requirements().stream())
        .toList();
  }
}
