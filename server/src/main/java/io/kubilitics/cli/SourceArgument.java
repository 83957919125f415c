package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.session.Origin;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.demo.DemoSpec;
import java.time.Instant;

/// A source as the user named it: a path, `-`, `demo[:objects[:seed]]`, or a context of the
/// kubeconfig.
sealed interface SourceArgument permits ContextArgument, DemoArgument, ManifestArgument {
  /// A source that is written as one word.
  static SourceArgument of(String text) {
    return DemoSpec.isMeantBy(text) ? new DemoArgument(text) : new ManifestArgument(text);
  }

  /// What it is called in messages: as the user wrote it, or `context prod`.
  String text();

  /// The name of the cluster in data that is written once. It says nothing of where manifests come
  /// from: the same objects give the same bytes.
  ClusterId cluster();

  /// A name to tell it from others that are open: `demo`, `stdin`, the last part of the path, or
  /// the name of the context.
  String shortName();

  /// What a server opens it from.
  default Origin origin() {
    return new Origin.Source(text());
  }

  /// Whether reading it takes all of stdin.
  default boolean isStdin() {
    return false;
  }

  /// Refuses what can be refused without reading.
  ///
  /// @throws io.kubilitics.problem.ProblemException when there is nothing to read
  void check();

  /// What it is at one instant.
  ///
  /// @param catalogue of this cluster alone
  /// @throws io.kubilitics.problem.ProblemException when there is nothing to read
  ResourceSource still(Catalogue catalogue, Shell shell, Instant asOf);

  /// What it is at one instant, bodies too.
  ///
  /// @param catalogue of this cluster alone
  /// @throws io.kubilitics.problem.ProblemException when there is nothing to read
  ResourceSource stillWithBodies(Catalogue catalogue, Shell shell, Instant asOf);

  /// What it is from now on.
  ///
  /// @param catalogue of this cluster alone
  /// @throws io.kubilitics.problem.ProblemException when there is nothing to read
  ResourceSource alive(Catalogue catalogue, Shell shell);
}
