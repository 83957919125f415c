package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.ErrorHandler;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Batik, which makes the PNG, paints what is written.
class BatikTest {
  static Stream<Drawing> samples() {
    return Stream.of(
        HostileDrawing.at(Level.NAMESPACES),
        HostileDrawing.at(Level.APPS),
        HostileDrawing.at(Level.CARDS),
        HostileDrawing.at(Level.DETAIL),
        SpecimenDrawing.at(Level.DETAIL),
        SpecimenDrawing.at(Level.CARDS),
        CityDrawing.at(Level.APPS, null),
        CityDrawing.at(Level.NAMESPACES, ShopDrawing.cart()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void batikPaintsItWithoutAComplaint(Drawing drawing) throws Exception {
    Complaints complaints = new Complaints();
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, 600f);
    transcoder.setErrorHandler(complaints);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    byte[] svg = PaintedMap.bytes(drawing, Theme.LIGHT, SheetOptions.WHOLE);
    transcoder.transcode(
        new TranscoderInput(new ByteArrayInputStream(svg)), new TranscoderOutput(png));

    assertThat(complaints.all).isEmpty();
    assertThat(colours(ImageIO.read(new ByteArrayInputStream(png.toByteArray()))))
        .isGreaterThan(20);
  }

  private static long colours(BufferedImage image) {
    return Stream.iterate(0, at -> at + 1)
        .limit((long) image.getWidth() * image.getHeight())
        .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()))
        .distinct()
        .limit(100)
        .count();
  }

  private static final class Complaints implements ErrorHandler {
    private final List<TranscoderException> all = new ArrayList<>();

    @Override
    public void warning(TranscoderException complaint) {
      all.add(complaint);
    }

    @Override
    public void error(TranscoderException complaint) {
      all.add(complaint);
    }

    @Override
    public void fatalError(TranscoderException complaint) {
      all.add(complaint);
    }
  }
}
