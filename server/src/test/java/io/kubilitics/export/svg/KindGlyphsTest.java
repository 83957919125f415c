package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Synthetic;
import io.kubilitics.model.drawing.Glyphs;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.session.KindAppearance;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The catalogue and the pictures know the same names.
class KindGlyphsTest {
  @Test
  void everyIconOfTheCatalogueHasAPicture() {
    List<String> icons =
        Bundled.catalogue().kinds().stream().map(KindDefinition::icon).distinct().toList();

    assertThat(icons).isNotEmpty().allMatch(icon -> icon.isEmpty() || Glyphs.has(icon));
  }

  @Test
  void whatIsNoObjectHasAPictureToo() {
    KindAppearance appearance = new KindAppearance(Bundled.catalogue());
    for (Synthetic.Type type : Synthetic.Type.values()) {
      assertThat(Glyphs.has(appearance.glyph(type.kind()))).as(type.text()).isTrue();
    }
  }

  @Test
  void whatIsNotKnownIsAHexagon() {
    assertThat(Glyphs.icon("")).isEqualTo("i-hexagon");
    assertThat(Glyphs.icon("\"><script>")).isEqualTo("i-hexagon");
  }

  @Test
  void everyLookButThePlainOneHasAMark() {
    for (Look look : Look.values()) {
      if (look != Look.PLAIN) {
        assertThat(Glyphs.symbol(Glyphs.mark(look))).startsWith("<symbol id=\"h-");
      }
    }
  }
}
