package io.kubilitics.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.testbed.DemoManifests;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import io.kubilitics.truth.TruthSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The truth set, a demo and worlds of hostile names, read by the programs they are written for.
class ForeignReadersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Selection> WORLDS = new LinkedHashMap<>();

  @TempDir private static Path folder;
  @TempDir private Path scratch;

  @BeforeAll
  static void writeTheWorlds() throws IOException {
    WORLDS.put("shop", World.shop());
    WORLDS.put("hostile", World.hostile());
    WORLDS.put("pairs", World.pairs());
    WORLDS.put("nothing", World.nothing());
    for (Path objects : TruthSet.cases()) {
      String name = TruthSet.root().relativize(objects).toString().replace('/', '-');
      WORLDS.put(name, selection(Files.readString(objects)));
    }
    Path demo = folder.resolve("demo.json");
    DemoManifests.writeList(DemoSpec.parse("demo:500"), demo);
    WORLDS.put("demo", selection(Files.readString(demo)));
    for (DataFormat format : List.of(DataFormat.DOT, DataFormat.GRAPHML, DataFormat.MERMAID)) {
      for (Map.Entry<String, Selection> world : WORLDS.entrySet()) {
        try (OutputStream out = Files.newOutputStream(file(world.getKey(), format))) {
          format.write(World.HEADING, world.getValue(), types(world.getKey()), out);
        }
      }
    }
  }

  private static Selection selection(String manifests) {
    return Manifests.topology(manifests).select(TopologyQuery.ALL, Viewer.EVERYTHING);
  }

  private static RelationTypes types(String world) {
    boolean ours = List.of("shop", "hostile", "pairs", "nothing").contains(world);
    return ours ? World.TYPES : Manifests.catalogue().relations();
  }

  private static Path file(String world, DataFormat format) {
    return folder.resolve(world + "." + format.extension());
  }

  @Test
  void graphvizReadsDotWithoutAWarning() throws IOException, InterruptedException {
    ForeignProgram.require(ForeignProgram.isInstalled("dot"), "Graphviz is not installed");
    List<String> command = new ArrayList<>(List.of("dot", "-Tcanon"));
    WORLDS.keySet().forEach(world -> command.add(file(world, DataFormat.DOT).toString()));

    String said = ForeignProgram.run(scratch, command);

    assertThat(said.lines().filter(line -> line.startsWith("digraph "))).hasSize(WORLDS.size());
  }

  @Test
  void networkxReadsEveryNodeAndEdgeOfGraphmlAsItIs() throws IOException, InterruptedException {
    ForeignProgram.require(
        ForeignProgram.isInstalled("python3") && hasNetworkx(),
        "no python3 with networkx: pip install -r server/src/test/python/requirements.txt");

    JsonNode read =
        JSON.readTree(
            ForeignProgram.run(
                scratch,
                List.of(
                    "python3",
                    ForeignProgram.folder("python").resolve("graphml.py").toString(),
                    folder.toString())));

    assertThat(read).hasSize(WORLDS.size());
    WORLDS.forEach((world, selection) -> {
      JsonNode seen = read.path(world + ".graphml");
      assertThat(seen.path("error").asText()).as(world).isEmpty();
      assertThat(lines(seen, "nodes"))
          .as(world)
          .containsExactlyInAnyOrderElementsOf(
              selection.nodes().map(ForeignReadersTest::inNetworkx).toList());
      assertThat(lines(seen, "edges"))
          .as(world)
          .containsExactlyInAnyOrderElementsOf(
              selection.edges().map(edge -> inNetworkx(edge, types(world))).toList());
      assertThat(lines(seen, "frames"))
          .as(world)
          .containsExactlyInAnyOrderElementsOf(
              namespaces(selection).map(ForeignReadersTest::inXml).toList());
    });
  }

  @Test
  void mermaidReadsEveryNodeAndEdge() throws IOException, InterruptedException {
    Path node = ForeignProgram.folder("node");
    ForeignProgram.require(
        ForeignProgram.isInstalled("node") && Files.exists(node.resolve("node_modules")),
        "no Mermaid for Node: npm ci --prefix server/src/test/node");

    JsonNode read =
        JSON.readTree(
            ForeignProgram.run(
                scratch,
                List.of("node", node.resolve("mermaid.mjs").toString(), folder.toString())));

    assertThat(read).hasSize(WORLDS.size());
    WORLDS.forEach((world, selection) -> {
      JsonNode seen = read.path(world + ".mmd");
      assertThat(seen.path("error").asText()).as(world).isEmpty();
      assertThat(lines(seen, "nodes"))
          .as(world)
          .containsExactlyInAnyOrderElementsOf(
              selection.nodes().map(ForeignReadersTest::inMermaid).toList());
      assertThat(lines(seen, "edges"))
          .as(world)
          .containsExactlyInAnyOrderElementsOf(
              selection.edges().map(ForeignReadersTest::inMermaid).toList());
    });
  }

  private static boolean hasNetworkx() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("python3", "-c", "import networkx").start();
    return process.waitFor() == 0;
  }

  private static Stream<String> namespaces(Selection selection) {
    return selection
        .nodes()
        .map(node -> node.id().namespace())
        .filter(namespace -> !namespace.isEmpty())
        .distinct();
  }

  private static List<String> lines(JsonNode seen, String field) {
    List<String> lines = new ArrayList<>();
    seen.path(field).forEach(line -> lines.add(line.asText().replace("\u2060", "")));
    return lines;
  }

  private static String inNetworkx(Node node) {
    ResourceId id = node.id();
    String health = node instanceof Node.Present(_, Health of) ? of.status().text() : "";
    boolean missing = node instanceof Node.Ghost(_, boolean known) && known;
    boolean unknown = node instanceof Node.Ghost(_, boolean known) && !known;
    return String.join(
        " | ",
        key(id),
        inXml(id.kind().name()),
        id.kind().group(),
        inXml(id.namespace()),
        inXml(id.name()),
        health,
        missing ? "True" : "",
        unknown ? "True" : "",
        node instanceof Node.Outside outside ? outside.synthetic().type().text() : "");
  }

  private static String inNetworkx(Edge edge, RelationTypes types) {
    return String.join(
        " | ",
        key(edge.source()),
        key(edge.target()),
        edge.relation().name(),
        types.of(edge.relation()).category(edge.target().kind()).text(),
        edge.state().text(),
        edge.inferred() ? "True" : "False",
        edge.optional() ? "True" : "False");
  }

  private static String key(ResourceId id) {
    return id.toString().replace("\uFFFE", "%EF%BF%BE").replace("\uFFFF", "%EF%BF%BF");
  }

  /// What XML 1.0 can hold, by the production `Char`.
  private static String inXml(String text) {
    return mapped(
        text,
        point -> {
          boolean held =
              point == 0x9
                  || point == 0xA
                  || point == 0xD
                  || (point >= 0x20 && point <= 0xD7FF)
                  || (point >= 0xE000 && point <= 0xFFFD)
                  || point >= 0x10000;
          return held ? point : point < 0x20 ? 0x2400 + point : 0xFFFD;
        });
  }

  private static String inMermaid(Node node) {
    String of =
        switch (node) {
          case Node.Present(_, Health health) ->
              switch (health.status()) {
                case HEALTHY, UNKNOWN -> "";
                case PROGRESSING, DEGRADED, FAILED, SUSPENDED -> health.status().text();
              };
          case Node.Ghost(_, boolean known) -> known ? "missing" : "notKnown";
          case Node.Outside _ -> "";
        };
    return shown(node.id().namespace()).strip() + " | " + label(node.id()) + " | " + of;
  }

  private static String inMermaid(Edge edge) {
    boolean sure = edge.state() == EdgeState.RESOLVED && !edge.inferred();
    return String.join(
        " | ",
        label(edge.source()),
        edge.relation().name(),
        label(edge.target()),
        sure ? "normal" : "dotted");
  }

  /// Mermaid takes the blanks around a label away.
  private static String label(ResourceId id) {
    return (shown(id.kind().name()) + "<br>" + shown(id.name())).strip();
  }

  /// What nobody could see is a blank, and a ligature of Mermaid's own two letters.
  private static String shown(String text) {
    return mapped(
            text,
            point ->
                Character.getType(point) == Character.SURROGATE
                    ? 0xFFFD
                    : UnicodeText.isInvisible(point) ? ' ' : point)
        .replace("\uFB02", "fl");
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(mapping).forEach(out::appendCodePoint);
    return out.toString();
  }
}
