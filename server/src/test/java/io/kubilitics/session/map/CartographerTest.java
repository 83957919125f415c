package io.kubilitics.session.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.DrawingDocument;
import io.kubilitics.export.ExportFormat;
import io.kubilitics.export.svg.SheetOptions;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Theme;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CartographerTest {
  private static final Kind SECRET = Kind.core("Secret");
  private static final Viewer WITHOUT_SECRETS = (kind, _) -> !kind.equals(SECRET);
  private static final Viewer SHOP_ONLY = (_, namespace) -> namespace.equals("shop");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Catalogue catalogue = Catalogue.builtIn();
  private final List<Change> objects = Measured.demo(300, catalogue);
  private final Topology topology = topology();
  private final BlockLayouts blocks = new BlockLayouts(2);
  private final FreshMaps freshMaps = new FreshMaps(blocks);

  @AfterEach
  void close() {
    blocks.close();
  }

  private Topology topology() {
    Engine engine = new Engine(catalogue.relations());
    engine.apply(objects);
    return engine.current();
  }

  /// Everything somebody gets to see of a map, in every form.
  private String seen(Sheet sheet, Level level) throws IOException {
    Subject subject = new Subject(new ClusterId("shop"), catalogue, NOON, List.of(), sheet);
    Drawing drawing = Cartographer.draw(List.of(subject), new MapView(level, null, null, true));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DrawingDocument.write(drawing, "", "keep", out);
    for (ExportFormat format : ExportFormat.values()) {
      if (format.isPicture()) {
        format.paint(drawing, Theme.LIGHT, SheetOptions.WHOLE, out);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// A map of everything, as a viewer sees it.
  private Sheet kept(Arrangement arrangement, TopologyQuery part, Viewer viewer)
      throws InterruptedException {
    Sheet whole =
        Sheet.fresh(topology, arrangement, TopologyQuery.ALL, Viewer.EVERYTHING, freshMaps);
    return Sheet.kept(new LivingMap(whole.plan(), topology), part, viewer);
  }

  private Set<String> secrets() {
    Set<String> names = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (Change change : objects) {
      if (change instanceof Change.Put(Resource resource)) {
        (resource.kind().equals(SECRET) ? names : others).add(resource.id().name());
      }
    }
    names.removeIf(name -> others.stream().anyMatch(other -> other.contains(name)));
    assertThat(names).isNotEmpty();
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void whoMayNotSeeSecretsGetsNoCardNameOrCountOfAny(Level level) throws Exception {
    for (Arrangement arrangement : Arrangement.values()) {
      List<Sheet> sheets =
          List.of(
              kept(arrangement, TopologyQuery.ALL, WITHOUT_SECRETS),
              Sheet.fresh(topology, arrangement, TopologyQuery.ALL, WITHOUT_SECRETS, freshMaps));
      for (Sheet sheet : sheets) {
        String all = seen(sheet, level);
        List<String> told = new ArrayList<>(secrets());
        told.removeIf(name -> !all.contains(name));

        assertThat(told).as(arrangement.text()).isEmpty();
        assertThat(Pattern.compile(".{0,60}Secret.{0,40}").matcher(all).results())
            .extracting(MatchResult::group)
            .isEmpty();
      }
    }
  }

  @Test
  void theSecretsAreSeenByWhoMaySeeThem() throws Exception {
    String all =
        seen(kept(Arrangement.NAMESPACE, TopologyQuery.ALL, Viewer.EVERYTHING), Level.DETAIL);

    assertThat(secrets()).allMatch(all::contains);
  }

  @ParameterizedTest
  @EnumSource
  void whoMaySeeOneNamespaceSeesNoTraceOfAnother(Level level) throws Exception {
    String all = seen(kept(Arrangement.NAMESPACE, TopologyQuery.ALL, SHOP_ONLY), level);

    assertThat(all)
        .contains("shop")
        .doesNotContain("payments")
        .doesNotContain("monitoring")
        .doesNotContain("worker-1");
  }

  @ParameterizedTest
  @EnumSource(names = {"NAMESPACES", "APPS"})
  void noStreetLeadsToWhatTheFilterHides(Level level) throws Exception {
    TopologyQuery monitoring =
        new TopologyQuery(
            Set.of("monitoring"),
            Set.of(),
            Set.of(),
            TopologyQuery.ALL.labels(),
            Set.of(),
            TopologyQuery.ALL.focus());
    Region all = region(kept(Arrangement.NAMESPACE, TopologyQuery.ALL, Viewer.EVERYTHING), level);
    Region part = region(kept(Arrangement.NAMESPACE, monitoring, Viewer.EVERYTHING), level);

    assertThat(part.frames()).isNotEmpty();
    assertThat(part.streets()).hasSizeLessThan(all.streets().size());
    assertThat(tiles(part)).containsAll(ends(part));
    assertThat(tiles(all)).containsAll(ends(all));
  }

  private Region region(Sheet sheet, Level level) {
    Subject subject = new Subject(new ClusterId("shop"), catalogue, NOON, List.of(), sheet);
    return Cartographer.draw(List.of(subject), new MapView(level, null, null, true))
        .regions()
        .getFirst();
  }

  private static Set<String> ends(Region region) {
    Set<String> ends = new TreeSet<>();
    region.streets().forEach(street -> ends.addAll(List.of(street.from(), street.to())));
    return ends;
  }

  private static Set<String> tiles(Region region) {
    Set<String> tiles = new TreeSet<>();
    for (Frame frame : region.frames()) {
      tiles.add(frame.key());
      frame.blocks().forEach(block -> tiles.add(frame.key() + "\n" + block.key()));
    }
    return tiles;
  }

  @Test
  void whatIsSelectedLightsNothingThatTheViewerMayNotSee() throws Exception {
    Viewer noDeployments = (kind, _) -> !kind.name().equals("Deployment");
    Sheet sheet = kept(Arrangement.NAMESPACE, TopologyQuery.ALL, noDeployments);
    Subject subject = new Subject(new ClusterId("shop"), catalogue, NOON, List.of(), sheet);
    ResourceId service = ResourceId.parse("Service/shop/cart");

    Drawing drawing =
        Cartographer.draw(List.of(subject), new MapView(Level.DETAIL, null, service, true));

    assertThat(Objects.requireNonNull(drawing.lit()).touched()).isNotEmpty();
    assertThat(drawing.toString()).doesNotContain("Deployment.apps/");
  }

  @Test
  void whatIsTooMuchIsSaidWithoutACountOfWhatMayNotBeSeen() {
    LevelChoice many = new LevelChoice(10, 54_321);

    assertThatThrownBy(() -> many.checkSize(Level.DETAIL))
        .hasMessageContaining("20,000")
        .message()
        .doesNotContain("54");
  }

  @Test
  void aCountOfHiddenThingsIsNoneOfTheViewersBusiness() throws Exception {
    Sheet shop = kept(Arrangement.NAMESPACE, TopologyQuery.ALL, SHOP_ONLY);
    Subject subject = new Subject(new ClusterId("shop"), catalogue, NOON, List.of(), shop);

    Drawing drawing =
        Cartographer.draw(List.of(subject), new MapView(Level.DETAIL, null, null, true));

    int mayBeSeen =
        Math.toIntExact(
            objects.stream()
                .filter(change ->
                    change instanceof Change.Put(Resource resource)
                        && resource.id().namespace().equals("shop"))
                .count());
    assertThat(drawing.regions().getFirst().tally().objects()).isEqualTo(mayBeSeen);
    assertThat(drawing.regions().getFirst().notes()).noneMatch(note -> note.contains("hidden"));
  }
}
