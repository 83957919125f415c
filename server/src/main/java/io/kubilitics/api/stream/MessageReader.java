package io.kubilitics.api.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads what a client says, strictly: what nobody knows, what is there twice and what has another
/// form is told to the client with its place.
final class MessageReader {
  private static final int MOST_ID = 64;
  private static final int MOST_NAME = 1_024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(StreamLimits.INBOUND_BYTES)
                  .build())
          .build();

  private MessageReader() {}

  /// Reads one message.
  ///
  /// @throws ProblemException `BadInput` when it is none
  static ClientMessage read(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw bad("message", "is no JSON object");
      }
      Said said = new Said();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        said.field(json, name);
      }
      if (json.nextToken() != null) {
        throw bad("message", "goes on after its end");
      }
      return said.message();
    } catch (StreamReadException e) {
      throw bad(
          "message",
          "is no JSON, is too deep or has a field twice: column " + e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw bad("message", "is no JSON");
    }
  }

  /// The id in a message that makes no sense, `""` when none can be read.
  static String idIn(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("id")) {
          return value == JsonToken.VALUE_STRING && isId(json.getText()) ? json.getText() : "";
        }
        json.skipChildren();
      }
      return "";
    } catch (IOException _) {
      return "";
    }
  }

  private static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_ID
        && text.chars().noneMatch(MessageReader::isHidden);
  }

  private static boolean isHidden(int c) {
    return Character.isISOControl(c) || Character.isSurrogate((char) c);
  }

  private static ProblemException bad(String where, String reason) {
    return new ProblemException(new Problem.BadInput(where, reason));
  }

  /// The fields of a message, in any order.
  private static final class Said {
    private static final List<String> KNOWN =
        List.of("type", "token", "id", "cluster", "view", "resume");

    private final SortedMap<String, String> texts = new TreeMap<>();
    private Optional<ViewWords> view = Optional.empty();
    private Optional<ClientMessage.ResumePoint> resume = Optional.empty();

    void field(JsonParser json, String name) throws IOException {
      switch (name) {
        case "type", "token", "id", "cluster" -> texts.put(name, text(json, name));
        case "view" -> view = Optional.of(view(json));
        case "resume" -> resume = Optional.of(resumePoint(json));
        default -> throw bad(name, "is not known; a message has only " + KNOWN);
      }
    }

    ClientMessage message() {
      String type = required("type");
      return switch (type) {
        case "hello" -> {
          only(type, List.of("token"));
          yield new ClientMessage.Hello(texts.getOrDefault("token", ""));
        }
        case "subscribe" -> {
          only(type, List.of("id", "cluster", "view", "resume"));
          yield new ClientMessage.Subscribe(id(), name(required("cluster")), view(), resume);
        }
        case "update" -> {
          only(type, List.of("id", "view"));
          yield new ClientMessage.Update(id(), view());
        }
        case "unsubscribe" -> {
          only(type, List.of("id"));
          yield new ClientMessage.Unsubscribe(id());
        }
        case "pause" -> {
          only(type, List.of("id"));
          yield new ClientMessage.Pause(id());
        }
        case "resume" -> {
          only(type, List.of("id"));
          yield new ClientMessage.Resume(id());
        }
        default ->
            throw bad("type", "is none of [hello, subscribe, update, unsubscribe, pause, resume]");
      };
    }

    private void only(String type, List<String> allowed) {
      Consumer<String> check =
          name -> {
            if (!name.equals("type") && !allowed.contains(name)) {
              throw bad(name, "has no meaning in '" + type + "'");
            }
          };
      texts.keySet().forEach(check);
      view.ifPresent(_ -> check.accept("view"));
      resume.ifPresent(_ -> check.accept("resume"));
    }

    private String required(String name) {
      String value = texts.get(name);
      if (value == null) {
        throw bad(name, "is missing");
      }
      return value;
    }

    private String id() {
      String id = required("id");
      if (!isId(id)) {
        throw bad("id", "is no text of 1 to " + MOST_ID + " visible characters");
      }
      return id;
    }

    private static String name(String cluster) {
      if (cluster.isBlank() || cluster.length() > MOST_NAME) {
        throw bad("cluster", "is no name of a cluster");
      }
      return cluster;
    }

    private ViewWords view() {
      return view.orElseThrow(() -> bad("view", "is missing"));
    }

    private static ViewWords view(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw bad("view", "is no object");
      }
      SortedMap<String, List<String>> fields = new TreeMap<>();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        fields.put(name, words(json, "view." + name));
      }
      return new ViewWords(fields);
    }

    /// One text or whole number, or a list of them.
    private static List<String> words(JsonParser json, String where) throws IOException {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        return List.of(word(json, where));
      }
      List<String> words = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        words.add(word(json, where));
      }
      return words;
    }

    private static String word(JsonParser json, String where) throws IOException {
      return switch (json.currentToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT -> json.getText();
        default -> throw bad(where, "is no text and no list of texts");
      };
    }

    private static ClientMessage.ResumePoint resumePoint(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw bad("resume", "is no object");
      }
      String epoch = "";
      long revision = -1;
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("streamEpoch")) {
          epoch = text(json, "resume.streamEpoch");
        } else if (name.equals("revision")) {
          if (value != JsonToken.VALUE_NUMBER_INT) {
            throw bad("resume.revision", "is no whole number");
          }
          revision = json.getLongValue();
        } else {
          throw bad("resume." + name, "is not known");
        }
      }
      if (epoch.isEmpty() || revision < 0) {
        throw bad("resume", "needs streamEpoch and a revision from 0 on");
      }
      return new ClientMessage.ResumePoint(epoch, revision);
    }

    private static String text(JsonParser json, String where) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw bad(where, "is no text");
      }
      return json.getText();
    }
  }
}
