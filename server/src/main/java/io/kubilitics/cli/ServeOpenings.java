package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.config.Settings;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.FoundContext;
import io.kubilitics.session.FoundContexts;
import io.kubilitics.session.Openings;
import io.kubilitics.session.Origin;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a server can open: the contexts of the kubeconfig, which is read again each time somebody
/// asks, and sources as on the command line. Stdin is one of these once, for the command line alone.
final class ServeOpenings implements Openings {
  private final Shell shell;
  private final Catalogue known;
  private final Settings settings;
  private final AtomicBoolean stdinIsLeft;

  /// @param given on the command line
  ServeOpenings(Shell shell, Catalogue known, Settings settings, List<SourceArgument> given) {
    this.shell = shell;
    this.known = known;
    this.settings = settings;
    this.stdinIsLeft = new AtomicBoolean(given.stream().anyMatch(SourceArgument::isStdin));
  }

  /// What a source of the command line is opened from.
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
      Kubeconfig kubeconfig = KubeconfigOption.read(settings, shell);
      return new FoundContexts(
          kubeconfig.contexts().stream().map(ServeOpenings::found).toList(),
          kubeconfig.remarks().stream().map(remark -> Plain.text(remark.toString())).toList());
    } catch (ProblemException e) {
      return new FoundContexts(List.of(), List.of(Plain.text(e.problem().message())));
    }
  }

  private static FoundContext found(KubeconfigContext context) {
    return new FoundContext(
        context.name(), withoutUser(context.server()), context.namespace(), context.current());
  }

  /// An address may hold a password.
  private static String withoutUser(String server) {
    try {
      URI address = new URI(server);
      return address.getRawUserInfo() == null
          ? server
          : new URI(
                  address.getScheme(),
                  null,
                  address.getHost(),
                  address.getPort(),
                  address.getPath(),
                  null,
                  null)
              .toString();
    } catch (URISyntaxException _) {
      return "";
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
    return switch (origin) {
      case Origin.Context _ -> true;
      case Origin.Source(String text) -> !SourceArgument.of(text).isStdin();
    };
  }

  @Override
  public Catalogue catalogue() {
    return known.forCluster();
  }

  @Override
  public ResourceSource open(Origin origin, Catalogue catalogue) {
    return switch (origin) {
      case Origin.Context(String name) -> context(name).alive(catalogue, shell);
      case Origin.Source(String text) -> source(text).alive(catalogue, shell);
    };
  }

  private SourceArgument context(String name) {
    Kubeconfig kubeconfig = KubeconfigOption.read(settings, shell);
    if (kubeconfig.contexts().stream().noneMatch(context -> context.name().equals(name))) {
      throw new ProblemException(new Problem.NotFound("context " + name));
    }
    return new ContextArgument(name, kubeconfig);
  }

  private SourceArgument source(String text) {
    SourceArgument source = SourceArgument.of(text);
    if (source.isStdin() && !stdinIsLeft.getAndSet(false)) {
      throw new ProblemException(
          new Problem.BadInput("source", "stdin belongs to whoever started the server"));
    }
    source.check();
    return source;
  }
}
