package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.catalogue.ExtractionListener;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.catalogue.mask.BodyReader;
import io.kubilitics.model.Resource;
import io.kubilitics.source.manifest.Reading.Defined;
import io.kubilitics.source.manifest.Reading.Found;
import io.kubilitics.source.manifest.Reading.PassedOver;
import io.kubilitics.source.manifest.Reading.Rejected;
import io.kubilitics.source.manifest.Reading.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads a piece of a file into objects and reasons. Whatever a piece holds, it says so and
/// returns. One thread.
final class PieceReader {
  private final DocumentReader documents;
  private final @Nullable BodyReader keptBodies;
  private final Limits limits;

  /// Makes a reader.
  ///
  /// @param keptBodies reads the bodies that cannot be read again, null when there are none
  PieceReader(DocumentReader documents, @Nullable BodyReader keptBodies, Limits limits) {
    this.documents = documents;
    this.keptBodies = keptBodies;
    this.limits = limits;
  }

  List<Reading> read(Piece piece) {
    Collected collected = new Collected();
    try {
      switch (piece) {
        case Piece.Refused(int line, String reason) -> collected.rejected(line, reason);
        case Piece.Document _, Piece.Element _ -> read(tape(piece, limits), collected);
        case Piece.Rest _ -> tape(piece, limits);
      }
    } catch (MalformedDocumentException e) {
      collected.malformed(Math.max(piece.line(), e.line()), Reasons.oneLine(e.getMessage()));
    } catch (StackOverflowError _) {
      collected.rejected(piece.line(), "the document is nested too deep");
    }
    return collected.readings;
  }

  /// The bodies in a piece that cannot be read again, packed; none otherwise, and none of what
  /// cannot be read at all.
  List<KeptBodies.Entry> bodies(Piece piece) {
    if (keptBodies == null
        || !(piece instanceof Piece.Document || piece instanceof Piece.Element)) {
      return List.of();
    }
    List<KeptBodies.Entry> bodies = new ArrayList<>();
    try {
      keptBodies.read(
          tape(piece, limits).tokens(),
          body -> bodies.add(new KeptBodies.Entry(body.id(), PackedBody.pack(body.root()))));
    } catch (MalformedDocumentException | StackOverflowError _) {
      bodies.clear();
    }
    return bodies;
  }

  /// The tokens of what is not known to be unreadable.
  ///
  /// @throws MalformedDocumentException with the line in the file
  static Tape tape(Piece piece, Limits limits) {
    return switch (piece) {
      case Piece.Refused(int line, String reason) ->
          throw new MalformedDocumentException(line, reason);
      case Piece.Document(int line, Piece.Form form, Bytes text) ->
          tape(line, form, text, ListHead.SILENT, limits);
      case Piece.Element(int line, Piece.Form form, Bytes text, ListHead head) ->
          tape(line, form, text, head, limits);
      case Piece.Rest(int line, Piece.Form form, Bytes text) ->
          tape(line, form, text, ListHead.SILENT, limits);
    };
  }

  private void read(Tape tape, Collected collected) {
    tape.notes().forEach(note -> collected.rejected(note.line(), note.reason()));
    if (tape.token(0) == Token.END || tape.token(0) == Token.NULL) {
      return;
    }
    String foreign = ForeignDocuments.reason(tape);
    if (!foreign.isEmpty()) {
      collected.readings.add(new PassedOver(tape.line(0), foreign));
      return;
    }
    documents.read(tape.tokens(), collected);
  }

  private static Tape tape(int line, Piece.Form form, Bytes bytes, ListHead head, Limits limits) {
    try {
      return switch (form) {
        case YAML -> yaml(line, bytes, head, limits);
        case JSON -> json(line, bytes, head, limits);
      };
    } catch (MalformedDocumentException e) {
      throw explained(e, line, bytes);
    }
  }

  private static Tape yaml(int line, Bytes bytes, ListHead head, Limits limits) {
    String text = bytes.text();
    OptionalInt malformed = bytes.firstMalformed(text);
    if (malformed.isPresent()) {
      throw new MalformedDocumentException(
          line + bytes.linesBefore(malformed.getAsInt()),
          "bytes that are no UTF-8; save the file as UTF-8, or as UTF-16 with a byte order mark");
    }
    TapeWriter tape = new TapeWriter(limits);
    beginList(head, line, tape);
    YamlDocument.write(text, line, tape);
    endList(head, line, tape);
    return tape.finish();
  }

  /// What is no JSON may still be YAML, of which JSON is nearly a part: comments, a comma too many.
  private static Tape json(int line, Bytes bytes, ListHead head, Limits limits) {
    TapeWriter tape = new TapeWriter(limits);
    beginList(head, line, tape);
    try {
      JsonDocument.write(bytes, line, tape);
    } catch (MalformedDocumentException e) {
      try {
        return yaml(line, bytes, head, limits);
      } catch (MalformedDocumentException _) {
        throw e;
      }
    }
    endList(head, line, tape);
    return tape.finish();
  }

  private static void beginList(ListHead head, int line, TapeWriter tape) {
    if (head.isSilent()) {
      return;
    }
    tape.open(Token.OBJECT_START, line, "");
    tape.name("apiVersion", line);
    tape.scalar(Token.TEXT, head.apiVersion(), line, "");
    tape.name("kind", line);
    tape.scalar(Token.TEXT, head.kind(), line, "");
    tape.name("items", line);
    tape.open(Token.LIST_START, line, "");
  }

  private static void endList(ListHead head, int line, TapeWriter tape) {
    if (!head.isSilent()) {
      tape.close(line);
      tape.close(line);
    }
  }

  /// The same failure, with the cause its author would name.
  private static MalformedDocumentException explained(
      MalformedDocumentException e, int line, Bytes bytes) {
    if (bytes.holdsNul()) {
      return new MalformedDocumentException(line, "binary data, no text");
    }
    return isTemplate(bytes.text(), e.line() - line)
        ? new MalformedDocumentException(e.line(), Reasons.TEMPLATE)
        : e;
  }

  /// Braces alone make no template: alerts and dashboards hold them too, in text. A template has
  /// them at the begin of a line, or where the parser stumbled.
  private static boolean isTemplate(String text, int stumbledAt) {
    if (!text.contains(Reasons.TEMPLATE_MARK)) {
      return false;
    }
    List<String> lines = text.lines().toList();
    return lines.stream().anyMatch(each -> each.strip().startsWith(Reasons.TEMPLATE_MARK))
        || (stumbledAt >= 0
            && stumbledAt < lines.size()
            && lines.get(stumbledAt).contains(Reasons.TEMPLATE_MARK));
  }

  private static final class Collected implements ExtractionListener {
    private final List<Reading> readings = new ArrayList<>();

    @Override
    public void resource(Resource resource, int line) {
      readings.add(new Found(line, resource));
    }

    void malformed(int line, String reason) {
      readings.add(
          reason.equals(Reasons.TEMPLATE)
              ? new PassedOver(line, reason)
              : new Rejected(line, reason));
    }

    @Override
    public void foreign(int line, String reason) {
      readings.add(new PassedOver(line, reason));
    }

    @Override
    public void unsettled(Resource resource, boolean isDescribed, int line) {
      readings.add(new Unsettled(line, resource, isDescribed));
    }

    @Override
    public void defined(CustomKind kind, int line) {
      readings.add(new Defined(line, kind));
    }

    @Override
    public void rejected(int line, String reason) {
      readings.add(new Rejected(line, reason));
    }
  }
}
