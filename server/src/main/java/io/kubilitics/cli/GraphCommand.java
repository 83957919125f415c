package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `graph`: reads a source and writes what hangs together in it.
final class GraphCommand implements Command {
  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  GraphCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "graph",
            "Write the objects of a source and the relations between them, each with the field it"
                + " was read from.",
            "kubilitics graph manifests/",
            "kubilitics graph --context prod -n shop",
            "kubilitics graph manifests/ -n shop -o json | jq '.edges[] | select(.state"
                + " == \"missing\")'",
            "kubectl get all,cm,secret -A -o yaml | kubilitics graph - --focus deploy/cart -n shop",
            "kubilitics graph demo:10000 --kind deployments,pods --relation owns -o dot | dot"
                + " -Tsvg");
    SourceArguments.describe(spec);
    FormatOption.describe(spec, Output.words());
    Filters.describe(spec, new Candidates(catalogue));
    AsOfOption.describe(spec);
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    SourceArgument source = SourceArguments.one(given, shell);
    Output output = Output.named(FormatOption.of(given, Output.words(), shell));
    Instant asOf = AsOfOption.of(given, shell);
    Catalogue known = catalogue.get().forCluster();
    Filters filters = Filters.of(given, new Words(known));
    StillReading reading = new StillReading(shell, asOf);
    try (Session session = reading.open(source, known)) {
      Topology topology = reading.await(session);
      TopologyQuery query =
          filters.query(
              () -> StillReading.kinds(topology),
              id -> topology.node(id, Viewer.EVERYTHING).isPresent());
      Optional<Selection> selection = select(topology, query);
      if (selection.isEmpty()) {
        return ExitCode.NOT_FOUND;
      }
      Heading heading = Heading.once(session.cluster(), asOf);
      DataFormat format = output.format();
      boolean onlyRelated = format == null && !query.relations().isEmpty();
      sayWhenEmpty(source, topology, selection.get(), onlyRelated);
      if (format != null) {
        new TopologyText("graph", heading, selection.get(), known.relations())
            .write(format, shell.out(), shell);
      } else {
        new TopologyTable(selection.get(), onlyRelated, shell.coloursOut(), shell.out()).write();
      }
      return ExitCode.DONE;
    }
  }

  /// The part that was asked for; nothing, and a line that says so, when the focus is not there.
  private Optional<Selection> select(Topology topology, TopologyQuery query) {
    try {
      return Optional.of(topology.select(query, Viewer.EVERYTHING));
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound) || query.focus().isEmpty()) {
        throw e;
      }
      NotThere.say(shell, "graph", topology, query.focus().get().id());
      return Optional.empty();
    }
  }

  private void sayWhenEmpty(
      SourceArgument source, Topology topology, Selection selection, boolean onlyRelated) {
    if (topology.nodeCount(Viewer.EVERYTHING) == 0) {
      String name = source.isStdin() ? "stdin" : Plain.text(source.text());
      shell.err().println("kubilitics graph: no objects in " + name);
    } else if (selection.nodeCount() == 0 || (onlyRelated && selection.edgeCount() == 0)) {
      shell.err().println("kubilitics graph: nothing matches");
    }
  }
}
