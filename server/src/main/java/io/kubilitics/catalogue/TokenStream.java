package io.kubilitics.catalogue;

/// The tokens of one document, whatever it was written in: the extractor's only input. One thread,
/// one pass.
public interface TokenStream {
  enum Token {
    OBJECT_START,
    OBJECT_END,
    LIST_START,
    LIST_END,
    /// The name of the field whose value follows.
    NAME,
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /// After the document.
    END
  }

  /// Moves on.
  ///
  /// @throws MalformedDocumentException when the document cannot be read further
  Token next();

  /// The text of a `NAME`, `TEXT` or `NUMBER` (as written), `true`, `false` and `null` for those.
  String text();

  /// Hash of the text, for values that are compared and not kept; a stream that has the characters
  /// at hand need not make a string of them.
  default long textHash() {
    return Digest.text(text());
  }

  /// The line on which the current token begins, from 1; 0 where there are no lines.
  int line();
}
