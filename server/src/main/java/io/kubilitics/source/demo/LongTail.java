package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Addition.Plot;
import io.kubilitics.source.demo.AppSpec.Feature;
import io.kubilitics.source.demo.AppSpec.Shape;
import io.kubilitics.source.demo.AppSpec.Trouble;
import io.kubilitics.source.demo.Space.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// The rest of the company, without end: teams with many apps and teams with few, coming one after
/// the other, and the same again for every region and environment. Each next app is the same in a
/// demo of any size.
final class LongTail implements Iterator<Addition> {
  /// A team and how many apps it has in each place.
  private record Team(String name, int apps) {}

  /// An app of a team, and how early in the growth of a place it comes.
  private record Slot(Team team, int number, int when) {}

  private static final List<Team> TEAMS =
      List.of(
          new Team("recommendations", 44),
          new Team("logistics", 36),
          new Team("warehouse", 32),
          new Team("data-lake", 28),
          new Team("ml-serving", 26),
          new Team("partner-api", 24),
          new Team("search-platform", 22),
          new Team("fulfilment", 20),
          new Team("pricing", 18),
          new Team("crm", 17),
          new Team("media-pipeline", 16),
          new Team("billing", 15),
          new Team("analytics", 14),
          new Team("notifications", 14),
          new Team("mobile-bff", 13),
          new Team("catalog-admin", 12),
          new Team("returns", 11),
          new Team("feature-store", 10),
          new Team("support-desk", 10),
          new Team("etl-nightly", 10),
          new Team("loyalty", 9),
          new Team("experiments", 8),
          new Team("invoicing", 8),
          new Team("ads", 8),
          new Team("ci-runners", 8),
          new Team("content", 7),
          new Team("cms", 6),
          new Team("tax", 5),
          new Team("load-tests", 5),
          new Team("team-mercury", 4),
          new Team("team-vega", 4),
          new Team("archive", 4),
          new Team("seo-tools", 2),
          new Team("sandbox-alice", 2),
          new Team("sandbox-jun", 1));

  private static final List<String> PLACES =
      List.of(
          "", "eu", "us", "staging", "apac", "uk", "qa", "latam", "mea", "perf", "dev", "canary",
          "nordics", "dach", "iberia", "anz");

  private static final List<String> NOUNS =
      List.of(
          "price",
          "stock",
          "parcel",
          "label",
          "offer",
          "basket",
          "invoice",
          "rating",
          "review",
          "banner",
          "segment",
          "profile",
          "address",
          "voucher",
          "route",
          "slot",
          "ticket",
          "feed",
          "image",
          "video",
          "model",
          "feature",
          "event",
          "session",
          "tenant",
          "partner",
          "supplier",
          "carrier",
          "customer",
          "product",
          "ranking",
          "signal",
          "quote",
          "order",
          "return",
          "payout",
          "claim",
          "audit",
          "report",
          "schema");
  private static final List<String> ROLES =
      List.of(
          "api",
          "worker",
          "consumer",
          "sync",
          "indexer",
          "gateway",
          "cache",
          "exporter",
          "scorer",
          "planner",
          "importer",
          "mapper",
          "notifier",
          "resolver",
          "archiver",
          "web");

  /// Shares no factor with the count of names, so that no name comes twice.
  private static final int STRIDE = 231;

  private static final List<Integer> REPLICAS =
      List.of(1, 2, 2, 3, 3, 4, 4, 6, 6, 8, 8, 10, 12, 16, 20, 28);
  private static final int LATEST = 1_000_000;
  private static final int SMALL_TEAM = 4;
  private static final int HOSTS_REMEMBERED = 400;

  private final long seed;
  private final List<Slot> order;
  private final List<String> hosts = new ArrayList<>();
  private int next;

  LongTail(long seed) {
    this.seed = seed;
    List<Slot> slots = new ArrayList<>();
    for (int rank = 0; rank < TEAMS.size(); rank++) {
      Team team = TEAMS.get(rank);
      int begins = rank * LATEST / TEAMS.size();
      for (int number = 0; number < team.apps(); number++) {
        slots.add(new Slot(team, number, begins + number * (LATEST - begins) / team.apps()));
      }
    }
    slots.sort(Comparator.comparingInt(Slot::when).thenComparing(slot -> slot.team().name()));
    order = List.copyOf(slots);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Addition next() {
    Slot slot = order.get(next % order.size());
    int place = next / order.size();
    next++;
    Plot plot = plot(slot.team(), place);
    AppSpec app = app(plot.name(), slot.number());
    if (app.has(Feature.SERVICE) && hosts.size() < HOSTS_REMEMBERED) {
      hosts.add(app.name() + "." + app.namespace() + ".svc.cluster.local");
    }
    return Addition.apps(plot, app);
  }

  private static Plot plot(Team team, int place) {
    String suffix = place < PLACES.size() ? PLACES.get(place) : "region-" + place;
    String environment =
        switch (suffix) {
          case "staging", "qa", "perf", "dev" -> suffix;
          default -> "production";
        };
    Style style = team.apps() > SMALL_TEAM ? Style.FURNISHED : Style.PLAIN;
    String name = suffix.isEmpty() ? team.name() : team.name() + "-" + suffix;
    return new Plot(name, team.name(), environment, style);
  }

  private AppSpec app(String namespace, int number) {
    int names = NOUNS.size() * ROLES.size();
    int first = Dice.of(seed, "names", namespace).below(names);
    int name = (first + number * STRIDE) % names;
    String noun = NOUNS.get(name / ROLES.size());
    Dice dice = Dice.of(seed, "app/" + namespace, number);
    int kind = dice.below(100);
    if (kind < 6) {
      return AppSpec.of(Shape.CRON_JOB, namespace, noun + "-cleanup-" + number, dice.between(1, 3))
          .at(schedule(dice))
          .configs(noun + "-cleanup-" + number);
    }
    String full = noun + "-" + ROLES.get(name % ROLES.size());
    if (kind < 12) {
      return AppSpec.of(Shape.STATEFUL_SET, namespace, noun + "-db-" + number, dice.between(1, 5))
          .partOf(noun)
          .with(Feature.SERVICE, Feature.BUDGET)
          .configs(noun + "-db-" + number + "-conf")
          .secrets(noun + "-db-" + number + "-auth");
    }
    return AppSpec.of(Shape.DEPLOYMENT, namespace, full, dice.pick(REPLICAS))
        .partOf(noun)
        .old(dice.between(1, 2))
        .with(features(dice).toArray(Feature[]::new))
        .configs(dice.chance(70) ? new String[] {full + "-config"} : new String[0])
        .secrets(dice.chance(55) ? new String[] {full + "-secret"} : new String[0])
        .calls(calls(dice))
        .with(trouble(dice));
  }

  private static Schedule schedule(Dice dice) {
    int form = dice.below(100);
    if (form < 3) {
      return Schedule.everyMinutes(15);
    }
    return form < 22
        ? Schedule.hourly(dice.below(Schedule.MINUTES_OF_AN_HOUR))
        : Schedule.daily(dice.below(Schedule.MINUTES_OF_A_DAY));
  }

  private static Trouble trouble(Dice dice) {
    int luck = dice.below(1_000);
    if (luck < 4) {
      return Trouble.NO_SUCH_IMAGE;
    }
    return luck < 20 ? Trouble.ONE_CRASHES : Trouble.NONE;
  }

  private static Set<Feature> features(Dice dice) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    boolean serves = dice.chance(80);
    with(features, Feature.SERVICE, serves);
    with(features, Feature.ENDPOINTS, serves && dice.chance(35));
    with(features, Feature.MONITORED, serves && dice.chance(25));
    with(features, Feature.PUBLISHED, serves && dice.chance(7));
    with(features, Feature.ROUTED, serves && dice.chance(8));
    with(features, Feature.WALLED, serves && dice.chance(15));
    with(features, Feature.SCALED, dice.chance(30));
    with(features, Feature.BUDGET, dice.chance(25));
    with(features, Feature.ACCOUNT, dice.chance(35));
    with(features, Feature.ROLE, features.contains(Feature.ACCOUNT) && dice.chance(25));
    with(features, Feature.VOLUME, dice.chance(3));
    with(features, Feature.SIDECAR, dice.chance(20));
    return features;
  }

  private static void with(Set<Feature> features, Feature feature, boolean wanted) {
    if (wanted) {
      features.add(feature);
    }
  }

  private List<String> calls(Dice dice) {
    List<String> called = new ArrayList<>();
    for (int wanted = dice.below(4); wanted > 0 && !hosts.isEmpty(); wanted--) {
      String host = dice.pick(hosts);
      if (!called.contains(host)) {
        called.add(host);
      }
    }
    return called;
  }
}
