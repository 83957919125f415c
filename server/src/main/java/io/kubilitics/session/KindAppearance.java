package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.layout.drawing.Appearance;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Synthetic;
import io.kubilitics.model.drawing.Hue;
import org.jspecify.annotations.Nullable;

/// How a catalogue's kinds look in a drawing. A kind it does not know is a custom one that may be
/// ill.
public final class KindAppearance implements Appearance {
  private final Catalogue catalogue;

  public KindAppearance(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String glyph(Kind kind) {
    return catalogue
        .definition(kind)
        .map(KindDefinition::icon)
        .orElseGet(() -> glyph(Synthetic.Type.of(kind)));
  }

  @Override
  public Hue hue(Kind kind) {
    return catalogue
        .definition(kind)
        .map(definition -> hue(definition.category()))
        .orElseGet(() -> hue(Synthetic.Type.of(kind)));
  }

  @Override
  public boolean canBeIll(Kind kind) {
    return catalogue.definition(kind).map(KindDefinition::canBeIll).orElse(true);
  }

  /// What is no object has no definition.
  private static String glyph(Synthetic.@Nullable Type type) {
    if (type == null) {
      return "";
    }
    return switch (type) {
      case APP -> "application";
      case USER, GROUP, HOST, CIDR, HELM_RELEASE, NAMESPACE_SET, EVERYONE, SELECTION -> type.text();
    };
  }

  private static Hue hue(Synthetic.@Nullable Type type) {
    if (type == null) {
      return Hue.CUSTOM;
    }
    return switch (type) {
      case USER, GROUP -> Hue.IDENTITY;
      case HOST, CIDR, EVERYONE -> Hue.NETWORK;
      case APP -> Hue.WORKLOAD;
      case HELM_RELEASE, NAMESPACE_SET, SELECTION -> Hue.CUSTOM;
    };
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
