package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.ElementJson;
import io.kubilitics.export.ImpactJson;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.query.Impact;
import io.kubilitics.topology.query.Impact.Event;
import io.kubilitics.topology.query.Impact.Harmed;
import io.kubilitics.topology.query.ImpactQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `impact`: reads a source and says what an event at one object does to the others.
final class ImpactCommand implements Command {
  private static final String EVENT = "--event";
  private static final List<String> FORMATS = List.of(FormatOption.TABLE, FormatOption.JSON);

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  ImpactCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "impact",
            "Say what happens to others when an object is deleted or fails: what goes along, what"
                + " breaks, what is degraded, hop by hop, each with the relation that carries it.",
            "kubilitics impact manifests/ Secret/shop/db",
            "kubilitics impact demo node/worker-1 --event fails",
            "kubilitics impact manifests/ svc/cart -n shop -o json");
    SourceArguments.describe(spec);
    ObjectArgument.describe(
        spec, "1", "OBJECT", "An object: Deployment.apps/shop/cart, or deploy/cart with -n.");
    spec.addOption(
        Options.value(
            "EVENT",
            "What happens to it: deleted or fails; deleted when not given.",
            List.of(Event.DELETED.text(), Event.FAILS.text()),
            EVENT));
    FormatOption.describe(spec, FORMATS);
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    SourceArguments.WithWords arguments = SourceArguments.withWords(given, shell, "OBJECT");
    @Nullable String word = Options.one(given, EVENT);
    Event event =
        word == null
            ? Event.DELETED
            : Options.choice(EVENT, word, List.of(Event.values()), Event::text);
    String format = FormatOption.of(given, FORMATS, shell);
    Catalogue known = catalogue.get().forCluster();
    StillReading reading = StillReading.now(shell);
    try (Session session = reading.open(arguments.source(), known)) {
      Topology topology = reading.await(session);
      Network network = topology.network(Viewer.EVERYTHING);
      ResourceId id =
          ObjectArgument.of(given, known, topology).read("OBJECT", arguments.words().getFirst());
      Impact impact =
          ImpactQuery.of(network, ObjectArgument.find(network, id), event, Focus.MOST_HOPS);
      if (format.equals(FormatOption.TABLE)) {
        writeTable(impact);
      } else {
        writeJson(impact, known);
      }
      return ExitCode.DONE;
    }
  }

  private void writeTable(Impact impact) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Harmed harmed : impact.harmed()) {
      text.append("  ".repeat(harmed.hops() - 1))
          .append(Plain.text(harmed.node().id().toString()))
          .append("  ")
          .append(harmed.effect().text())
          .append("  ")
          .append(causes(harmed))
          .append('\n');
    }
    text.append(Counted.of(impact.count(Effect.DELETES), "object"))
        .append(" deleted along, ")
        .append(impact.count(Effect.BREAKS))
        .append(" broken, ")
        .append(impact.count(Effect.DEGRADES))
        .append(" degraded\n");
    shell.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The relations, and of how many ends how many are lost where there are several.
  private static String causes(Harmed harmed) {
    return String.join(
        ", ",
        harmed.causes().stream()
            .map(cause ->
                cause.of() > 1
                    ? cause.relation() + " " + cause.lost() + "/" + cause.of()
                    : cause.relation().toString())
            .toList());
  }

  private void writeJson(Impact impact, Catalogue known) throws IOException {
    JsonGenerator json = JsonDocument.begin("Impact", shell.out());
    json.writeObjectFieldStart("metadata");
    ImpactJson.writeCounts(impact, json);
    json.writeEndObject();
    json.writeArrayFieldStart("items");
    ElementJson elements = new ElementJson(json, known.relations());
    for (Harmed harmed : impact.harmed()) {
      ImpactJson.write(harmed, json, elements);
    }
    json.writeEndArray();
    json.writeEndObject();
    JsonDocument.end(json);
  }
}
