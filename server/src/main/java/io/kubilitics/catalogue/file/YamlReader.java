package io.kubilitics.catalogue.file;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML document into [YamlNode]s, straight from the parser's events: it keeps lines and
/// costs little at start. Anchors and aliases share nodes.
final class YamlReader {
  private static final int DEEPEST = 20;

  private final Iterator<Event> events;
  private final Map<Anchor, YamlNode> anchors = new HashMap<>();

  private YamlReader(Iterator<Event> events) {
    this.events = events;
  }

  /// Reads a whole file.
  ///
  /// @throws InvalidFileException when it is no YAML, or not one document
  static YamlNode read(InputStream yaml) {
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    try {
      return new YamlReader(new Parse(settings).parseInputStream(yaml).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      throw new InvalidFileException(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          "no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new InvalidFileException(1, "no YAML: " + e.getMessage());
    }
  }

  private YamlNode document() {
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, DocumentStart, Comment -> {}
        case Alias, Scalar, SequenceStart, MappingStart -> {
          return node(event, 0);
        }
        case DocumentEnd, StreamEnd, SequenceEnd, MappingEnd ->
            throw new InvalidFileException(line(event), "the file is empty");
      }
    }
    throw new InvalidFileException(1, "the file is empty");
  }

  private YamlNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw new InvalidFileException(line(event), "nested deeper than " + DEEPEST + " levels");
    }
    return switch (event) {
      case ScalarEvent scalar ->
          anchored(scalar.getAnchor(), new YamlNode.Text(line(event), scalar.getValue()));
      case SequenceStartEvent start -> anchored(start.getAnchor(), sequence(event, depth));
      case MappingStartEvent start -> anchored(start.getAnchor(), mapping(event, depth));
      case AliasEvent alias -> {
        YamlNode node = anchors.get(alias.getAlias());
        if (node == null) {
          throw new InvalidFileException(
              line(event), "the alias '*" + alias.getAlias() + "' has no anchor before it");
        }
        yield node;
      }
      default -> throw new InvalidFileException(line(event), "a value is expected here");
    };
  }

  private YamlNode anchored(Optional<Anchor> anchor, YamlNode node) {
    anchor.ifPresent(name -> anchors.put(name, node));
    return node;
  }

  private YamlNode sequence(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new YamlNode.Sequence(line(start), List.copyOf(items));
  }

  private YamlNode mapping(Event start, int depth) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      String name = node(event, depth + 1).asText();
      if (fields.put(name, node(next(), depth + 1)) != null) {
        throw new InvalidFileException(line(event), "the field '" + name + "' is there twice");
      }
    }
    return new YamlNode.Mapping(line(start), fields);
  }

  private Event next() {
    Event event = events.next();
    while (event.getEventId() == Event.ID.Comment) {
      event = events.next();
    }
    return event;
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
