package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.layout.drawing.Appearance;
import io.kubilitics.model.Kind;
import io.kubilitics.model.drawing.Hue;

/// How a catalogue's kinds look in a drawing. A kind it does not know is a custom one that may be
/// ill.
public final class KindAppearance implements Appearance {
  private final Catalogue catalogue;

  public KindAppearance(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String glyph(Kind kind) {
    return catalogue.definition(kind).map(KindDefinition::icon).orElse("");
  }

  @Override
  public Hue hue(Kind kind) {
    return catalogue
        .definition(kind)
        .map(definition -> hue(definition.category()))
        .orElse(Hue.CUSTOM);
  }

  @Override
  public boolean canBeIll(Kind kind) {
    return catalogue.definition(kind).map(KindDefinition::canBeIll).orElse(true);
  }

  /// Categories are open: a plugin may bring its own.
  private static Hue hue(String category) {
    return switch (category) {
      case "workloads" -> Hue.WORKLOAD;
      case "network" -> Hue.NETWORK;
      case "configuration" -> Hue.CONFIG;
      case "storage" -> Hue.STORAGE;
      case "identity" -> Hue.IDENTITY;
      case "cluster", "placement" -> Hue.SCHEDULING;
      case "policy", "scaling" -> Hue.POLICY;
      default -> Hue.CUSTOM;
    };
  }
}
