package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads a YAML document onto a tape from the parser's events; no graph of nodes is ever built. One
/// thread, one use.
final class YamlDocument {
  private static final String TAG_PREFIX = "tag:yaml.org,2002:";

  private final String text;
  private final int firstLine;
  private final TapeWriter tape;
  private final ParserImpl parser;

  private YamlDocument(String text, int firstLine, TapeWriter tape) {
    this.text = text;
    this.firstLine = firstLine;
    this.tape = tape;
    LoadSettings settings = settings(text.length());
    parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /// The parser copies all it has seen of a value each time its buffer has ended, so the buffer
  /// holds everything: else a single value of several MiB takes half a minute.
  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(length + 1)
        .setParseComments(false)
        .setUseMarks(true)
        .build();
  }

  /// Writes nothing when the text holds no document.
  ///
  /// @param firstLine of the text in its file
  /// @throws MalformedDocumentException with the line in the file
  static void write(String text, int firstLine, TapeWriter tape) {
    YamlDocument document = new YamlDocument(text, firstLine, tape);
    document.write();
  }

  private void write() {
    boolean begun = false;
    while (true) {
      Event event = next();
      switch (event.getEventId()) {
        case StreamStart, DocumentEnd, Comment -> {}
        case DocumentStart -> {
          if (begun) {
            throw new MalformedDocumentException(
                line(event), "no YAML: a second document without a separator");
          }
          begun = true;
        }
        case StreamEnd -> {
          return;
        }
        case Alias -> tape.alias(((AliasEvent) event).getAlias().getValue(), line(event));
        case Scalar -> scalar((ScalarEvent) event);
        case MappingStart -> open(Token.OBJECT_START, (MappingStartEvent) event);
        case SequenceStart -> open(Token.LIST_START, (NodeEvent) event);
        case MappingEnd, SequenceEnd -> tape.close(line(event));
      }
    }
  }

  private void open(Token token, NodeEvent event) {
    tape.open(token, line(event), anchor(event));
  }

  private void scalar(ScalarEvent event) {
    int line = line(event);
    if (tape.expectsName() && event.isPlain() && event.getValue().equals("<<")) {
      tape.merge(line);
      return;
    }
    Scalar scalar = meaning(event, line);
    String anchor = anchor(event);
    if (!tape.expectsName()) {
      tape.scalar(scalar.token(), scalar.text(), line, anchor);
      return;
    }
    if (scalar.token() == Token.NULL) {
      throw new MalformedDocumentException(line, "the name of a field must be text");
    }
    tape.name(scalar.asName(), line, anchor);
  }

  private Scalar meaning(ScalarEvent event, int line) {
    String value = event.getValue();
    Optional<String> tag = event.getTag();
    if (tag.isPresent()) {
      return tagged(tag.get(), value, event.isPlain(), line);
    }
    if (!event.isPlain()) {
      return Scalar.text(value);
    }
    if (Scalar.isNotFinite(value)) {
      noteNotFinite(value, line);
    }
    return Scalar.plain(value);
  }

  /// What is tagged with a type of YAML's own has to be of that type; all else is text.
  private Scalar tagged(String tag, String value, boolean plain, int line) {
    if (!tag.startsWith(TAG_PREFIX)) {
      return Scalar.text(value);
    }
    String type = tag.substring(TAG_PREFIX.length());
    Scalar scalar = Scalar.plain(value);
    boolean fits =
        switch (type) {
          case "int", "float" -> scalar.token() == Token.NUMBER || isNotFinite(value, plain, line);
          case "bool" -> scalar.token() == Token.TRUE || scalar.token() == Token.FALSE;
          case "null" -> scalar.token() == Token.NULL;
          default -> true;
        };
    if (!fits) {
      throw new MalformedDocumentException(line, "the value tagged !!" + type + " is none");
    }
    return switch (type) {
      case "int", "float", "bool", "null" -> scalar;
      case "binary" -> Scalar.text(decoded(value, line));
      default -> Scalar.text(value);
    };
  }

  private boolean isNotFinite(String value, boolean plain, int line) {
    boolean notFinite = plain && Scalar.isNotFinite(value);
    if (notFinite) {
      noteNotFinite(value, line);
    }
    return notFinite;
  }

  private void noteNotFinite(String value, int line) {
    tape.note(line, "'" + value + "' is a number JSON cannot hold; it was read as text");
  }

  private static String decoded(String base64, int line) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new MalformedDocumentException(line, "the value tagged !!binary is no base64");
    }
  }

  private static String anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse("");
  }

  private int line(Event event) {
    return event.getStartMark().map(this::line).orElse(0);
  }

  private int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  /// The parser's failures of every kind end the document; those of a kind it does not announce are
  /// met by mutated input now and then.
  private Event next() {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException e) {
      throw new MalformedDocumentException(
          e.getProblemMark().or(e::getContextMark).map(this::line).orElse(firstLine),
          "no YAML: " + Reasons.ofParser(e.getProblem()));
    } catch (ReaderException e) {
      throw new MalformedDocumentException(
          lineOf(e.getCodePoint()),
          "no YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()));
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedDocumentException(
          firstLine, "no YAML: " + Reasons.ofParser(e.getMessage()));
    }
  }

  private int lineOf(int codePoint) {
    int end = Math.max(0, text.indexOf(codePoint));
    return firstLine + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
