package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.FoundContexts;
import io.kubilitics.session.Openings;
import io.kubilitics.session.Origin;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.source.manifest.ManifestSource;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a server can open: sources as on the command line. Stdin is one of them once, for the
/// command line alone.
final class ServeOpenings implements Openings {
  private final Shell shell;
  private final Catalogue known;
  private final AtomicBoolean stdinIsLeft;

  /// @param stdinIsLeft whether one of the sources of the command line is stdin
  ServeOpenings(Shell shell, Catalogue known, boolean stdinIsLeft) {
    this.shell = shell;
    this.known = known;
    this.stdinIsLeft = new AtomicBoolean(stdinIsLeft);
  }

  @Override
  public FoundContexts found() {
    return FoundContexts.NONE;
  }

  @Override
  public String name(Origin origin) {
    return switch (origin) {
      case Origin.Context(String context) -> context;
      case Origin.Source(String text) -> SourceArgument.shortName(text);
    };
  }

  @Override
  public boolean lasts(Origin origin) {
    return !origin.equals(new Origin.Source(ManifestSource.STDIN));
  }

  @Override
  public Catalogue catalogue() {
    return known.forCluster();
  }

  @Override
  public ResourceSource open(Origin origin, Catalogue catalogue) {
    return switch (origin) {
      case Origin.Context(String context) ->
          throw new ProblemException(new Problem.NotFound("context " + context));
      case Origin.Source(String text) -> source(text, catalogue);
    };
  }

  private ResourceSource source(String text, Catalogue catalogue) {
    boolean stdin = text.equals(ManifestSource.STDIN);
    if (stdin && !stdinIsLeft.getAndSet(false)) {
      throw new ProblemException(
          new Problem.BadInput("source", "stdin belongs to whoever started the server"));
    }
    if (!stdin && !DemoSpec.isMeantBy(text)) {
      SourceArgument.check(text);
    }
    return SourceArgument.alive(text, catalogue, shell);
  }
}
