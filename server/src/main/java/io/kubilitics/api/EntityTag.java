package io.kubilitics.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names one answer: the same tag, the same content. Weak, because it may be compressed.
record EntityTag(String text) {
  private static final int BYTES = 16;
  private static final String KNOWN = "If-None-Match";

  /// A tag for what these parts determine.
  static EntityTag of(Object... parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8));
      return new EntityTag("W/\"" + HexFormat.of().formatHex(hash, 0, BYTES) + "\"");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Sends the tag, and answers `304` when the caller has that content already.
  ///
  /// @return whether the answer is complete
  boolean answers(Context context) {
    context.header("ETag", text);
    if (!isIn(context.header(KNOWN))) {
      return false;
    }
    context.status(304);
    return true;
  }

  /// Whether the caller was given this content before, so that it need not even be looked for. `*`
  /// does not tell: it stands for whatever there may be.
  boolean isHeldBy(Context context) {
    return tags(context.header(KNOWN)).anyMatch(this::isSameAs);
  }

  private boolean isIn(@Nullable String known) {
    return tags(known).anyMatch(tag -> tag.equals("*") || isSameAs(tag));
  }

  /// Compares weakly, as RFC 9110 (13.1.2) asks for.
  private boolean isSameAs(String tag) {
    return strong(tag).equals(strong(text));
  }

  private static Stream<String> tags(@Nullable String known) {
    return known == null
        ? Stream.empty()
        : List.of(known.split(",", -1)).stream().map(String::strip);
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
