package io.kubilitics.source.cluster.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a token itself says that it ends: the `exp` of a JWT (RFC 7519, section 4.1.4), as those of
/// service accounts and of OIDC are. It is believed for words only, so no signature is looked at.
final class TokenExpiry {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int LONGEST = 64 << 10;
  private static final int PARTS = 3;

  private TokenExpiry() {}

  /// The end, or null when it is no JWT or says nothing of it.
  ///
  /// @param shown the token, with or without the word `Bearer` before it
  static @Nullable Instant of(Hidden shown) {
    String text = shown.reveal().strip();
    List<String> parts = text.length() > LONGEST ? List.of() : List.of(text.split("\\.", -1));
    if (parts.size() != PARTS) {
      return null;
    }
    try (JsonParser claims = FACTORY.createParser(Base64.getUrlDecoder().decode(parts.get(1)))) {
      return claims.nextToken() == JsonToken.START_OBJECT ? end(claims) : null;
    } catch (IOException | IllegalArgumentException | DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Instant end(JsonParser claims) throws IOException {
    while (claims.nextToken() == JsonToken.FIELD_NAME) {
      boolean isEnd = claims.currentName().equals("exp");
      JsonToken value = claims.nextToken();
      if (isEnd) {
        return value != null && value.isNumeric()
            ? Instant.ofEpochSecond(claims.getLongValue())
            : null;
      }
      claims.skipChildren();
    }
    return null;
  }
}
