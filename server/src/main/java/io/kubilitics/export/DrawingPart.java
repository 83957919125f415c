package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import java.io.IOException;

/// Parts of a [DrawingDocument], each in the form that it has there.
public final class DrawingPart {
  private DrawingPart() {}

  /// A region without its revision and its moment, and without what is in it.
  public static void write(Region region, Level level, JsonGenerator json) throws IOException {
    json.writeStartObject();
    new DrawingDocument(new JsonNotation(json)).writeHead(region, level);
    json.writeEndObject();
  }

  /// A frame of the only region.
  public static void write(Frame frame, JsonGenerator json) throws IOException {
    new DrawingDocument(new JsonNotation(json)).writeFrame(0, frame);
  }

  public static void write(Block block, JsonGenerator json) throws IOException {
    new BlockJson(new JsonNotation(json)).writeBlock(block);
  }

  /// A street of the only region.
  public static void write(Street street, JsonGenerator json) throws IOException {
    new DrawingDocument(new JsonNotation(json)).writeStreet(0, street);
  }
}
