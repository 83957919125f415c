package io.kubilitics.source.cluster.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What a plugin has printed: an `ExecCredential` with a `status`. Shows nothing of it.
///
/// @param token or null
/// @param certificates of the client in PEM, with [#key], or null
/// @param expires or null
record ExecOutput(
    @Nullable Hidden token,
    @Nullable Hidden certificates,
    @Nullable Hidden key,
    @Nullable Instant expires) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /// @param apiVersion that was asked for
  /// @throws IllegalArgumentException with a reason that quotes nothing of it
  static ExecOutput of(byte[] printed, String apiVersion) {
    Fields fields = new Fields();
    try (JsonParser json = FACTORY.createParser(printed)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("it printed no ExecCredential");
      }
      fields.read(json, "");
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("it printed more than an ExecCredential");
      }
    } catch (IOException _) {
      throw new IllegalArgumentException("it printed no ExecCredential in JSON");
    }
    return fields.checked(apiVersion);
  }

  /// The fields that matter, as they come.
  private static final class Fields {
    private String apiVersion = "";
    private String kind = "";
    private String token = "";
    private String certificates = "";
    private String key = "";
    private String expires = "";

    void read(JsonParser json, String within) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String path = within + json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.START_OBJECT && path.equals("status")) {
          read(json, "status.");
        } else if (value == JsonToken.VALUE_STRING) {
          take(path, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }

    private void take(String path, String text) {
      switch (path) {
        case "apiVersion" -> apiVersion = text;
        case "kind" -> kind = text;
        case "status.token" -> token = text;
        case "status.clientCertificateData" -> certificates = text;
        case "status.clientKeyData" -> key = text;
        case "status.expirationTimestamp" -> expires = text;
        default -> {
          // Of no concern here.
        }
      }
    }

    ExecOutput checked(String wanted) {
      if (!kind.equals("ExecCredential")) {
        throw new IllegalArgumentException("it printed no ExecCredential");
      }
      if (!apiVersion.equals(wanted)) {
        throw new IllegalArgumentException("it printed an ExecCredential of another version");
      }
      if (certificates.isEmpty() != key.isEmpty()) {
        throw new IllegalArgumentException("it printed a certificate without key, or a key alone");
      }
      if (token.isEmpty() && key.isEmpty()) {
        throw new IllegalArgumentException("it printed neither a token nor a certificate");
      }
      return new ExecOutput(hidden(token), hidden(certificates), hidden(key), time());
    }

    private static @Nullable Hidden hidden(String text) {
      return text.isEmpty() ? null : new Hidden(text);
    }

    private @Nullable Instant time() {
      if (expires.isEmpty()) {
        return null;
      }
      try {
        return OffsetDateTime.parse(expires).toInstant();
      } catch (DateTimeException _) {
        throw new IllegalArgumentException("it printed an expirationTimestamp that is no time");
      }
    }
  }
}
