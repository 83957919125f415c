package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clusters that are open and those that could be: found in the kubeconfig, or open before.
/// What nobody opens is never contacted. Any thread; one opens or closes at a time.
public final class Roster implements AutoCloseable {
  /// The file in which the names of what was opened are kept.
  public static final String FILE = "clusters.json";

  private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

  /// Between two looks at what is open.
  private static final Duration LOOK = Duration.ofSeconds(10);

  /// How much later an answer is that is noted anew: what is lost when the process is killed.
  private static final Duration WORTH_NOTING = Duration.ofMinutes(5);

  private final Fleet fleet;
  private final Openings openings;
  private final RememberedClusters remembered;
  private final Thread keeper;

  /// Of what is open.
  private final Map<ClusterId, Origin> origins = new ConcurrentHashMap<>();

  /// One that remembers nothing beyond this process.
  public Roster(Fleet fleet, Openings openings) {
    this(fleet, openings, null);
  }

  /// @param fleet closed by whoever made it, after this
  /// @param folder where it is remembered what was open, or null
  public Roster(Fleet fleet, Openings openings, @Nullable Path folder) {
    this(fleet, openings, folder, LOOK);
  }

  Roster(Fleet fleet, Openings openings, @Nullable Path folder, Duration look) {
    this.fleet = fleet;
    this.openings = openings;
    this.remembered = RememberedClusters.keptIn(folder == null ? null : folder.resolve(FILE));
    this.keeper = Thread.ofVirtual().name("clusters-keeper").unstarted(() -> keep(look));
    if (folder != null) {
      keeper.start();
    }
  }

  private void keep(Duration look) {
    try {
      while (true) {
        Thread.sleep(look);
        lookAround();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One round that fails is no reason for no more rounds.
  private void lookAround() {
    try {
      noteContacts(WORTH_NOTING);
    } catch (RuntimeException bug) {
      LOG.error("when clusters answered last was not noted", bug);
    }
  }

  /// Opens what was found or named.
  ///
  /// @param wanted the name under which it is open then, null for its own
  /// @throws ProblemException `NotFound` for no such context, `Conflict` when it is open already or
  ///   the name is taken, and as [Openings#open]
  public synchronized Session open(Origin origin, @Nullable String wanted) {
    Optional<ClusterId> open = nameOf(origin);
    if (open.isPresent() && origin instanceof Origin.Context) {
      throw new ProblemException(
          new Problem.Conflict(origin.text(), "is open already, as " + open.get()));
    }
    if (wanted != null) {
      return open(ClusterNames.wanted(wanted, "name"), origin);
    }
    return open(usualName(origin), origin);
  }

  /// The name under which it is listed, else one that nothing that is open has.
  private ClusterId usualName(Origin origin) {
    return all().stream()
        .filter(entry -> entry.session() == null && lasting(origin).equals(entry.origin()))
        .map(RosterEntry::name)
        .findFirst()
        .orElseGet(() ->
            ClusterNames.free(openings.name(origin), name -> fleet.session(name).isPresent()));
  }

  private Session open(ClusterId name, Origin origin) {
    if (fleet.session(name).isPresent()) {
      throw new ProblemException(new Problem.Conflict("cluster " + name, "is open already"));
    }
    Catalogue catalogue = openings.catalogue();
    return open(name, origin, catalogue, openings.open(origin, catalogue));
  }

  private Session open(ClusterId name, Origin origin, Catalogue catalogue, ResourceSource source) {
    Session session = fleet.open(name, origin.text(), source, catalogue);
    origins.put(name, lasting(origin));
    remember(List.of(new RememberedCluster(name, lasting(origin), noted(name))));
    return session;
  }

  /// Opens something under a name. When it is open under it already it is read anew.
  ///
  /// @throws ProblemException `Conflict` when the name, or a context, is taken by another one; and
  ///   as [#open]
  public synchronized Session put(ClusterId name, Origin origin) {
    if (lasting(origin).equals(origins.get(name))) {
      return reopen(name);
    }
    return open(origin, name.value());
  }

  /// Opens under a name of its own what it stands for: what was found or was open before under it.
  /// What is open is closed and read anew; it stays open when it cannot be opened again.
  ///
  /// @throws ProblemException `NotFound` when the name stands for nothing that can be opened
  public synchronized Session reopen(ClusterId name) {
    RosterEntry entry = find(name).orElseThrow(() -> nobody(name));
    Origin origin = entry.origin();
    if (origin == null) {
      throw new ProblemException(
          new Problem.Conflict("cluster " + name, "was opened from what cannot be opened again"));
    }
    Catalogue catalogue = openings.catalogue();
    ResourceSource source = openings.open(origin, catalogue);
    noteEnd(name);
    fleet.closeToReopen(name);
    origins.remove(name);
    boolean isOpen = false;
    try {
      Session session = open(name, origin, catalogue, source);
      isOpen = true;
      return session;
    } finally {
      if (!isOpen) {
        fleet.close(name);
      }
    }
  }

  /// Closes a cluster, and forgets that it was open. Its places on the map stay saved.
  ///
  /// @return what is left of it: a context that could be opened again
  /// @throws ProblemException `NotFound` when the name stands for nothing
  public synchronized Optional<RosterEntry> close(ClusterId name) {
    if (find(name).isEmpty()) {
      throw nobody(name);
    }
    end(name);
    remembered.forget(name);
    return find(name);
  }

  private static ProblemException nobody(ClusterId name) {
    return new ProblemException(new Problem.NotFound("cluster " + name));
  }

  private void end(ClusterId name) {
    noteEnd(name);
    fleet.close(name);
    origins.remove(name);
  }

  private void noteEnd(ClusterId name) {
    fleet.session(name).flatMap(this::contact).ifPresent(contact -> remember(List.of(contact)));
  }

  private Origin lasting(Origin origin) {
    return openings.lasting(origin).orElse(origin);
  }

  /// Keeps when each of what is open last answered, where that is so much later than what is kept.
  synchronized void noteContacts(Duration later) {
    remember(
        fleet.sessions().stream()
            .flatMap(session -> contact(session).stream())
            .filter(contact -> isLater(contact, noted(contact.name()), later))
            .toList());
  }

  private Optional<RememberedCluster> contact(Session session) {
    ClusterId name = session.cluster();
    Origin origin = origins.get(name);
    return origin == null
        ? Optional.empty()
        : session.lastContact().map(last -> new RememberedCluster(name, origin, last));
  }

  private static boolean isLater(
      RememberedCluster contact, @Nullable Instant noted, Duration later) {
    Instant last = contact.lastConnected();
    return last != null && (noted == null || !last.isBefore(noted.plus(later)));
  }

  private @Nullable Instant noted(ClusterId name) {
    return remembered.find(name).map(RememberedCluster::lastConnected).orElse(null);
  }

  private void remember(List<RememberedCluster> clusters) {
    remembered.remember(
        clusters.stream().filter(each -> openings.lasting(each.origin()).isPresent()).toList());
  }

  private Optional<ClusterId> nameOf(Origin origin) {
    return origins.entrySet().stream()
        .filter(open -> open.getValue().equals(origin))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The cluster of a name.
  public Optional<RosterEntry> find(ClusterId name) {
    return all().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /// All of them by name.
  public List<RosterEntry> all() {
    return all(openings.found());
  }

  private List<RosterEntry> all(FoundContexts found) {
    Map<Origin, FoundContext> contexts = new LinkedHashMap<>();
    found
        .contexts()
        .forEach(context -> contexts.putIfAbsent(new Origin.Context(context.name()), context));
    List<RosterEntry> entries = new ArrayList<>();
    Set<ClusterId> names = new HashSet<>();
    Set<Origin> shown = new HashSet<>();
    for (Session session : fleet.sessions()) {
      Origin origin = origins.get(session.cluster());
      Instant last = session.lastContact().orElse(noted(session.cluster()));
      add(
          entries,
          names,
          shown,
          new RosterEntry(session.cluster(), session, origin, contexts.get(origin), last));
    }
    for (RememberedCluster before : remembered.all()) {
      boolean canBeOpened =
          switch (before.origin()) {
            case Origin.Source _ -> true;
            case Origin.Context context ->
                contexts.containsKey(context) && !shown.contains(context);
          };
      if (canBeOpened && !names.contains(before.name())) {
        add(
            entries,
            names,
            shown,
            new RosterEntry(
                before.name(),
                null,
                before.origin(),
                contexts.get(before.origin()),
                before.lastConnected()));
      }
    }
    contexts.forEach((origin, context) -> {
      if (!shown.contains(origin)) {
        ClusterId name = ClusterNames.free(openings.name(origin), names::contains);
        add(entries, names, shown, new RosterEntry(name, null, origin, context, null));
      }
    });
    entries.sort(Comparator.comparing(RosterEntry::name));
    return List.copyOf(entries);
  }

  private static void add(
      List<RosterEntry> entries, Set<ClusterId> names, Set<Origin> shown, RosterEntry entry) {
    entries.add(entry);
    names.add(entry.name());
    if (entry.origin() != null) {
      shown.add(entry.origin());
    }
  }

  /// What the user should know of what was found.
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(openings.found().warnings());
    if (!remembered.warning().isEmpty()) {
      warnings.add(remembered.warning());
    }
    return List.copyOf(warnings);
  }

  /// Keeps when what is open last answered. The clusters stay open.
  @Override
  public void close() {
    keeper.interrupt();
    noteContacts(Duration.ZERO);
  }
}
