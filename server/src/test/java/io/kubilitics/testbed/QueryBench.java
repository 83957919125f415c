package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.search.Search;
import io.kubilitics.search.SearchQuery;
import io.kubilitics.table.KindTable;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import io.kubilitics.topology.health.DerivedHealthRules;
import io.kubilitics.topology.query.Components;
import io.kubilitics.topology.query.Cycles;
import io.kubilitics.topology.query.Impact;
import io.kubilitics.topology.query.ImpactQuery;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/// Measures what is asked of a topology, on demo clusters, and prints one JSON line for each figure
/// as [EngineBench] does. Every question is asked of one snapshot, by one thread; the first answer
/// is given apart from the median of the warm ones. Run by hand on a quiet machine, through
/// `jlink/bench`.
public final class QueryBench {
  private static final int ROUNDS = 15;
  private static final int FEW_ROUNDS = 5;
  private static final int WARM_UP = 3;
  private static final int EXTRACTIONS = 3;
  private static final int FEW = 50;

  private final Catalogue catalogue = Bundled.catalogue();
  private final int size;
  private final Topology topology;
  private final Network network;

  private QueryBench(int size) {
    this.size = size;
    Engine engine = new Engine(catalogue.relations(), DerivedHealthRules.ALL);
    engine.apply(List.of(new Change.Now(Measured.AS_OF)));
    engine.apply(Measured.demo(size, catalogue));
    topology = engine.current();
    network = topology.network(Viewer.EVERYTHING);
  }

  /// Measures one size after the other.
  ///
  /// @param arguments the sizes to measure; 10,000 and 100,000 unless given
  public static void main(String[] arguments) {
    for (int size : Measured.sizes(arguments)) {
      new QueryBench(size).measure();
    }
  }

  private void measure() {
    extraction("extraction", catalogue);
    extraction("extraction-built-in", Catalogue.builtIn());
    search("text", "checkout");
    search("part-of-a-name", "a7");
    search("no-hit", "zzz-not-there");
    search("field", "image:checkout");
    search("kind-and-label", "kind:pod app.kubernetes.io/name=checkout-api");
    search("health", "unhealthy -kind:pod");
    paths();
    impact("node", busiest(Kind.core("Node")));
    impact("configmap", busiest(Kind.core("ConfigMap")));
    impact("namespace", largestNamespace());
    timed("components", 500, () -> Components.of(network, _ -> true).size());
    timed("cycles-owns", 0, () -> cycles("owns"));
    timed("cycles-depends-on", 0, () -> cycles("depends-on"));
    timed("findings", FEW_ROUNDS, 3_000, () -> findings(Viewer.EVERYTHING));
    findingsOfOne();
    table("pod", Kind.core("Pod"), "-age");
    table("pod-by-column", Kind.core("Pod"), "restarts");
    timed("topology-json", FEW_ROUNDS, 0, this::json);
    figure("heap-with-queries-" + size, Measured.usedHeap() / 1e6, "MB", 0, "");
  }

  /// How fast objects are made, read and masked by all threads, of which the making is the demo's
  /// own.
  private void extraction(String name, Catalogue read) {
    double[] perSecond = new double[EXTRACTIONS];
    for (int round = 0; round < EXTRACTIONS; round++) {
      long before = System.nanoTime();
      int objects = Measured.demo(size, read).size();
      perSecond[round] = objects / ((System.nanoTime() - before) / 1e9);
    }
    figure(
        name + "-" + size, Measured.median(perSecond), "objects/s", 0, Measured.spread(perSecond));
  }

  private void search(String name, String text) {
    SearchQuery query = SearchQuery.parse(text, catalogue);
    timed(
        "search-" + name,
        50,
        () -> {
          Search search = new Search(null, 100);
          search.in(new ClusterId("demo"), network, query);
          return search.page().total();
        });
  }

  /// Each round asks for another pair.
  private void paths() {
    List<Integer> objects =
        IntStream.range(0, network.limit())
            .filter(handle -> network.node(handle) instanceof Node.Present)
            .boxed()
            .sorted(Comparator.comparing(this::id))
            .toList();
    Random random = new Random(11);
    timed(
        "paths",
        100,
        () ->
            Paths.between(
                    network,
                    objects.get(random.nextInt(objects.size())),
                    objects.get(random.nextInt(objects.size())),
                    3)
                .paths()
                .size());
  }

  private void impact(String name, ResourceId object) {
    int handle = network.find(object);
    timed(
        "impact-" + name,
        100,
        () -> ImpactQuery.of(network, handle, Impact.Event.DELETED, 20).harmed().size());
  }

  private int cycles(String relation) {
    return Cycles.of(network, Set.of(new Relation(relation))).size();
  }

  private int findings(Viewer viewer) {
    return Findings.of(topology, viewer, WorldMode.CLOSED).list().size();
  }

  /// The worst of a few objects of every kind.
  private void findingsOfOne() {
    TreeMap<Kind, List<ResourceId>> some = new TreeMap<>(Comparator.comparing(Kind::toString));
    for (int handle = 0; handle < network.limit(); handle++) {
      if (network.node(handle) instanceof Node.Present present) {
        List<ResourceId> ofKind = some.computeIfAbsent(present.id().kind(), _ -> new ArrayList<>());
        if (ofKind.size() < 3) {
          ofKind.add(present.id());
        }
      }
    }
    double worst = 0;
    String slowest = "";
    for (List<ResourceId> ofKind : some.values()) {
      for (ResourceId id : ofKind) {
        double[] times = new double[FEW];
        for (int round = 0; round < FEW; round++) {
          long before = System.nanoTime();
          int count = Findings.of(topology, id, Viewer.EVERYTHING, WorldMode.CLOSED).list().size();
          times[round] = (System.nanoTime() - before) / 1e6 + (count < 0 ? 1 : 0);
        }
        if (Measured.median(times) > worst) {
          worst = Measured.median(times);
          slowest = id.toString();
        }
      }
    }
    figure("findings-of-one-worst-" + size, worst, "ms", 10, slowest);
  }

  private void table(String name, Kind kind, String order) {
    KindTable table = KindTable.of(kind, catalogue);
    KindTable.Wanted wanted =
        new KindTable.Wanted(
            Set.of(), LabelSelector.EVERYTHING, _ -> true, table.order(order), null, 100);
    timed("table-" + name, 0, () -> table.page(network, wanted).total());
  }

  private int json() {
    try (OutputStream nowhere = OutputStream.nullOutputStream()) {
      DataFormat.JSON.write(
          Heading.once(new ClusterId("demo"), Measured.AS_OF),
          topology.select(TopologyQuery.ALL, Viewer.EVERYTHING),
          catalogue.relations(),
          nowhere);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prints the first answer and the median of the warm ones.
  ///
  /// @param question answers with how much was found
  private void timed(String name, double target, IntSupplier question) {
    timed(name, ROUNDS, target, question);
  }

  private void timed(String name, int rounds, double target, IntSupplier question) {
    double[] all = new double[WARM_UP + rounds];
    int found = 0;
    for (int round = 0; round < all.length; round++) {
      long before = System.nanoTime();
      found = question.getAsInt();
      all[round] = (System.nanoTime() - before) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(all, WARM_UP, all.length);
    String rest =
        String.format(
            Locale.ROOT, "%s, first %.1f, found %d", Measured.spread(warm), all[0], found);
    figure(name + "-" + size, Measured.median(warm), "ms", target, rest);
  }

  private ResourceId id(int handle) {
    Node node = network.node(handle);
    if (node == null) {
      throw new IllegalArgumentException("no node " + handle);
    }
    return node.id();
  }

  /// Of a kind the object to which most edges lead; of several the first by id.
  private ResourceId busiest(Kind kind) {
    return IntStream.range(0, network.limit())
        .filter(handle ->
            network.node(handle) instanceof Node.Present present
                && present.id().kind().equals(kind))
        .boxed()
        .min(Comparator.comparingInt((Integer handle) -> -edgesTo(handle)).thenComparing(this::id))
        .map(this::id)
        .orElseThrow();
  }

  private int edgesTo(int handle) {
    int[] count = new int[1];
    network.forEachIn(handle, (_, _) -> count[0]++);
    return count[0];
  }

  private ResourceId largestNamespace() {
    TreeMap<String, Integer> objects = new TreeMap<>();
    for (int handle = 0; handle < network.limit(); handle++) {
      if (network.node(handle) instanceof Node.Present present
          && !present.id().namespace().isEmpty()) {
        objects.merge(present.id().namespace(), 1, Integer::sum);
      }
    }
    String largest =
        objects.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return ResourceId.clusterScoped(Kind.core("Namespace"), largest);
  }
}
