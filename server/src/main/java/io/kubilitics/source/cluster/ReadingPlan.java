package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Scope;
import io.kubilitics.source.cluster.discovery.Served;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Which kinds of a cluster are read, in which order and how. Everything in it happens on the
/// thread of its [Desk]; the feeds and the questions to the server have threads of their own and
/// post what they found.
final class ReadingPlan implements Desk, Delivery.Told {
  private static final Kind NAMESPACE = Kind.core("Namespace");
  private static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");
  private static final Kind SERVICE = new Kind("apiregistration.k8s.io", "APIService");

  static final String NOTHING = "the user may not list anything there";

  private final boolean isAlive;
  private final Catalogue catalogue;
  private final Feeder feeder;
  private final Voice voice;
  private final ClusterPace pace;
  private final Questions questions;
  private final ReadingOrder order;
  private final Opening opening;
  private final ForbiddenKinds forbidden;
  private final NamedKinds named = new NamedKinds();
  private final ToldKinds told;

  /// All below: on the plan's thread.
  private final SortedMap<Kind, KindReading> readings = new TreeMap<>();

  private final NamespacesKnown namespaces = new NamespacesKnown();
  private final Map<String, Rights> rights = new HashMap<>();
  private boolean isDiscovered;
  private boolean isToldOfMany;

  ReadingPlan(
      boolean isAlive,
      Catalogue catalogue,
      Feeder feeder,
      Voice voice,
      ClusterPace pace,
      Questions questions,
      Clock clock,
      RandomGenerator random) {
    this.isAlive = isAlive;
    this.catalogue = catalogue;
    this.feeder = feeder;
    this.voice = voice;
    this.pace = pace;
    this.questions = questions;
    order = new ReadingOrder(catalogue);
    told = new ToldKinds(voice);
    opening = new Opening(isAlive, order, voice, pace, questions);
    forbidden =
        new ForbiddenKinds(
            readings.values(), this::review, questions, pace.rights(), clock, random);
  }

  /// Waits until everything that was served at first has been read, as far as it can be.
  void awaitOpened() throws InterruptedException {
    opening.await();
  }

  /// Another user may ask from now on, or another server answer.
  void doubtRights() {
    forbidden.doubt();
  }

  /// Asks what the user may list; what that allows is read.
  private void review() {
    String namespace = namespaces.home();
    questions.askRights(
        namespace,
        answer -> {
          if (forbidden.isNews(answer)) {
            rights.clear();
            rights.put(namespace, answer);
          }
          forbidden.learned(answer);
        });
  }

  /// Nobody waits for it any more.
  void abandon() {
    opening.abandon();
  }

  /// What the server serves was learned, at first or again.
  ///
  /// @param homeNamespace where the user works
  /// @param hint what may be listed there
  void served(Served served, String homeNamespace, Rights hint) {
    namespaces.home(homeNamespace);
    rights.clear();
    rights.put(namespaces.home(), hint);
    boolean isNews = learn(served);
    SortedMap<Kind, List<ServedKind>> chosen = Choice.of(served, catalogue);
    vanish(served, chosen);
    if (isNews && isDiscovered) {
      relistUndescribed();
    }
    begin(chosen, hint);
    forbidden.learned(hint);
    told.expect(readings.keySet(), served::isUnknown);
    opening.discovered(served.isWhole());
    isDiscovered = true;
    opening.proceed();
    tellRefusals();
  }

  private boolean learn(Served served) {
    boolean isNews = false;
    for (ServedKind kind : served.kinds()) {
      isNews |=
          catalogue.learnAnew(
              CustomKind.served(
                  kind.kind(),
                  kind.plural(),
                  kind.namespaced() ? Scope.NAMESPACED : Scope.CLUSTER,
                  kind.shortNames(),
                  kind.categories()));
    }
    return isNews;
  }

  /// Kinds of a group of which nothing is known now may well be there; and one answer without a
  /// kind is not yet believed.
  private void vanish(Served served, SortedMap<Kind, List<ServedKind>> chosen) {
    boolean isDoubtful = false;
    for (KindReading reading : List.copyOf(readings.values())) {
      Kind kind = reading.kind();
      if (chosen.containsKey(kind) || served.isUnknown(reading.served().kind())) {
        continue;
      }
      if (reading.isMissed()) {
        readings.remove(kind);
        opening.forget(reading);
        told.gone(kind);
        reading.vanish();
        catalogue.forget(kind);
      }
      isDoubtful |= reading.isDoubtful();
    }
    if (isDoubtful) {
      questions.rediscover();
    }
  }

  /// The places in time that are known say nothing any more: all is read again.
  void relist() {
    readings.values().forEach(KindReading::relist);
  }

  /// What nobody described may name kinds that have a name only now.
  private void relistUndescribed() {
    readings.values().stream()
        .filter(reading -> !order.isDescribed(reading.served()))
        .forEach(KindReading::relist);
  }

  private void begin(SortedMap<Kind, List<ServedKind>> chosen, Rights hint) {
    List<KindReading> begun = new ArrayList<>();
    for (Map.Entry<Kind, List<ServedKind>> each : chosen.entrySet()) {
      KindReading known = readings.get(each.getKey());
      if (known != null) {
        known.servedAs(each.getValue());
        known.tryAgain();
        continue;
      }
      if (!isAlive && each.getKey().equals(Treatment.EVENT)) {
        continue;
      }
      KindReading reading = reading(each.getKey(), each.getValue());
      readings.put(each.getKey(), reading);
      begun.add(reading);
    }
    begun.sort((one, other) -> {
      int byHint = Boolean.compare(hint.forbids(one.served()), hint.forbids(other.served()));
      return byHint != 0 ? byHint : order.compare(one.served(), other.served());
    });
    opening.add(begun);
    told.served(begun.stream().map(KindReading::waiting).toList());
  }

  private KindReading reading(Kind kind, List<ServedKind> served) {
    boolean isDescribed = order.isDescribed(served.getFirst());
    return new KindReading(
        kind, served, Treatment.of(kind, isDescribed, isAlive), isDiscovered, this);
  }

  /// Whether nothing at all may be read.
  boolean isAllForbidden() {
    return readings.values().stream().anyMatch(KindReading::isForbidden)
        && readings.values().stream().allMatch(each -> each.isForbidden() || each.isUnused());
  }

  /// That no kind at all could be read, and why the first one could not; empty when one could.
  Optional<String> whyNothing() {
    if (readings.isEmpty() || readings.values().stream().anyMatch(KindReading::isKnown)) {
      return Optional.empty();
    }
    String first =
        readings.values().stream()
            .filter(reading -> !reading.complaint().isEmpty())
            .findFirst()
            .map(reading -> ": " + reading.kind() + ": " + reading.complaint())
            .orElse("");
    return Optional.of("none of its " + readings.size() + " kinds could be read" + first);
  }

  private void settle(KindReading reading) {
    opening.settle(reading);
    tellRefusals();
  }

  /// What the user may not do and cannot see on the map, with what would help.
  private void tellRefusals() {
    if (!isAlive || !opening.isOver()) {
      return;
    }
    KindReading ofNamespaces = readings.get(NAMESPACE);
    boolean isBlind = ofNamespaces != null && ofNamespaces.isForbidden();
    voice.refused(
        isAllForbidden() ? NOTHING : "",
        isBlind ? List.of(onlyHome(namespaces.home())) : List.of());
  }

  private static String onlyHome(String namespace) {
    return "the user may not list namespaces: what may not be read of all at once is looked for in"
        + " namespace "
        + namespace
        + " alone; `namespace` of the kubeconfig's context names another one";
  }

  @Override
  public Feeder feeder() {
    return feeder;
  }

  @Override
  public Voice voice() {
    return voice;
  }

  @Override
  public Delivery.Told told() {
    return this;
  }

  @Override
  public ClusterPace pace() {
    return pace;
  }

  @Override
  public List<String> namespaces() {
    return namespaces.toLookAt();
  }

  @Override
  public void askRights(KindReading reading, String namespace) {
    Rights known = rights.get(namespace);
    if (known != null) {
      reading.rightsIn(namespace, known);
      settle(reading);
      return;
    }
    questions.askRights(
        namespace,
        answer -> {
          rights.put(namespace, answer);
          reading.rightsIn(namespace, answer);
          settle(reading);
        });
  }

  @Override
  public void check(KindReading reading) {
    questions.askPresence(
        reading.served(),
        presence -> {
          reading.checked(presence);
          settle(reading);
        });
  }

  @Override
  public void checkLater(KindReading reading, Duration pause) {
    questions.later(pause, reading::checkAgain);
  }

  @Override
  public boolean isNamed(Kind kind) {
    return named.contains(kind);
  }

  @Override
  public void knowledge(Delivery delivery, Knowledge knowledge, String message) {
    questions.post(() -> told(delivery, knowledge, message));
  }

  private void told(Delivery delivery, Knowledge knowledge, String message) {
    KindReading reading = readings.get(delivery.kind());
    if (reading != null) {
      reading.told(delivery, knowledge, message);
      if (isAlive && knowledge == Knowledge.FORBIDDEN && reading.isDenied()) {
        forbidden.forbidden(reading);
      }
      settle(reading);
    }
  }

  @Override
  public void changes(Delivery delivery, List<Change> batch) {
    opening.received(batch.size());
    named.learn(batch, kind -> questions.post(() -> wanted(kind)));
    Kind kind = delivery.kind();
    if (kind.equals(NAMESPACE)) {
      questions.post(() -> namespacesChanged(batch));
    } else if (kind.equals(DEFINITION) || kind.equals(SERVICE)) {
      questions.post(() -> definitionsChanged(kind));
    } else if (delivery.isOccasional() && batch.stream().anyMatch(Change.Put.class::isInstance)) {
      questions.post(() -> found(delivery));
    }
  }

  private void namespacesChanged(List<Change> batch) {
    namespaces.changed(batch);
    boolean isAnyApart = readings.values().stream().anyMatch(KindReading::isApart);
    if (namespaces.areTooMany() && isAnyApart && !isToldOfMany) {
      isToldOfMany = true;
      voice.rejected("namespaces", NamespacesKnown.TOO_MANY);
    }
    List<String> now = namespaces();
    for (KindReading reading : readings.values()) {
      reading.namespacesChanged(now);
      settle(reading);
    }
  }

  /// At first they tell only what discovery has just said.
  private void definitionsChanged(Kind kind) {
    KindReading reading = readings.get(kind);
    if (isAlive && reading != null && !opening.isUnread(reading)) {
      questions.rediscover();
    }
  }

  /// Somebody looks at a kind, or an object names it.
  void wanted(Kind kind) {
    KindReading reading = readings.get(kind);
    if (reading != null) {
      reading.wanted();
    }
  }

  private void found(Delivery delivery) {
    KindReading reading = readings.get(delivery.kind());
    if (reading != null) {
      reading.found(delivery);
    }
  }

  /// A kind of which nothing was said when the server was asked is asked for again, at first too:
  /// it was defined in between.
  @Override
  public void defined(CustomKind defined) {
    boolean isNews = catalogue.learnAnew(defined);
    if (isAlive) {
      told.defined(defined.kind());
    }
    questions.post(() -> {
      KindReading reading = readings.get(defined.kind());
      if (reading == null) {
        askAgain();
      } else if (isNews) {
        reading.relist();
      }
    });
  }

  private void askAgain() {
    if (isAlive) {
      questions.rediscover();
    }
  }
}
