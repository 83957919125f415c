package io.kubilitics.export.svg;

import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Region;

/// The picture beside the title of a frame.
final class FrameGlyph {
  private FrameGlyph() {}

  static String of(Frame frame, Region region) {
    return switch (frame.type()) {
      case CLUSTER -> "cluster";
      case GROUP, DISTRICT ->
          switch (region.arrangement()) {
            case "app" -> "application";
            case "node" -> "node";
            case "none" -> "cluster";
            default -> "namespace";
          };
    };
  }
}
