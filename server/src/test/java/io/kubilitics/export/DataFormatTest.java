package io.kubilitics.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.topology.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DataFormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(DataFormat.class)
  void aSmallClusterIsWrittenToTheLetter(DataFormat format) throws IOException {
    String golden = "shop." + format.text();

    try (InputStream file = getClass().getResourceAsStream(golden)) {
      assertThat(file).as(golden).isNotNull();
      assertThat(written(format, World.shop())).isEqualTo(new String(file.readAllBytes(), UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource(DataFormat.class)
  void theSameSelectionGivesTheSameBytes(DataFormat format) {
    assertThat(written(format, World.hostile())).isEqualTo(written(format, World.hostile()));
  }

  @Test
  void jsonAndYamlReadBackAsTheSame() throws IOException {
    for (Selection selection : List.of(World.shop(), World.hostile(), World.nothing())) {
      JsonNode json = JSON.readTree(written(DataFormat.JSON, selection));

      assertThat(JSON.<JsonNode>valueToTree(yaml(selection))).isEqualTo(json);
    }
  }

  @Test
  void everyHostileTextComesBackAsItWas() throws IOException {
    JsonNode json = JSON.readTree(written(DataFormat.JSON, World.hostile()));

    List<String> names = new ArrayList<>();
    for (JsonNode node : json.path("nodes")) {
      if (node.path("kind").asText().equals("Pod")) {
        names.add(node.path("name").asText());
        assertThat(node.path("labels").path(node.path("name").asText()).asText())
            .isEqualTo(node.path("name").asText());
        assertThat(node.path("health").path("message").asText())
            .isEqualTo(node.path("name").asText());
      }
    }
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            World.HOSTILE.stream()
                .map(text -> text.equals("half-\uD83D") ? "half-\uFFFD" : text)
                .map(text -> text.equals("\uDE80-half") ? "\uFFFD-half" : text)
                .toList());
  }

  @Test
  void nodesAndEdgesAreOrderedByTheTextOfTheirIds() throws IOException {
    JsonNode json = JSON.readTree(written(DataFormat.JSON, World.hostile()));

    assertThat(ids(json.path("nodes"))).isSorted().doesNotHaveDuplicates();
    assertThat(ids(json.path("edges"))).isSorted().doesNotHaveDuplicates();
    assertThat(json.path("metadata").path("nodeCount").asInt())
        .isEqualTo(json.path("nodes").size());
    assertThat(json.path("metadata").path("edgeCount").asInt())
        .isEqualTo(json.path("edges").size());
  }

  @Test
  void jsonHasOneNodeAndOneEdgeALine() {
    String json = written(DataFormat.JSON, World.shop());

    assertThat(json.lines().filter(line -> line.startsWith("{\"id\":")).count()).isEqualTo(13);
    assertThat(json).endsWith("}\n").doesNotContain("\n\n");
  }

  @Test
  void nothingInvisibleStandsBareInYaml() {
    String yaml = written(DataFormat.YAML, World.hostile());

    assertThat(yaml.codePoints().filter(point -> point != '\n'))
        .noneMatch(UnicodeText::isInvisible);
  }

  @Test
  void dotIsWellFormedAndNamesEveryNodeAndEdge() {
    for (Selection selection : List.of(World.shop(), World.hostile(), World.nothing())) {
      DotReader graph = DotReader.read(written(DataFormat.DOT, selection));

      assertThat(graph.nodes())
          .containsExactlyInAnyOrderElementsOf(
              selection.nodes().map(node -> node.id().toString().replace("\\", "\\\\")).toList());
      assertThat(graph.edges()).hasSize(selection.edgeCount());
      assertThat(graph.nodes()).containsAll(graph.ends());
    }
  }

  @Test
  void namespacesAreClustersInDot() {
    DotReader graph = DotReader.read(written(DataFormat.DOT, World.shop()));

    assertThat(graph.clusters()).containsExactly("cluster_shop");
  }

  @Test
  void dotShowsNamesAsTheyAreAndEveryPlaceAnEdgeWasReadFrom() {
    assertThat(written(DataFormat.DOT, World.pairs()))
        .contains(
            "\"Host/10.0.0.0%2F8\" [label=\"Host\\n10.0.0.0/8\"",
            ": spec.a = key; spec.b = key\"]");
  }

  @Test
  void graphmlDeclaresWhatItUsesAndEveryEdgeHasItsEnds() throws IOException {
    for (Selection selection : List.of(World.shop(), World.hostile(), World.nothing())) {
      GraphmlReader graph = GraphmlReader.read(written(DataFormat.GRAPHML, selection));

      assertThat(graph.objects()).hasSize(selection.nodeCount()).doesNotHaveDuplicates();
      assertThat(graph.edges())
          .containsExactlyElementsOf(
              selection
                  .edges()
                  .map(edge ->
                      edge.id().replace("\uFFFE", "%EF%BF%BE").replace("\uFFFF", "%EF%BF%BF"))
                  .toList());
      assertThat(graph.objects()).containsAll(graph.ends());
    }
  }

  @Test
  void theEndOfAFileNameTellsTheFormat() {
    for (DataFormat format : DataFormat.values()) {
      assertThat(DataFormat.ofFileName("out/my.map." + format.extension())).contains(format);
    }
    assertThat(DataFormat.ofFileName("MAP.YML")).contains(DataFormat.YAML);
    assertThat(DataFormat.ofFileName("map.gv")).contains(DataFormat.DOT);
    assertThat(DataFormat.ofFileName("map.mmd")).contains(DataFormat.MERMAID);
    for (String other : List.of("map.svg", "map", "json", "", ".", "dot.", "map.json.gz")) {
      assertThat(DataFormat.ofFileName(other)).as(other).isEmpty();
    }
  }

  @Test
  void aReaderWhoGoesAwayIsNotWrittenToAnyFurther() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    for (DataFormat format : DataFormat.values()) {
      assertThatThrownBy(() -> format.write(World.HEADING, World.hostile(), World.TYPES, gone))
          .isInstanceOf(IOException.class)
          .hasMessage("Broken pipe");
    }
  }

  private static String written(DataFormat format, Selection selection) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(World.HEADING, selection, World.TYPES, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }

  @SuppressWarnings("unchecked") // a document of fields
  private static Map<String, Object> yaml(Selection selection) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return (Map<String, Object>)
        new Load(settings).loadFromString(written(DataFormat.YAML, selection));
  }

  private static List<String> ids(JsonNode elements) {
    List<String> ids = new ArrayList<>();
    elements.forEach(element -> ids.add(element.path("id").asText()));
    return ids;
  }
}
