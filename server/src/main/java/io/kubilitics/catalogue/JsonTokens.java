package io.kubilitics.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tokens of a JSON text. A text may hold several documents one after the other, as `jq` and
/// log files have them: after `END` [#nextDocument] goes on. Whoever opened it closes it.
public final class JsonTokens implements TokenStream, AutoCloseable {
  /// The extractor refuses an object far earlier, and alone; this keeps a hostile text from filling
  /// the memory with open brackets.
  private static final int DEEPEST = 20_000;

  private static final int LONGEST_TEXT = 64 << 20;

  /// What the parser quotes of the text, which may be a secret.
  private static final Pattern QUOTED = Pattern.compile("'[^']{2,}+'");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(10_000)
                  .build())
          .build();

  private final JsonParser parser;
  private int depth;
  private boolean documentEnded;
  private boolean nextIsRead;

  private JsonTokens(JsonParser parser) {
    this.parser = parser;
  }

  public static JsonTokens of(String json) {
    try {
      return new JsonTokens(FACTORY.createParser(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads from a stream of octets.
  ///
  /// @param json in UTF-8, UTF-16 or UTF-32; not closed
  public static JsonTokens of(InputStream json) throws IOException {
    return new JsonTokens(FACTORY.createParser(json));
  }

  /// Reads from a stream of characters.
  ///
  /// @param json not closed
  public static JsonTokens of(Reader json) throws IOException {
    return new JsonTokens(FACTORY.createParser(json));
  }

  /// Reads from memory.
  ///
  /// @param json in UTF-8, UTF-16 or UTF-32
  public static JsonTokens of(byte[] json) {
    try {
      return new JsonTokens(FACTORY.createParser(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads from a part of memory.
  ///
  /// @param json in UTF-8, UTF-16 or UTF-32; may be used again when this is closed
  public static JsonTokens of(byte[] json, int from, int length) {
    try {
      return new JsonTokens(FACTORY.createParser(json, from, length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Goes on behind the end of a document.
  ///
  /// @return false when no further document follows
  /// @throws MalformedDocumentException when what follows is no JSON
  public boolean nextDocument() {
    if (!documentEnded) {
      return true;
    }
    if (advance() == null) {
      return false;
    }
    documentEnded = false;
    nextIsRead = true;
    return true;
  }

  @Override
  public Token next() {
    if (documentEnded) {
      return Token.END;
    }
    JsonToken token = nextIsRead ? parser.currentToken() : advance();
    nextIsRead = false;
    if (token == null) {
      if (depth > 0) {
        throw new MalformedDocumentException(line(), "the document ends in the middle");
      }
      documentEnded = true;
      return Token.END;
    }
    Token read = translate(token);
    documentEnded = depth == 0;
    return read;
  }

  private Token translate(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        depth++;
        yield Token.OBJECT_START;
      }
      case END_OBJECT -> {
        depth--;
        yield Token.OBJECT_END;
      }
      case START_ARRAY -> {
        depth++;
        yield Token.LIST_START;
      }
      case END_ARRAY -> {
        depth--;
        yield Token.LIST_END;
      }
      case FIELD_NAME -> Token.NAME;
      case VALUE_STRING -> Token.TEXT;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
      case VALUE_TRUE -> Token.TRUE;
      case VALUE_FALSE -> Token.FALSE;
      case VALUE_NULL -> Token.NULL;
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a JSON text has no " + token);
    };
  }

  private @Nullable JsonToken advance() {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new MalformedDocumentException(
          line, "no JSON: " + QUOTED.matcher(e.getOriginalMessage()).replaceAll("…"));
    } catch (IOException e) {
      throw new MalformedDocumentException(line(), "cannot be read: " + e.getMessage());
    }
  }

  @Override
  public String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw new MalformedDocumentException(line(), "no JSON: " + e.getMessage());
    }
  }

  @Override
  public long textHash() {
    try {
      return Digest.text(
          parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (IOException e) {
      throw new MalformedDocumentException(line(), "no JSON: " + e.getMessage());
    }
  }

  @Override
  public int line() {
    return Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
