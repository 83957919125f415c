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
import io.kubilitics.source.cluster.kubeconfig.KubeconfigContext;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigRemark;
import io.kubilitics.source.demo.DemoSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a server can open: contexts of the kubeconfig, and sources as on the command line. Stdin is
/// one of them once, for the command line alone.
final class ServeOpenings implements Openings {
  private final Shell shell;
  private final Catalogue known;
  private final LiveKubeconfig kubeconfig;
  private final AtomicBoolean stdinIsLeft;

  /// @param stdinIsLeft whether one of the sources of the command line is stdin
  ServeOpenings(Shell shell, Catalogue known, LiveKubeconfig kubeconfig, boolean stdinIsLeft) {
    this.shell = shell;
    this.known = known;
    this.kubeconfig = kubeconfig;
    this.stdinIsLeft = new AtomicBoolean(stdinIsLeft);
  }

  @Override
  public FoundContexts found() {
    Kubeconfig now = kubeconfig.now();
    return new FoundContexts(
        now.contexts().stream().map(ServeOpenings::found).toList(),
        now.remarks().stream().map(KubeconfigRemark::toString).toList());
  }

  private static FoundContext found(KubeconfigContext context) {
    return new FoundContext(
        context.name(), context.server(), context.namespace(), context.current());
  }

  @Override
  public String name(Origin origin) {
    return switch (origin) {
      case Origin.Context(String context) -> context;
      case Origin.Source(String text) -> SourceArgument.of(text).shortName();
    };
  }

  @Override
  public Optional<Origin> lasting(Origin origin) {
    return switch (origin) {
      case Origin.Context _ -> Optional.of(origin);
      case Origin.Source(String text) -> lasting(text);
    };
  }

  private static Optional<Origin> lasting(String text) {
    if (SourceArgument.of(text).isStdin()) {
      return Optional.empty();
    }
    return Optional.of(new Origin.Source(DemoSpec.isMeantBy(text) ? text : absolute(text)));
  }

  /// Behind a link `..` leads elsewhere than it seems: such a path stays as it is.
  private static String absolute(String text) {
    try {
      Path path = Path.of(text).toAbsolutePath();
      Path plain = path.normalize();
      return (Files.isSameFile(path, plain) ? plain : path).toString();
    } catch (IOException | InvalidPathException _) {
      return text;
    }
  }

  @Override
  public Catalogue catalogue() {
    return known.forCluster();
  }

  @Override
  public ResourceSource open(Origin origin, Catalogue catalogue) {
    return switch (origin) {
      case Origin.Context(String context) -> cluster(context, catalogue);
      case Origin.Source(String text) -> source(text, catalogue);
    };
  }

  private ResourceSource cluster(String context, Catalogue catalogue) {
    if (kubeconfig.now().contexts().stream().noneMatch(known -> known.name().equals(context))) {
      throw new ProblemException(new Problem.NotFound("context " + context));
    }
    return kubeconfig.cluster(context, catalogue);
  }

  private ResourceSource source(String text, Catalogue catalogue) {
    SourceArgument source = SourceArgument.of(text);
    boolean stdin = source.isStdin();
    if (stdin && !stdinIsLeft.getAndSet(false)) {
      throw new ProblemException(
          new Problem.BadInput("source", "stdin belongs to whoever started the server"));
    }
    if (!stdin && !DemoSpec.isMeantBy(text)) {
      source.check();
      refuseDevice(text);
    }
    return source.alive(catalogue, shell);
  }

  /// A device has no end, and a pipe may have none: nobody reads them to fill a server's memory.
  private static void refuseDevice(String text) {
    Path path = Path.of(text);
    if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new ProblemException(
          new Problem.Unreadable(text, "is neither a regular file nor a folder"));
    }
  }
}
