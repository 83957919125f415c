package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.javalin.http.Context;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The body of a request that changes something: one JSON object of texts, read as strictly as a
/// query.
final class BodyText {
  /// More than any of them needs.
  static final int MOST_OCTETS = 16 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, String> fields;

  private BodyText(Map<String, String> fields) {
    this.fields = fields;
  }

  /// Reads the body of a request.
  ///
  /// @param known the fields it may have
  /// @throws ProblemException `BadInput` with the field or the line, `TooLarge`
  static BodyText of(Context context, String... known) {
    return parse(octets(context), new TreeSet<>(List.of(known)));
  }

  /// No more is read of a body than is needed to see that it is too long.
  private static byte[] octets(Context context) {
    try {
      byte[] octets = context.bodyInputStream().readNBytes(MOST_OCTETS + 1);
      if (octets.length > MOST_OCTETS) {
        throw new ProblemException(new Problem.TooLarge("the body", MOST_OCTETS + " octets"));
      }
      return octets;
    } catch (IOException _) {
      throw bad("body", "did not come whole");
    }
  }

  static BodyText parse(byte[] octets, SortedSet<String> known) {
    try (JsonParser json = JSON.createParser(octets)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw bad("body", "is no JSON object");
      }
      Map<String, String> fields = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (!known.contains(name)) {
          throw bad("body", "has a field that nobody knows here; there are only " + known);
        }
        if (json.nextToken() != JsonToken.VALUE_STRING) {
          throw bad(place(name), "is no text");
        }
        fields.put(name, json.getText());
      }
      if (json.nextToken() != null) {
        throw bad("body", "goes on behind the object");
      }
      return new BodyText(fields);
    } catch (JsonProcessingException e) {
      throw bad("body, line " + e.getLocation().getLineNr(), "is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw bad("body", "is no JSON: " + e.getMessage());
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  static ProblemException bad(String where, String reason) {
    return new ProblemException(new Problem.BadInput(where, reason));
  }

  static String place(String name) {
    return "body field '" + name + "'";
  }
}
