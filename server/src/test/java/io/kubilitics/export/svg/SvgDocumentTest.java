package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.layout.drawing.SideBySide;
import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.model.drawing.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

class SvgDocumentTest {
  private static final Pattern CLASS = Pattern.compile("\\.([a-z0-9]+)\\{([^}]*)}");
  private static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "title",
          "style",
          "defs",
          "symbol",
          "clipPath",
          "g",
          "rect",
          "circle",
          "ellipse",
          "path",
          "text",
          "use");

  static Stream<Drawing> samples() {
    Lit lit = ShopDrawing.cart();
    return Stream.of(Level.values())
        .flatMap(level ->
            Stream.of(
                HostileDrawing.at(level),
                CityDrawing.at(level, lit),
                ShopDrawing.at(level),
                ShopDrawing.at(level, lit),
                SpecimenDrawing.at(level)))
        .filter(drawing -> !isOfTiles(drawing) || drawing.level().number() < 2);
  }

  private static boolean isOfTiles(Drawing drawing) {
    return drawing.regions().getFirst().frames().size() > 5;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameDrawingGivesTheSameBytes(Drawing drawing) {
    byte[] once = PaintedMap.bytes(drawing, Theme.LIGHT, SheetOptions.WHOLE);

    assertThat(PaintedMap.bytes(drawing, Theme.LIGHT, SheetOptions.WHOLE)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingInItCanRunOrLeadOutside(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);

    assertThat(map.all(_ -> true))
        .allSatisfy(element -> {
          assertThat(ELEMENTS).contains(element.getTagName());
          NamedNodeMap attributes = element.getAttributes();
          for (int at = 0; at < attributes.getLength(); at++) {
            Attr attribute = (Attr) attributes.item(at);
            assertThat(attribute.getName()).doesNotStartWith("on");
            if (attribute.getName().endsWith("href")) {
              assertThat(attribute.getValue()).startsWith("#");
            }
          }
        });
    assertThat(style(map)).doesNotContain("url(").doesNotContain("@").doesNotContain("var(");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void exactlyTheClassesInUseAreDefined(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Set<String> used = new TreeSet<>();
    for (Element element : map.all(element -> element.hasAttribute("class"))) {
      used.addAll(List.of(element.getAttribute("class").split(" ", -1)));
    }
    Set<String> defined = new TreeSet<>();
    Matcher rules = CLASS.matcher(style(map));
    while (rules.find()) {
      defined.add(rules.group(1));
      assertThat(rules.group(2)).doesNotContain("{");
    }

    assertThat(defined).isEqualTo(used);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void exactlyTheSymbolsInUseAreDefined(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    Set<String> used = new TreeSet<>();
    for (Element use : map.all(element -> element.getTagName().equals("use"))) {
      used.add(use.getAttribute("xlink:href").substring(1));
    }
    List<String> defined =
        map.all(element -> element.getTagName().equals("symbol")).stream()
            .map(symbol -> symbol.getAttribute("id"))
            .toList();

    assertThat(defined).containsExactlyElementsOf(used);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noTextLeavesWhatItStandsIn(Drawing drawing) {
    PaintedMap map = PaintedMap.of(drawing);
    List<String> outside = new ArrayList<>();
    for (Element text : map.all(element -> element.getTagName().equals("text"))) {
      Rect box = surroundings(map, text);
      Rect at = extent(map, text);
      if (at.x() < box.x() || at.right() > box.right()) {
        outside.add(text.getTextContent() + " " + at + " is not in " + box);
      }
    }

    assertThat(outside).isEmpty();
  }

  @Test
  void textsAreReadBackAsTheyAre() {
    PaintedMap map = PaintedMap.of(HostileDrawing.at(Level.DETAIL));
    List<String> titles =
        map.all(element -> element.getTagName().equals("title")).stream()
            .map(Element::getTextContent)
            .toList();

    assertThat(titles).anyMatch(title -> title.contains("<script>alert(1)</script>"));
    assertThat(titles).anyMatch(title -> title.contains("]]></style><![CDATA["));
    assertThat(titles).anyMatch(title -> title.contains("قاعدة-البيانات-الرئيسية"));
    assertThat(titles).noneMatch(title -> title.chars().anyMatch(c -> c < ' ' || c == 0x202E));
  }

  @Test
  void everyCardSaysWhatItIsAndHowItIs() {
    PaintedMap map = PaintedMap.of(ShopDrawing.at(Level.DETAIL));

    assertThat(map.all(element -> element.getTagName().equals("title")))
        .extracting(Element::getTextContent)
        .contains(
            "Deployment cart · degraded · 3/3 · ProgressDeadlineExceeded",
            "Secret db-password · missing",
            "ConfigMap web-config");
  }

  @Test
  void anEmptyDrawingSaysSo() {
    Rect nothing = new Rect(0, 0, 0, 0);
    Drawing empty =
        new Drawing(Level.DETAIL, nothing, nothing, List.of(ShopDrawing.region(List.of())), null);
    Drawing without = new Drawing(Level.APPS, nothing, nothing, List.of(), null);

    assertThat(texts(empty)).contains("Nothing to show", "No object passes the filters.");
    assertThat(texts(without)).contains("Nothing to show", "No cluster is open.");
  }

  @Test
  void aWindowIsACutOutOfTheMap() {
    Drawing shop = ShopDrawing.at(Level.DETAIL);
    Rect window = new Rect(500, 300, 400, 200);
    Drawing cut = new Drawing(shop.level(), shop.bounds(), window, shop.regions(), null);
    PaintedMap map = PaintedMap.of(PaintedMap.bytes(cut, Theme.DARK, SheetOptions.BARE));
    Element root = map.all(element -> element.getTagName().equals("svg")).getFirst();

    assertThat(root.getAttribute("width")).isEqualTo("464");
    assertThat(root.getAttribute("height")).isEqualTo("264");
    assertThat(map.all(element -> element.hasAttribute("clip-path"))).hasSize(1);
  }

  @Test
  void aBareDocumentIsTheMapAlone() {
    Drawing shop = ShopDrawing.at(Level.DETAIL);
    PaintedMap map = PaintedMap.of(PaintedMap.bytes(shop, Theme.LIGHT, SheetOptions.BARE));

    assertThat(map.all(element -> element.getTagName().equals("text")))
        .extracting(Element::getTextContent)
        .doesNotContain("Health", "Relations", "prod-eu-1")
        .contains("cart-config");
  }

  @Test
  void theSheetSaysWhichClusterWhenAndWhatIsNotShown() {
    assertThat(texts(ShopDrawing.at(Level.DETAIL)))
        .contains(
            "prod-eu-1",
            "-n shop · by namespace · every detail · 116 objects",
            "Fri 20 Nov 2026 10:00:07 UTC · revision 48,211",
            "EndpointSlices are folded into their Services.");
    assertThat(texts(SpecimenDrawing.at(Level.DETAIL)))
        .contains(
            "prod-eu-1", "prod-us-1", "Secrets are not readable. · 12 objects are not shown.");
  }

  @Test
  void severalClustersAreNamedOverTheirPartsOfTheMap() {
    Region one = ShopDrawing.at(Level.DETAIL).regions().getFirst();
    Region none =
        new Region(
            new ClusterId("none"),
            one.revision(),
            one.epoch(),
            one.asOf(),
            one.arrangement(),
            new Rect(0, 0, 0, 0),
            List.of(),
            List.of(),
            true,
            Tally.NOTHING,
            Map.of(),
            List.of(),
            List.of());
    Drawing drawing = SideBySide.drawing(Level.DETAIL, List.of(one, none, one), null, null);
    PaintedMap map = PaintedMap.of(drawing);

    assertThat(named(map, one)).hasSize(2 + 2);
    assertThat(named(map, none)).hasSize(1 + 1);
    assertThat(named(map, one).stream().map(name -> name.getAttribute("x")).distinct().toList())
        .containsExactly("32", Integer.toString(32 + one.bounds().width() + 2 * SideBySide.GAP));
    assertThat(named(PaintedMap.of(ShopDrawing.at(Level.DETAIL)), one)).hasSize(1);
  }

  private static List<Element> named(PaintedMap map, Region region) {
    return map.all(element ->
        element.getAttribute("class").equals(Rules.SHEET_TITLE.name())
            && element.getTextContent().equals(region.cluster().value()));
  }

  @Test
  void theLegendTellsWhatOccursAndNothingElse() {
    assertThat(texts(ShopDrawing.at(Level.DETAIL)))
        .contains("failed 6", "healthy 108", "traffic 12", "scaling 2, policy 3")
        .contains("target missing", "inferred")
        .doesNotContain("denied: no grant", "stale 0");
  }

  @Test
  void aSelectionIsPaintedOnTopAndTheRestDimmed() {
    PaintedMap map = PaintedMap.of(ShopDrawing.at(Level.DETAIL, ShopDrawing.cart()));

    assertThat(dimming(map, "Deployment.apps/shop/cart")).isEmpty();
    assertThat(dimming(map, "Service/shop/postgres")).isEmpty();
    assertThat(dimming(map, "Deployment.apps/shop/web")).isEqualTo(Rules.DIM.name());
    assertThat(dimming(map, "Deployment.apps/shop/search")).isEqualTo(Rules.DIM_TROUBLE.name());
    assertThat(map.all(element -> element.getAttribute("class").equals(Rules.OUTLINE.name())))
        .hasSize(1);
    List<Element> lines = map.all(element -> element.hasAttribute("data-edge"));
    assertThat(lines.subList(lines.size() - 6, lines.size()))
        .allMatch(line -> line.getAttribute("data-edge").contains("Deployment.apps/shop/cart"));
  }

  private static String dimming(PaintedMap map, String id) {
    return map.all(element -> element.getAttribute("data-id").equals(id))
        .getFirst()
        .getAttribute("class");
  }

  @Test
  void bothThemesPaintTheSameInOtherColours() {
    Drawing shop = ShopDrawing.at(Level.CARDS);
    String dark = string(PaintedMap.bytes(shop, Theme.DARK, SheetOptions.WHOLE));
    String light = string(PaintedMap.bytes(shop, Theme.LIGHT, SheetOptions.WHOLE));

    assertThat(light).isNotEqualTo(dark);
    assertThat(light.replaceAll("<style>.*</style>", ""))
        .isEqualTo(dark.replaceAll("<style>.*</style>", ""));
  }

  @Test
  void aStreamThatBreaksIsToldAsItBroke() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(() ->
            SvgDocument.write(ShopDrawing.at(Level.DETAIL), Theme.DARK, SheetOptions.WHOLE, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  private static List<String> texts(Drawing drawing) {
    return PaintedMap.of(drawing).all(element -> element.getTagName().equals("text")).stream()
        .map(Element::getTextContent)
        .toList();
  }

  private static String string(byte[] svg) {
    return new String(svg, StandardCharsets.UTF_8);
  }

  private static String style(PaintedMap map) {
    return map.all(element -> element.getTagName().equals("style")).getFirst().getTextContent();
  }

  /// What the innermost group around a text that has a rectangle covers; else the sheet.
  private static Rect surroundings(PaintedMap map, Element text) {
    for (Element at = text; at.getParentNode() instanceof Element group; at = group) {
      if (group.getTagName().equals("g")) {
        List<Element> rects =
            PaintedMap.children(group).stream()
                .filter(child -> child.getTagName().equals("rect"))
                .toList();
        if (!rects.isEmpty()) {
          return map.covered(rects.getFirst());
        }
      }
    }
    Element sheet =
        map.all(element -> element.getTagName().equals("rect")).stream()
            .filter(rect -> rect.getAttribute("class").equals(Rules.CANVAS.name()))
            .findFirst()
            .orElseThrow();
    return map.covered(sheet);
  }

  private static Rect extent(PaintedMap map, Element text) {
    List<String> classes = List.of(text.getAttribute("class").split(" ", -1));
    Rule rule =
        Rules.all().stream()
            .filter(each -> each.name().equals(classes.getFirst()))
            .findFirst()
            .orElseThrow();
    int width = TextMeasure.width(text.getTextContent(), rule.type());
    int x = Integer.parseInt(text.getAttribute("x")) + map.origin(text).x();
    if (classes.contains(Rules.END.name())) {
      x -= width;
    } else if (classes.contains(Rules.MIDDLE.name())) {
      x -= width / 2;
    }
    return new Rect(x, 0, width, 1);
  }
}
