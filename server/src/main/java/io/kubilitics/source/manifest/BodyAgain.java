package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.mask.BodyReader;
import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads one object again from the place in its file where it was found. One thread, one use.
final class BodyAgain {
  private final BodyReader reader;
  private final Limits limits;

  BodyAgain(BodyReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /// The object's body; empty when another object of the same hash stands there.
  ///
  /// @throws ProblemException when the file is not the one that was read
  Optional<Body> read(ResourceId id, BodyPlaces.Place place) {
    check(place);
    byte[] text = text(place);
    if (place.isElement() && place.form() == Piece.Form.YAML) {
      withoutDash(text);
    }
    Bytes bytes = new Bytes(text);
    Piece piece =
        place.isElement()
            ? new Piece.Element(1, place.form(), bytes, place.head())
            : new Piece.Document(1, place.form(), bytes);
    try {
      return reader.read(PieceReader.tape(piece, limits).tokens(), id);
    } catch (MalformedDocumentException _) {
      throw changed(place);
    }
  }

  private static void check(BodyPlaces.Place place) {
    if (!place.file().stamp().filter(place.stamp()::equals).isPresent()) {
      throw changed(place);
    }
  }

  private static byte[] text(BodyPlaces.Place place) {
    try (InputStream in = Utf8Input.of(place.file().opening().open())) {
      in.skipNBytes(place.offset());
      byte[] text = in.readNBytes(place.size());
      if (text.length < place.size()) {
        throw changed(place);
      }
      return text;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unreadable(place.file().name(), ManifestFolder.reason(e)));
    }
  }

  /// As when the list was cut: the element without the dash before it.
  private static void withoutDash(byte[] text) {
    for (int at = 0; at < text.length; at++) {
      if (text[at] == '-') {
        text[at] = ' ';
        return;
      }
    }
  }

  static ProblemException changed(BodyPlaces.Place place) {
    return new ProblemException(
        new Problem.Conflict(
            place.file().name(), "has changed since it was read; open the source again"));
  }
}
