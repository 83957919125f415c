package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `path`: reads a source and says how two of its objects hang together.
final class PathCommand implements Command {
  private static final String LIMIT = "--limit";
  private static final int USUAL = 3;
  private static final List<String> FORMATS = List.of(FormatOption.TABLE, FormatOption.JSON);

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  PathCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "path",
            "Say how two objects of a source hang together: the shortest ways along its relations,"
                + " each step with the field it was read from.",
            "kubilitics path manifests/ Ingress.networking.k8s.io/shop/web Secret/shop/db",
            "kubilitics path manifests/ deploy/cart svc/cart -n shop",
            "kubilitics path demo deploy/cart node/worker-1 -n shop -o json");
    SourceArguments.describe(spec);
    ObjectArgument.describe(
        spec, "1", "FROM", "An object: Deployment.apps/shop/cart, or deploy/cart with -n.");
    ObjectArgument.describe(spec, "2", "TO", "Another object.");
    spec.addOption(
        Options.value(
            "N",
            "How many ways at most: 1 to %d, %d when not given.".formatted(Paths.MOST, USUAL),
            List.of(),
            LIMIT));
    FormatOption.describe(spec, FORMATS);
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    SourceArguments.WithWords arguments = SourceArguments.withWords(given, shell, "FROM", "TO");
    @Nullable String limit = Options.one(given, LIMIT);
    int most = limit == null ? USUAL : Options.number(LIMIT, limit, 1, Paths.MOST);
    String format = FormatOption.of(given, FORMATS, shell);
    Catalogue known = catalogue.get().forCluster();
    StillReading reading = StillReading.now(shell);
    try (Session session = reading.open(arguments.source(), known)) {
      Topology topology = reading.await(session);
      Network network = topology.network(Viewer.EVERYTHING);
      ObjectArgument objects = ObjectArgument.of(given, known, topology);
      ResourceId from = objects.read("FROM", arguments.words().get(0));
      ResourceId to = objects.read("TO", arguments.words().get(1));
      Paths paths =
          Paths.between(
              network, ObjectArgument.find(network, from), ObjectArgument.find(network, to), most);
      if (format.equals(FormatOption.TABLE)) {
        PathTable.write(from, paths, shell.out());
        sayWhatIsMissing(from, to, paths);
      } else {
        PathListJson.write(from, to, paths, known.relations(), shell.out());
      }
      return paths.paths().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  private void sayWhatIsMissing(ResourceId from, ResourceId to, Paths paths) {
    if (paths.paths().isEmpty()) {
      shell.err().println("kubilitics path: " + from + " and " + to + " do not hang together");
    }
    if (!paths.complete()) {
      shell.err().println("kubilitics path: there may be more ways; the search was given up");
    }
  }
}
