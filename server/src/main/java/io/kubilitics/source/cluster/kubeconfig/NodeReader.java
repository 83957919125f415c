package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.catalogue.MalformedDocumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads YAML or JSON into [Node]s straight from the parser's events. Tags make nothing: all that
/// comes out is text, lists and fields. Anchors and aliases share nodes, so a bomb stays as small
/// as it was written; what an alias stands for is known only where it has ended, so nothing holds
/// itself. One thread, one use.
final class NodeReader {
  private static final int DEEPEST = 100;
  private static final int MOST_ALIASES = 50;
  private static final int MOST_NODES = 200_000;

  /// What a parser quotes of the text, apart from single characters.
  private static final Pattern QUOTED = Pattern.compile("'[^']{2,}+'|\"[^\"]{2,}+\"");

  /// What a parser calls its own.
  private static final Pattern OWN = Pattern.compile("'(<[a-z ]*+>)'");

  private static final Pattern TELLING =
      Pattern.compile("(alias|anchor|handle|tag) .*+", Pattern.DOTALL);
  private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z][A-Za-z-]{0,30}");

  private final ParserImpl parser;
  private final BiConsumer<Integer, String> remarks;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private int nodes;
  private int aliases;

  private NodeReader(String text, BiConsumer<Integer, String> remarks) {
    LoadSettings settings = settings(text.length());
    parser = new ParserImpl(settings, new StreamReader(settings, text));
    this.remarks = remarks;
  }

  /// The parser copies all it has seen of a value each time its buffer has ended, so the buffer
  /// holds everything: else a single value of 9 MiB takes half a minute.
  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(length + 1)
        .setParseComments(false)
        .setUseMarks(true)
        .build();
  }

  /// The first document of the text, empty when there is none.
  ///
  /// @param remarks told of what is odd and does not matter, with its line
  /// @throws MalformedDocumentException when it is no YAML, or beyond the limits
  static Optional<Node> read(String text, BiConsumer<Integer, String> remarks) {
    return new NodeReader(text, remarks).document();
  }

  private Optional<Node> document() {
    Node document = null;
    while (true) {
      Event event = next();
      switch (event.getEventId()) {
        case StreamStart, DocumentEnd, Comment -> {}
        case DocumentStart -> {
          if (document != null) {
            remarks.accept(line(event), "a second document begins here, which is not read");
            return Optional.of(document);
          }
        }
        case Alias, Scalar, SequenceStart, MappingStart -> document = node(event, 0);
        case StreamEnd, SequenceEnd, MappingEnd -> {
          return Optional.ofNullable(document);
        }
      }
    }
  }

  private Node node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw bad(event, "nested deeper than " + DEEPEST + " levels");
    }
    count(1, event);
    return switch (event) {
      case ScalarEvent scalar ->
          anchored(
              scalar.getAnchor(), new Node.Text(line(event), scalar.getValue(), scalar.isPlain()));
      case SequenceStartEvent start -> anchored(start.getAnchor(), items(event, depth));
      case MappingStartEvent start -> anchored(start.getAnchor(), fields(event, depth));
      case AliasEvent alias -> aliased(alias);
      default -> throw bad(event, "a value is expected here");
    };
  }

  private Node anchored(Optional<Anchor> anchor, Node node) {
    anchor.ifPresent(name -> anchors.put(name, node));
    return node;
  }

  private Node aliased(AliasEvent alias) {
    aliases++;
    if (aliases > MOST_ALIASES) {
      throw bad(alias, "there are more than " + MOST_ALIASES + " aliases");
    }
    Node node = anchors.get(alias.getAlias());
    if (node == null) {
      throw bad(alias, "the alias has no anchor that ends before it");
    }
    return node;
  }

  private Node items(Event start, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Items(line(start), items);
  }

  /// As with kubectl, of two fields of one name the last counts, and so it is with those that a
  /// merge key puts where it stands.
  private Node fields(Event start, int depth) {
    Map<String, Node> fields = new LinkedHashMap<>();
    Set<String> written = new HashSet<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(node(event, depth + 1) instanceof Node.Text name) || name.isNull()) {
        throw bad(event, "the name of a field must be text");
      }
      Node value = node(next(), depth + 1);
      if (name.plain() && name.value().equals("<<")) {
        merge(value, fields, event);
        continue;
      }
      fields.put(name.value(), value);
      if (!written.add(name.value())) {
        String shown = HARMLESS_NAME.matcher(name.value()).matches() ? name.value() : "…";
        remarks.accept(
            line(event), "the field '" + shown + "' is there twice; the last one counts");
      }
    }
    return new Node.Fields(line(start), fields);
  }

  private void merge(Node value, Map<String, Node> into, Event event) {
    List<Node> parts = value instanceof Node.Items items ? items.items() : List.of(value);
    // Of several the first counts.
    for (Node part : parts.reversed()) {
      if (!(part instanceof Node.Fields fields)) {
        throw bad(event, "only fields can be merged");
      }
      count(fields.fields().size(), event);
      into.putAll(fields.fields());
    }
  }

  private void count(int more, Event event) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw bad(event, "it has more than " + MOST_NODES + " parts");
    }
  }

  /// The parser's failures of every kind end the file, those it does not announce too. What it says
  /// is told without what it quotes: that may be a secret.
  private Event next() {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
      throw new MalformedDocumentException(line, "no YAML: " + withoutQuotes(e.getProblem()));
    } catch (ReaderException e) {
      throw new MalformedDocumentException(
          0, "no YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()));
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException _) {
      throw new MalformedDocumentException(0, "no YAML");
    }
  }

  private static String withoutQuotes(@Nullable String problem) {
    if (problem == null) {
      return "it cannot be read";
    }
    String line = problem.lines().findFirst().orElse("");
    String withoutOwn = OWN.matcher(line).replaceAll("$1");
    return TELLING.matcher(QUOTED.matcher(withoutOwn).replaceAll("…")).replaceAll("$1");
  }

  private static MalformedDocumentException bad(Event event, String reason) {
    return new MalformedDocumentException(line(event), reason);
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
