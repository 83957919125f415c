package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `path`: reads a source and says how two of its objects hang together.
final class PathCommand implements Command {
  private static final String NAMESPACE = "--namespace";
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
    SourceArgument.describe(spec, false);
    describe(spec, "1", "FROM", "An object: Deployment.apps/shop/cart, or deploy/cart with -n.");
    describe(spec, "2", "TO", "Another object.");
    spec.addOption(
        Options.value(
            "NAMESPACE",
            "The namespace of objects that are given without one: default when not given.",
            List.of(),
            "-n",
            NAMESPACE));
    spec.addOption(
        Options.value(
            "N",
            "How many ways at most: 1 to %d, %d when not given.".formatted(Paths.MOST, USUAL),
            List.of(),
            LIMIT));
    FormatOption.describe(spec, FORMATS);
    return spec;
  }

  private static void describe(CommandSpec spec, String index, String label, String text) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(index)
            .arity("1")
            .required(true)
            .paramLabel(label)
            .type(String.class)
            .description(text)
            .build());
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    List<String> arguments = SourceArgument.given(given);
    String text = arguments.getFirst();
    @Nullable String limit = Options.one(given, LIMIT);
    int most = limit == null ? USUAL : Options.number(LIMIT, limit, 1, Paths.MOST);
    String format = FormatOption.of(given, FORMATS, shell);
    @Nullable String namespace = Options.one(given, NAMESPACE);
    Catalogue known = catalogue.get().forCluster();
    StillReading reading = StillReading.now(shell);
    try (Session session = reading.open(text, known)) {
      Topology topology = reading.await(session);
      Network network = topology.network(Viewer.EVERYTHING);
      String place = namespace == null ? Words.DEFAULT_NAMESPACE : namespace;
      Ends ends = new Ends(new Words(known), place, topology);
      ResourceId from = ends.object("FROM", arguments.get(1));
      ResourceId to = ends.object("TO", arguments.get(2));
      Paths paths = Paths.between(network, find(network, from), find(network, to), most);
      if (format.equals(FormatOption.TABLE)) {
        PathTable.write(from, paths, shell.out());
        sayWhatIsMissing(from, to, paths);
      } else {
        PathListJson.write(from, to, paths, known.relations(), shell.out());
      }
      return paths.paths().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  /// Turns the words for an end into an object.
  private record Ends(Words words, String namespace, Topology topology) {
    ResourceId object(String label, String text) {
      return Options.read(
          label, text, word -> words.object(word, namespace, () -> StillReading.kinds(topology)));
    }
  }

  private static int find(Network network, ResourceId id) {
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      throw new ProblemException(new Problem.NotFound(id.toString()));
    }
    return handle;
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
