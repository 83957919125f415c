package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.FoundContext;
import io.kubilitics.session.FoundContexts;
import io.kubilitics.session.Openings;
import io.kubilitics.session.Origin;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// What a server can open: sources as on the command line, and contexts of the kubeconfig as it is
/// when they are asked for. Stdin is one of them once, for the command line alone.
final class ServeOpenings implements Openings {
  private final Shell shell;
  private final Catalogue known;
  private final Supplier<Kubeconfig> kubeconfig;
  private final AtomicBoolean stdinIsLeft;

  /// @param kubeconfig reads it; contacts nobody
  /// @param stdinIsLeft whether one of the sources of the command line is stdin
  ServeOpenings(
      Shell shell, Catalogue known, Supplier<Kubeconfig> kubeconfig, boolean stdinIsLeft) {
    this.shell = shell;
    this.known = known;
    this.kubeconfig = kubeconfig;
    this.stdinIsLeft = new AtomicBoolean(stdinIsLeft);
  }

  /// What a source of the command line is opened as.
  static Origin origin(SourceArgument source) {
    return switch (source) {
      case ContextArgument context -> new Origin.Context(context.name());
      case DemoArgument demo -> new Origin.Source(demo.text());
      case ManifestArgument manifests -> new Origin.Source(manifests.text());
    };
  }

  @Override
  public FoundContexts found() {
    try {
      Kubeconfig read = kubeconfig.get();
      List<FoundContext> contexts =
          read.contexts().stream()
              .map(context ->
                  new FoundContext(
                      context.name(), context.server(), context.namespace(), context.current()))
              .toList();
      return new FoundContexts(
          contexts, read.remarks().stream().map(remark -> Plain.text(remark.toString())).toList());
    } catch (ProblemException e) {
      return new FoundContexts(List.of(), List.of(Plain.text(e.problem().message())));
    }
  }

  @Override
  public String name(Origin origin) {
    return switch (origin) {
      case Origin.Context(String context) -> context;
      case Origin.Source(String text) -> SourceArgument.of(text).shortName();
    };
  }

  @Override
  public boolean lasts(Origin origin) {
    return !(origin instanceof Origin.Source(String text) && SourceArgument.of(text).isStdin());
  }

  @Override
  public Catalogue catalogue() {
    return known.forCluster();
  }

  @Override
  public ResourceSource open(Origin origin, Catalogue catalogue) {
    SourceArgument source =
        switch (origin) {
          case Origin.Context(String context) -> new ContextArgument(context, kubeconfig.get());
          case Origin.Source(String text) -> SourceArgument.of(text);
        };
    if (source.isStdin() && !stdinIsLeft.getAndSet(false)) {
      throw new ProblemException(
          new Problem.BadInput("source", "stdin belongs to whoever started the server"));
    }
    source.check();
    return source.alive(catalogue, shell);
  }
}
