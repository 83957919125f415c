package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.source.manifest.ManifestSource;
import java.nio.file.Path;

/// What a user calls a source: a path, `-`, or `demo[:objects[:seed]]`.
final class SourceArgument {
  static final String DEMO = "demo";

  private SourceArgument() {}

  /// Whether it is the demo, which lives while it is served.
  static boolean isDemo(String text) {
    return DemoSpec.isMeantBy(text);
  }

  /// The name of the cluster in data that is written once. It says nothing of where the manifests
  /// came from: the same objects give the same bytes.
  static ClusterId cluster(String text) {
    return new ClusterId(isDemo(text) ? DEMO : "manifests");
  }
}
